import { AppError } from '../contract/errors.ts';
import { byPlausibility } from './likely-encoding.ts';
import { byMark, byUtf8, byZeros } from './unicode-encodings.ts';

export interface DetectedEncoding {
  /** WHATWG name, lower case. */
  readonly encoding: string;
  /** 0 to 1; 1 when a byte-order mark says so. */
  readonly confidence: number;
  /** Bytes of the byte-order mark. */
  readonly bomLength: number;
}

const mostLooked = 1 << 20;
const windows = 16;

/**
 * Tells the encoding of a text from its bytes, or from any long part of them.
 * Byte-order marks, then UTF-16 by its zero bytes, escape sequences and UTF-8 by their rules; what is left is read in every
 * encoding that fits, and the most probable text wins (see {@link plausibility}), with the judgement of chardet as one vote.
 * @throws AppError E_FORMAT_BINARY when this is no text, E_ENCODING_UNKNOWN for UTF-32, ISO-2022-KR and HZ
 */
export function detectEncoding(bytes: Uint8Array, options: { language?: string } = {}): DetectedEncoding {
  const marked = byMark(bytes);
  if (marked !== undefined) return marked;
  const looked = partsOf(bytes);
  const utf16 = byZeros(looked);
  if (utf16 !== undefined) return utf16;
  const escaped = byEscapes(looked);
  if (escaped !== undefined) return escaped;
  refuseBinary(looked);
  return byUtf8(looked) ?? byPlausibility(looked, options.language);
}

/**
 * The WHATWG name of an encoding that the user chose.
 * @throws AppError E_ENCODING_UNKNOWN
 */
export function encodingNamed(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    throw new AppError('E_ENCODING_UNKNOWN', { encoding: label });
  }
}
/** The bytes, or windows from places evenly spread over them, each beginning on an even offset. */
function partsOf(bytes: Uint8Array): readonly Uint8Array[] {
  if (bytes.length <= mostLooked) return [bytes];
  const length = mostLooked / windows;
  const step = (bytes.length - length) / (windows - 1);
  return Array.from({ length: windows }, (_, at) => {
    const start = Math.floor(at * step) & ~1;
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
    for (const byte of part) {
      if (byte === 0) zeros += 1;
      // Tab, line ends, form feed, backspace, escape and the end mark of DOS stand in texts.
      else if (byte < 8 || byte === 0x7f || (byte > 13 && byte < 32 && byte !== 0x1b && byte !== 0x1a))
        controls += 1;
    }
  }
  if (zeros > total * 0.02 || controls > total * 0.05) throw new AppError('E_FORMAT_BINARY');
}

/** Encodings of seven bits that switch their sets with escapes. */
function byEscapes(parts: readonly Uint8Array[]): DetectedEncoding | undefined {
  if (parts.some((part) => part.some((byte) => byte >= 0x80))) return undefined;
  const text = parts.map((part) => new TextDecoder('windows-1252').decode(part)).join('\n');
  if (text.includes('\x1b$)C')) throw new AppError('E_ENCODING_UNKNOWN', { encoding: 'iso-2022-kr' });
  if ((text.match(/~\{(?:[!-}]{2})+~\}/g)?.length ?? 0) >= 3)
    throw new AppError('E_ENCODING_UNKNOWN', { encoding: 'hz-gb-2312' });
  if (!text.includes('\x1b$')) return undefined;
  return { encoding: 'iso-2022-jp', confidence: 0.95, bomLength: 0 };
}
