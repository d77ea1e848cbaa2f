import type { TokenSettings } from '../../contract/corpus.ts';
import { astralClass, unit, unitClasses } from './character-classes.ts';
import { restOfDivided } from './divided-words.ts';
import { apostropheIsLetter, elidedWords } from './elisions.ts';
import { foundKind, mostFound, startsSentence, type FoundWords } from './found-words.ts';
import { longestToken } from './scanner.ts';
import {
  afterEnd,
  afterNewline,
  newSentenceState,
  startsHere,
  startsParagraph,
  type SentenceState,
} from './sentence-starts.ts';

const {
  apostrophe,
  comma,
  digit,
  hyphen,
  innerSign,
  joiner,
  letter,
  newline,
  punctuation,
  sentenceEnd,
  space,
  surrogate,
} = unit;

const fullStop = 0x2e;
const firstHash = 0x811c9dc5 | 0;

/** What the scanner remembers of a document. */
export interface WordScan {
  readonly keepHyphens: boolean;
  readonly keepApostrophes: boolean;
  readonly keepPunctuation: boolean;
  readonly elided: ReadonlySet<string> | null;
  /** Words go on behind a hyphen at the end of a line. */
  readonly joinDivided: boolean;
  readonly sentences: SentenceState;
  /** Where scanning stopped. */
  at: number;
}

export function startWordScan(language: string, settings: TokenSettings, joinDivided: boolean): WordScan {
  return {
    keepHyphens: settings.hyphens === 'keep',
    keepApostrophes: settings.apostrophes === 'keep' || apostropheIsLetter(language),
    keepPunctuation: settings.punctuation === 'keep',
    elided: settings.elisions === 'split' ? elidedWords(language) : null,
    joinDivided,
    sentences: newSentenceState(),
    at: 0,
  };
}

/**
 * Finds words of scripts that put spaces between them, in one pass over UTF-16 units. A word holds letters, marks and digits,
 * and, where the settings keep them, apostrophes and hyphens between two of these; a number keeps points and commas between
 * digits. Unless the text is final, it stops (`scan.at`) where what follows could change the result.
 * @returns true when there is no room for more: to be called again
 */
export function scanWords(scan: WordScan, units: Uint16Array, final: boolean, found: FoundWords): boolean {
  const end = units.length;
  const { sentences } = scan;
  found.count = 0;
  while (scan.at < end) {
    if (found.count === mostFound) return true;
    const at = scan.at;
    const code = units[at]!;
    const first = unitClasses[code]!;
    if (first === space) {
      sentences.spaced = true;
      scan.at = at + 1;
      continue;
    }
    if (first === newline) {
      afterNewline(sentences, code);
      scan.at = at + 1;
      continue;
    }
    if (first === surrogate && at + 1 >= end && !final) return false;
    const kind = first === surrogate ? classAt(units, at) : first;
    if (kind === space) {
      scan.at = at + widthAt(units, at);
      continue;
    }
    const read =
      kind === letter || kind === digit
        ? readWord(scan, units, at, final, found)
        : readSigns(scan, units, at, kind, final, found);
    if (!read) return false;
  }
  return false;
}

/** @returns false where more text is needed */
function readWord(
  scan: WordScan,
  units: Uint16Array,
  start: number,
  final: boolean,
  found: FoundWords,
): boolean {
  const end = units.length;
  const limit = start + longestToken;
  const stop = Math.min(end, limit);
  // FNV-1a over UTF-16 units.
  let hash = firstHash;
  let letters = false;
  let at = start;
  while (at < stop) {
    const code = units[at]!;
    const kind = unitClasses[code]!;
    if (kind === letter) letters = true;
    else if (kind !== digit) {
      if (kind <= newline || kind === punctuation) break;
      // The sign and what follows it, which may be a pair.
      if (at + 2 >= end && !final) return false;
      if (kind === surrogate) {
        const whole = classAt(units, at);
        if ((whole !== letter && whole !== digit) || at + 2 > limit) break;
        letters ||= whole === letter;
        hash = Math.imul(hash ^ code, 0x01000193);
        at += 1;
      } else if (kind === apostrophe && letters && elides(scan, units, start, at)) {
        hash = Math.imul(hash ^ code, 0x01000193);
        at += 1;
        break;
      } else if (!joins(scan, units, at, kind, letters)) {
        if (!scan.joinDivided || !letters) break;
        const rest = restOfDivided(units, at, final);
        if (rest < 0) return false;
        if (rest === 0 || rest >= limit) break;
        for (; at < rest; at += 1) hash = Math.imul(hash ^ units[at]!, 0x01000193);
      }
    }
    hash = Math.imul(hash ^ units[at]!, 0x01000193);
    at += 1;
  }
  if (at >= end && !final) return false;
  const { count } = found;
  found.starts[count] = start;
  found.ends[count] = at;
  found.hashes[count] = hash;
  found.marks[count] =
    (letters ? foundKind.word : foundKind.number) |
    (startsHere(scan.sentences, units, start) ? startsSentence : 0);
  found.count = count + 1;
  scan.at = at;
  return true;
}

/** Does the sign at `at` belong to the word before it? Only between two parts of a word. */
function joins(scan: WordScan, units: Uint16Array, at: number, kind: number, letters: boolean): boolean {
  const next = at + 1 < units.length ? classAt(units, at + 1) : space;
  switch (kind) {
    case joiner:
    case innerSign:
      return next === letter;
    case apostrophe:
      return scan.keepApostrophes && letters && next === letter;
    case hyphen:
      return scan.keepHyphens && (next === letter || next === digit);
    case sentenceEnd:
      return units[at] === fullStop && !letters && next === digit;
    case comma:
      return !letters && next === digit;
    default:
      return false;
  }
}

function elides({ elided }: WordScan, units: Uint16Array, start: number, at: number): boolean {
  if (elided === null || at + 1 >= units.length || classAt(units, at + 1) !== letter || at - start > 12)
    return false;
  return elided.has(String.fromCharCode(...units.subarray(start, at)).toLowerCase());
}

/** Reads a run of one and the same sign. @returns false where more text is needed */
function readSigns(
  scan: WordScan,
  units: Uint16Array,
  start: number,
  kind: number,
  final: boolean,
  found: FoundWords,
): boolean {
  const code = units[start]!;
  const width = widthAt(units, start);
  let at = start + width;
  if (width === 1) while (at < units.length && at - start < longestToken && units[at] === code) at += 1;
  if (at >= units.length && !final) return false;
  scan.at = at;
  if (kind === joiner) return true;
  const { count } = found;
  found.starts[count] = start;
  found.ends[count] = at;
  found.marks[count] =
    foundKind.punctuation | (scan.keepPunctuation && startsParagraph(scan.sentences) ? startsSentence : 0);
  found.count = count + 1;
  if (kind === sentenceEnd) afterEnd(scan.sentences, units, start, at);
  return true;
}

function classAt(units: Uint16Array, at: number): number {
  const found = unitClasses[units[at]!]!;
  if (found !== surrogate) return found;
  return widthAt(units, at) === 2 ? astralClass(codePointAt(units, at)) : punctuation;
}

function widthAt(units: Uint16Array, at: number): number {
  const high = units[at]!;
  if (high < 0xd800 || high >= 0xdc00) return 1;
  const low = units[at + 1] ?? 0;
  return low >= 0xdc00 && low < 0xe000 ? 2 : 1;
}

const codePointAt = (units: Uint16Array, at: number) =>
  ((units[at]! - 0xd800) << 10) + (units[at + 1]! - 0xdc00) + 0x10000;
