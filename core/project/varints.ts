import { AppError } from '../contract/errors.ts';

/**
 * Variable-length whole numbers, seven bits to a byte, low bits first (as in Protocol Buffers), up to 2⁵³ − 1; and lists
 * of ascending numbers as the differences between neighbours.
 */
export interface VarintWriter {
  put(value: number): void;
  /** Small negative numbers stay short: 0, −1, 1, −2 … become 0, 1, 2, 3 … */
  putSigned(value: number): void;
  /** What was put since the last call, as a copy. */
  take(): Uint8Array;
}

export function varintWriter(capacity = 1024): VarintWriter {
  let bytes = new Uint8Array(capacity);
  let used = 0;
  const put = (value: number) => {
    if (used + 8 > bytes.length) {
      const larger = new Uint8Array(bytes.length * 2);
      larger.set(bytes);
      bytes = larger;
    }
    let rest = value;
    while (rest > 0x7fffffff) {
      bytes[used++] = (rest % 128) | 128;
      rest = Math.floor(rest / 128);
    }
    while (rest > 127) {
      bytes[used++] = (rest & 127) | 128;
      rest >>>= 7;
    }
    bytes[used++] = rest;
  };
  return {
    put,
    putSigned: (value) => put(value < 0 ? -2 * value - 1 : 2 * value),
    take: () => {
      const taken = bytes.slice(0, used);
      used = 0;
      return taken;
    },
  };
}

/** Such bytes were written whole: what ends in the middle of a number was put there by no Firth, or is damaged. */
export const cutShort = () => new AppError('E_DAMAGED', { reason: 'a number goes on past its end' });

export interface VarintReader {
  /** @throws AppError E_DAMAGED at the end of the bytes */
  next(): number;
  nextSigned(): number;
  readonly atEnd: boolean;
}

export function varintReader(bytes: Uint8Array): VarintReader {
  let at = 0;
  const next = () => {
    let value = 0;
    let scale = 1;
    for (;;) {
      if (at >= bytes.length) throw cutShort();
      const byte = bytes[at++]!;
      value += (byte & 127) * scale;
      if (byte < 128) return value;
      scale *= 128;
    }
  };
  return {
    next,
    nextSigned: () => {
      const value = next();
      return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
    },
    get atEnd() {
      return at >= bytes.length;
    },
  };
}

/** Ascending numbers as differences; the first one from 0. */
export function encodeAscending(values: Iterable<number>, writer = varintWriter()): Uint8Array {
  let last = 0;
  for (const value of values) {
    writer.put(value - last);
    last = value;
  }
  return writer.take();
}

/** Turns {@link encodeAscending} around, one number at a time. @throws AppError E_DAMAGED when the bytes are cut short */
export function* decodeAscending(bytes: Uint8Array): Generator<number, void, undefined> {
  const reader = varintReader(bytes);
  for (let last = 0; !reader.atEnd;) yield (last += reader.next());
}

/** The same without a generator, for millions of numbers. @throws AppError E_DAMAGED when the bytes are cut short */
export function eachAscending(bytes: Uint8Array, on: (value: number) => void): void {
  let [last, value, scale] = [0, 0, 1];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    value += (byte & 127) * scale;
    if (byte > 127) {
      scale *= 128;
      continue;
    }
    last += value;
    on(last);
    [value, scale] = [0, 1];
  }
  if (scale > 1) throw cutShort();
}
