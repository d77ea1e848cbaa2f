import { analyse } from 'chardet';
import type { DetectedEncoding } from './detected-encoding.ts';
import { letterRanks } from './letter-ranks.ts';
import { plausibility } from './plausibility.ts';
import { encodingNamed, textDecoder, type BytesDecoder } from './text-decoder.ts';

const mostScored = 16 << 10;
/** Chardet is slow, and as sure of the beginning as of the whole. */
const votersBytes = 4096;

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
const otherAlphabets = /^(?:koi8-.|ibm8..|x-mac-cyrillic|iso-8859-[5678]|windows-(?:125[1356]|874))$/;
const fewLetters = 0.03;
const leastLetters = 4;

/** Reads lines outside ASCII in every encoding; the most probable text wins (see {@link plausibility}), chardet has a vote. */
export function byPlausibility(parts: readonly Uint8Array[], language?: string): DetectedEncoding {
  const sample = telling(parts);
  const highShare = shareOfHigh(sample);
  const few = highShare < fewLetters || highShare * sample.length < leastLetters;
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
    return encodingNamed(label);
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

const decoders = new Map<string, BytesDecoder>();
function decoded(bytes: Uint8Array, encoding: string): string {
  let decoder = decoders.get(encoding);
  if (decoder === undefined) {
    decoder = textDecoder(encoding);
    decoders.set(encoding, decoder);
  }
  return decoder.decode(bytes);
}
