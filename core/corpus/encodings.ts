import { analyse } from 'chardet';
import { AppError } from '../contract/errors.ts';
import { letterRanks } from './letter-ranks.ts';
import { plausibility } from './plausibility.ts';

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
const mostScored = 16 << 10;
/** Chardet is slow, and as sure of the beginning as of the whole. */
const votersBytes = 4096;

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

/** Length of the byte-order mark of this encoding at the start of the bytes, or 0. */
export function bomLengthOf(bytes: Uint8Array, encoding: string): number {
  const marked = marks.find((mark) => mark.encoding === encoding && startsWith(bytes, mark.bytes));
  return marked?.bytes.length ?? 0;
}

const marks = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
] as const;

const startsWith = (bytes: Uint8Array, start: readonly number[]) =>
  start.every((byte, at) => bytes[at] === byte);

function byMark(bytes: Uint8Array): DetectedEncoding | undefined {
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    throw new AppError('E_ENCODING_UNKNOWN', { encoding: 'utf-32' });
  const mark = marks.find((one) => startsWith(bytes, one.bytes));
  return mark && { encoding: mark.encoding, confidence: 1, bomLength: mark.bytes.length };
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

/** UTF-16 without a mark: Latin letters, spaces and line ends have a zero byte, always on the same side. */
function byZeros(parts: readonly Uint8Array[]): DetectedEncoding | undefined {
  const zeros = [0, 0];
  const threes = [0, 0, 0, 0];
  let total = 0;
  for (const part of parts) {
    total += part.length;
    for (let at = part.indexOf(0); at >= 0; at = part.indexOf(0, at + 1)) {
      zeros[at & 1]! += 1;
      threes[at & 3]! += 1;
    }
  }
  const [even, odd] = zeros as [number, number];
  if (total < 4 || even + odd < total * 0.01) return undefined;
  const [least, ...most] = threes.toSorted((a, b) => a - b);
  if (least! < total * 0.01 && Math.min(...most) > total * 0.2)
    throw new AppError('E_ENCODING_UNKNOWN', { encoding: 'utf-32' });
  if (total % 2 === 1 || Math.min(even, odd) > 0.5 * Math.max(even, odd)) return undefined;
  const encoding = odd > even ? 'utf-16le' : 'utf-16be';
  if (!isText(parts.map((part) => decoded(part, encoding)).join(''))) return undefined;
  return { encoding, confidence: 0.95, bomLength: 0 };
}

const isText = (text: string) =>
  (text.match(/[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd\uffff]/gu)?.length ?? 0) <= text.length * 0.01;

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
  const text = parts.map((part) => decoded(part, 'windows-1252')).join('\n');
  if (text.includes('\x1b$)C')) throw new AppError('E_ENCODING_UNKNOWN', { encoding: 'iso-2022-kr' });
  if ((text.match(/~\{(?:[!-}]{2})+~\}/g)?.length ?? 0) >= 3)
    throw new AppError('E_ENCODING_UNKNOWN', { encoding: 'hz-gb-2312' });
  if (!text.includes('\x1b$')) return undefined;
  return { encoding: 'iso-2022-jp', confidence: 0.95, bomLength: 0 };
}

/** A few damaged bytes do not make a text of many letters anything else than UTF-8. */
function byUtf8(parts: readonly Uint8Array[]): DetectedEncoding | undefined {
  let right = 0;
  let wrong = 0;
  for (const part of parts) {
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
    if (right > 0 || last.every((byte) => byte < 0x80))
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

const candidates: readonly string[] = [...new Set(letterRanks.flatMap(({ encodings }) => encodings))];

/** What chardet's best judgement adds per byte outside ASCII: it decides where letters alone do not. */
const vote = 0.04;
const wish = 0.15;
/** How much rarer texts in some encodings are: log odds per byte outside ASCII. */
const rarity = new Map([
  ['windows-1252', 0],
  ['gb18030', 0],
  ['big5', 0],
  ['macintosh', -2],
  ['x-mac-cyrillic', -0.5],
]);
const usualRarity = -0.4;
/** Below this the text was probably written in none of the encodings; no real text of 200 in known ones is. */
const poorFit = -4.8;
const doubt = 0.25;
/** A text in another alphabet is not written in ASCII letters. */
const otherAlphabets = /^(?:koi8-.|ibm866|x-mac-cyrillic|iso-8859-[5678]|windows-(?:125[1356]|874))$/;
const fewLetters = 0.03;

function byPlausibility(parts: readonly Uint8Array[], language?: string): DetectedEncoding {
  const sample = telling(parts);
  const highShare = shareOfHigh(sample);
  const few = parts.every((part) => shareOfHigh(part) < fewLetters);
  const votes = new Map(
    analyse(sample.subarray(0, votersBytes)).map(({ name, confidence }) => [
      nameOf(name),
      (confidence / 100) * vote * highShare,
    ]),
  );
  const primary = language?.split('-')[0];
  const scored = candidates
    .map((encoding) => {
      const text = decoded(sample, encoding);
      const found = plausibility(text, encoding, sample.length);
      const wished = found.language.split('-')[0] === primary ? wish * highShare : 0;
      const alone = few && otherAlphabets.test(encoding) ? -3 : 0;
      const rare = ((rarity.get(encoding) ?? usualRarity) + alone) * highShare;
      return {
        encoding,
        text,
        fit: found.fit,
        score: found.perByte + (votes.get(encoding) ?? 0) + wished + rare,
      };
    })
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  // Of encodings that read the same, the first one knows the most letters, if others turn up later.
  const same = scored.filter(({ text }) => text === best!.text).map(({ encoding }) => encoding);
  const encoding = candidates.find((candidate) => same.includes(candidate))!;
  const second = scored.find(({ text }) => text !== best!.text);
  const lead = (best!.score - (second?.score ?? -Infinity)) / highShare;
  const told = Math.min(0.99, 1 - Math.exp(-1 - 3 * lead));
  return { encoding, confidence: best!.fit < poorFit ? told * doubt : told, bomLength: 0 };
}

function shareOfHigh(bytes: Uint8Array): number {
  let high = 0;
  for (const byte of bytes) high += byte >>> 7;
  return high / bytes.length;
}

function nameOf(label: string): string {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    return label;
  }
}

/** The lines that hold bytes outside ASCII, up to a limit. Lines, because a cut elsewhere may split a character. */
function telling(parts: readonly Uint8Array[]): Uint8Array {
  const lines: Uint8Array[] = [];
  for (const part of parts) {
    let left = mostScored / parts.length;
    for (let start = 0; start < part.length && left > 0;) {
      const end = lineEnd(part, start);
      const line = part.subarray(start, end);
      if (line.some((byte) => byte >= 0x80)) {
        lines.push(line);
        left -= line.length;
      }
      start = end;
    }
  }
  return new Uint8Array(Buffer.concat(lines));
}

/** After the next line end; in a text of one line, after a space, which is never part of another character. */
function lineEnd(part: Uint8Array, start: number): number {
  for (let at = start; at < part.length; at += 1) {
    const byte = part[at]!;
    if (byte === 10 || byte === 13 || (at - start > 2000 && byte === 32)) return at + 1;
  }
  return Math.min(part.length, start + mostScored);
}

const decoders = new Map<string, TextDecoder>();
function decoded(bytes: Uint8Array, encoding: string): string {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = new TextDecoder(encoding, { ignoreBOM: true });
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}
