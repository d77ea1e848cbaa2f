import { isAscii } from 'node:buffer';
import { AppError } from '../contract/errors.ts';
import type { DetectedEncoding } from './detected-encoding.ts';
import { byPlausibility } from './likely-encoding.ts';
import { byMark, byUtf8, byZeros } from './unicode-encodings.ts';

const mostLooked = 1 << 20;
const windows = 16;

/**
 * Tells the encoding of a text from its bytes, or from any long part of them.
 * Byte-order marks, then UTF-16 and UTF-32 by their zero bytes, escape sequences and UTF-8 by their rules; what is left is read in every
 * encoding that fits, and the most probable text wins (see {@link plausibility}), with the judgement of chardet as one vote.
 * @throws AppError E_FORMAT_BINARY when this is no text
 */
export function detectEncoding(bytes: Uint8Array, options: { language?: string } = {}): DetectedEncoding {
  const marked = byMark(bytes);
  if (marked !== undefined) return marked;
  const looked = partsOf(bytes);
  const wide = byZeros(looked);
  if (wide !== undefined) return wide;
  const escaped = byEscapes(looked);
  if (escaped !== undefined) return escaped;
  refuseBinary(looked);
  return byUtf8(looked) ?? byPlausibility(looked, options.language);
}

/** The bytes, or windows from places evenly spread over them, each beginning where a character of UTF-32 may. */
function partsOf(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length <= mostLooked) return [bytes];
  const length = mostLooked / windows;
  const step = (bytes.length - length) / (windows - 1);
  return Array.from({ length: windows }, (_, at) => {
    const start = Math.floor(at * step) & ~3;
    return bytes.subarray(start, start + length);
  });
}
/** @throws AppError E_FORMAT_BINARY */
function refuseBinary(parts: readonly Uint8Array[]): void {
  let zeros = 0;
  let controls = 0;
  let total = 0;
  for (const part of parts) {
    total += part.length;
    for (let at = 0; at < part.length; at += 1) {
      const byte = part[at]!;
      if (byte >= 32 && byte !== 0x7f) continue;
      if (byte === 0) zeros += 1;
      // Tab, line ends, form feed, backspace, escape and the end mark of DOS stand in texts.
      else if (byte < 8 || byte === 0x7f || (byte > 13 && byte !== 0x1b && byte !== 0x1a)) controls += 1;
    }
  }
  if (zeros > total * 0.02 || controls > total * 0.05) throw new AppError('E_FORMAT_BINARY');
}

/** Encodings of seven bits that switch their sets with escapes. */
function byEscapes(parts: readonly Uint8Array[]): DetectedEncoding | undefined {
  if (!parts.every((part) => isAscii(part))) return undefined;
  const text = parts.map((part) => new TextDecoder('windows-1252').decode(part)).join('\n');
  const told = (encoding: string) => ({ encoding, confidence: 0.95, bomLength: 0 });
  if (text.includes('\x1b$)C')) return told('iso-2022-kr');
  if ((text.match(/~\{(?:[!-}]{2})+~\}/g)?.length ?? 0) >= 3) return told('hz-gb-2312');
  return text.includes('\x1b$') ? told('iso-2022-jp') : undefined;
}
