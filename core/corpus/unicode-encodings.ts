import { isAscii } from 'node:buffer';
import type { DetectedEncoding } from './detected-encoding.ts';
import { textDecoder } from './text-decoder.ts';

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  // Before UTF-16, whose mark it begins with.
  { encoding: 'utf-32le', bytes: [0xff, 0xfe, 0, 0] },
  { encoding: 'utf-32be', bytes: [0, 0, 0xfe, 0xff] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte);

/** Says what a byte-order mark says. */
export function byMark(bytes: Uint8Array): DetectedEncoding | undefined {
  const mark = marks.find((one) => startsWith(bytes, one.bytes));
  return mark && { encoding: mark.encoding, confidence: 1, bomLength: mark.bytes.length };
}
/**
 * UTF-16 without a mark: Latin letters, spaces and line ends have a zero byte, always on the same side. UTF-32: of four bytes the
 * highest is always zero, and the next one for all letters but rare ones.
 */
export function byZeros(parts: readonly Uint8Array[]): DetectedEncoding | undefined {
  const zeros = [0, 0];
  const places = [0, 0, 0, 0];
  let total = 0;
  for (const part of parts) {
    total += part.length;
    for (let at = part.indexOf(0); at >= 0; at = part.indexOf(0, at + 1)) {
      zeros[at & 1]! += 1;
      places[at & 3]! += 1;
    }
  }
  const [even, odd] = zeros as [number, number];
  if (total < 4 || even + odd < total * 0.01) return undefined;
  const units = total / 4;
  if (places[3]! > 0.99 * units && places[2]! > 0.9 * units) return told('utf-32le', parts);
  if (places[0]! > 0.99 * units && places[1]! > 0.9 * units) return told('utf-32be', parts);
  if (total % 2 === 1 || Math.min(even, odd) > 0.5 * Math.max(even, odd)) return undefined;
  return told(odd > even ? 'utf-16le' : 'utf-16be', parts);
}

function told(encoding: string, parts: readonly Uint8Array[]): DetectedEncoding | undefined {
  if (!isText(parts.map((part) => textDecoder(encoding).decode(part)).join(''))) return undefined;
  return { encoding, confidence: 0.95, bomLength: 0 };
}

const isText = (text: string) =>
  (text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd\uffff]/gu)?.length ?? 0) <= text.length * 0.01;
/** A few damaged bytes do not make a text of many letters anything else than UTF-8. */
export function byUtf8(parts: readonly Uint8Array[]): DetectedEncoding | undefined {
  let right = 0;
  let wrong = 0;
  for (const part of parts) {
    if (isAscii(part)) continue;
    for (let at = part === parts[0] ? 0 : startOfCharacter(part); at < part.length;) {
      const length = utf8Length(part, at);
      if (length > 1) right += 1;
      if (length === 0 && at < part.length - 3) wrong += 1;
      at += Math.max(1, length);
    }
  }
  if (wrong === 0) {
    // One stray letter at the very end of a short text is no proof of UTF-8.
    const last = parts.at(-1)!;
    if (right > 0 || isAscii(last))
      return { encoding: 'utf-8', confidence: right === 0 || right > 2 ? 1 : 0.9, bomLength: 0 };
    return undefined;
  }
  if (right < 20 * wrong) return undefined;
  return { encoding: 'utf-8', confidence: right / (right + 10 * wrong), bomLength: 0 };
}

function startOfCharacter(part: Uint8Array): number {
  let at = 0;
  while (at < 3 && (part[at]! & 0xc0) === 0x80) at += 1;
  return at;
}

/** Bytes of the well-formed character at an offset, or 0 (Unicode 16, table 3-7). */
function utf8Length(bytes: Uint8Array, at: number): number {
  const first = bytes[at]!;
  if (first < 0x80) return 1;
  const length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let next = 1; next < length; next += 1) if ((bytes[at + next]! & 0xc0) !== 0x80) return 0;
  const second = bytes[at + 1]!;
  if ((first === 0xe0 && second < 0xa0) || (first === 0xed && second > 0x9f)) return 0;
  if ((first === 0xf0 && second < 0x90) || (first === 0xf4 && second > 0x8f)) return 0;
  return length;
}
