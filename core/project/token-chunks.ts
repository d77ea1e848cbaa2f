import { cutShort, decodeAscending, encodeAscending, varintWriter } from './varints.ts';

/** Tokens of a document in order. Offsets and lengths count UTF-16 units of the document's text. */
export interface TokenPiece {
  /** Index into the forms of the import. */
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  /** Token numbers within the document at which a sentence starts. */
  readonly sentenceStarts: Uint32Array;
  /** For each layer of the document, numbers of values; 0 for none. Absent where none of these tokens has any. */
  readonly layers?: readonly Uint32Array[];
}

export const tokensPerChunk = 16_384;

/** The bytes of 32-bit numbers, as they stand in memory (little-endian on every machine that Firth runs on). */
export function bytesOf(numbers: Uint32Array | Float32Array | Int8Array): Buffer {
  return Buffer.from(numbers.buffer as ArrayBuffer, numbers.byteOffset, numbers.byteLength);
}

/** A blob of 32-bit numbers; copied only where it does not stand on a multiple of four. */
export function uint32Of(blob: Uint8Array): Uint32Array {
  const aligned = blob.byteOffset % 4 === 0 ? blob : Uint8Array.from(blob);
  return new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
}

const writer = varintWriter(1 << 17);

export function encodePlaces(starts: Uint32Array, lengths: Uint32Array): Uint8Array {
  let end = 0;
  for (let i = 0; i < starts.length; i++) {
    writer.putSigned(starts[i]! - end);
    writer.put(lengths[i]!);
    end = starts[i]! + lengths[i]!;
  }
  return writer.take();
}

export interface Places {
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
}

/** A number of several bytes, and where the next one stands. */
function longNumber(bytes: Uint8Array, from: number): [value: number, next: number] {
  let [at, value, scale] = [from, 0, 1];
  for (;;) {
    if (at >= bytes.length) throw cutShort();
    const byte = bytes[at++]!;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
    scale *= 128;
  }
}

/** @throws AppError E_DAMAGED when the bytes are cut short */
export function decodePlaces(bytes: Uint8Array, count: number): Places {
  const starts = new Uint32Array(count);
  const lengths = new Uint32Array(count);
  // Numbers are read here and not one by one: a page of lines reads the stretches of fifty texts.
  let [at, end] = [0, 0];
  for (let token = 0; token < count; token++) {
    // Gaps and lengths are one byte nearly always.
    let gap = bytes[at++]!;
    if (!(gap < 128)) [gap, at] = longNumber(bytes, at - 1);
    let length = bytes[at++]!;
    if (!(length < 128)) [length, at] = longNumber(bytes, at - 1);
    end += gap % 2 === 0 ? gap / 2 : -(gap + 1) / 2;
    starts[token] = end;
    lengths[token] = length;
    end += length;
  }
  return { starts, lengths };
}

export const encodeSentences = (sentenceStarts: Uint32Array) => encodeAscending(sentenceStarts, writer);

export const decodeSentences = (bytes: Uint8Array) => Uint32Array.from(decodeAscending(bytes));
