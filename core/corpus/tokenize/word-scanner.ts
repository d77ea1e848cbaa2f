import type { TokenSettings } from '../../contract/cutting.ts';
import { koreanClasses, morphemeClasses, spacedClasses, unit, unitClasses } from './character-classes.ts';
import { classAt, widthAt } from './class-at.ts';
import { restOfDivided } from './divided-words.ts';
import { apostropheIsLetter, elidedWords } from './elisions.ts';
import { foundKind, mostFound, startsSentence, type FoundWords } from './found-words.ts';
import {
  beginsWord,
  joinsApostrophe,
  joinsColon,
  joinsInHebrew,
  joinsSign,
  joinsSuffix,
  mostJoiners,
  standsAlone,
} from './inner-signs.ts';
import { longestToken } from './scanner.ts';
import {
  afterEnd,
  afterLine,
  afterNewline,
  newSentenceState,
  startsHere,
  startsParagraph,
  type SentenceState,
} from './sentence-starts.ts';
import { partAt, type Stretches } from './unspaced-stretches.ts';

const {
  apostrophe,
  colon,
  comma,
  digit,
  hyphen,
  innerSign,
  joiner,
  letter,
  mark,
  newline,
  punctuation,
  quote,
  sentenceEnd,
  space,
  surrogate,
  unspaced,
} = unit;

const fullStop = 0x2e;
const wideFullStop = 0xff0e;
const firstHash = 0x811c9dc5 | 0;
const prime = 0x01000193;

/** What the scanner remembers of a document. */
export interface WordScan {
  readonly classes: Uint8Array;
  readonly keepHyphens: boolean;
  readonly keepApostrophes: boolean;
  readonly keepPunctuation: boolean;
  readonly elided: ReadonlySet<string> | null;
  /** Words go on behind a hyphen at the end of a line. */
  readonly joinDivided: boolean;
  /** Words go on behind a colon, as endings do in Finnish and Swedish. */
  readonly joinColons: boolean;
  /** An opening mark at the beginning of a word is the glottal stop. */
  readonly hasOkina: boolean;
  /** A semicolon asks, and a raised dot is one. */
  readonly isGreek: boolean;
  /** No sign ends a sentence in Thai and Lao: a line is one. */
  readonly linesAreSentences: boolean;
  readonly sentences: SentenceState;
  readonly stretches: Stretches;
  /** Where scanning stopped. */
  at: number;
}

const isLanguage = (language: string, ...bases: readonly string[]) =>
  bases.includes(language.toLowerCase().split('-')[0]!);

/** Korean is cut into morphemes where that is asked for. */
export const hasMorphemes = (language: string, method: string): boolean =>
  method === 'segmenter' && isLanguage(language, 'ko');

/** The classes that a document is read by: white space cuts it already, or it is Korean, or any other. */
export function classesFor(language: string, method: string, isSpaced: boolean): Uint8Array {
  if (isSpaced) return spacedClasses;
  if (!isLanguage(language, 'ko')) return unitClasses;
  return hasMorphemes(language, method) ? morphemeClasses : koreanClasses;
}

export function startWordScan(
  language: string,
  settings: TokenSettings,
  joinDivided: boolean,
  stretches: Stretches,
): WordScan {
  return {
    classes: stretches.classes,
    keepHyphens: settings.hyphens === 'keep',
    keepApostrophes: settings.apostrophes === 'keep' || apostropheIsLetter(language),
    keepPunctuation: settings.punctuation === 'keep',
    elided: settings.elisions === 'split' ? elidedWords(language) : null,
    joinDivided,
    joinColons: isLanguage(language, 'fi', 'sv'),
    hasOkina: isLanguage(language, 'haw', 'sm', 'to', 'ty'),
    isGreek: isLanguage(language, 'el', 'grc'),
    linesAreSentences: isLanguage(language, 'th', 'lo') && stretches.classes !== spacedClasses,
    sentences: newSentenceState(),
    stretches,
    at: 0,
  };
}

/**
 * Finds words in one pass over UTF-16 units. A word holds letters, marks and digits, and, where the settings keep them, apostrophes and
 * hyphens between two of these; a number keeps points and commas between digits. Letters of scripts without spaces are cut by a
 * dictionary wherever they stand. Unless the text is final, it stops (`scan.at`) where what follows could change the result.
 * @returns true when there is no room for more: to be called again
 */
export function scanWords(scan: WordScan, units: Uint16Array, final: boolean, found: FoundWords): boolean {
  const end = units.length;
  const { classes, sentences, stretches } = scan;
  const { inLines } = stretches;
  found.count = 0;
  if (found.forms.size > 0) found.forms.clear();
  while (scan.at < end) {
    if (found.count === mostFound) return true;
    const at = scan.at;
    const code = units[at]!;
    const first = classes[code]!;
    if (first === space) {
      sentences.spaced = true;
      scan.at = at + 1;
      continue;
    }
    if (first === newline) {
      if (scan.linesAreSentences) afterLine(sentences);
      else afterNewline(sentences, code);
      scan.at = at + 1;
      continue;
    }
    if (first === surrogate && at + 1 >= end && !final) return false;
    if (first === apostrophe && at + 1 >= end && !final) return false;
    const kind = first === surrogate ? classAt(classes, units, at) : first;
    if (kind === space || kind === mark) {
      // A mark belongs to the sign before it.
      scan.at = at + widthAt(units, at);
      continue;
    }
    // Signs tell something of the words beside them.
    if (inLines !== null && at >= stretches.to && partAt(stretches, units, at, final) === -2) return false;
    const read =
      kind === unspaced
        ? readPart(scan, units, at, final, found)
        : kind === letter || kind === digit || (kind === apostrophe && beginsWord(units, at, scan.hasOkina))
          ? readWord(scan, units, at, kind, final, found)
          : readSigns(scan, units, at, kind, final, found);
    if (!read) return false;
  }
  return false;
}

/** Reads a word of a script without spaces. @returns false where more text is needed */
function readPart(
  scan: WordScan,
  units: Uint16Array,
  start: number,
  final: boolean,
  found: FoundWords,
): boolean {
  const { stretches } = scan;
  const part = partAt(stretches, units, start, final);
  if (part === -2) return false;
  return putPart(scan, units, start, part, found);
}

function putPart(scan: WordScan, units: Uint16Array, start: number, part: number, found: FoundWords): true {
  const { classes, sentences, stretches } = scan;
  let end =
    part < 0 ? start + widthAt(units, start) : wholeLetters(scan, units, start, stretches.ends[part]!);
  // Selectors of shapes and marks of other scripts.
  while (end < stretches.to && classAt(classes, units, end) === mark) end += widthAt(units, end);
  let hash = firstHash;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ units[at]!, prime);
  if (sentences.endedTight) sentences.spaced = true;
  const { count } = found;
  found.starts[count] = start;
  found.ends[count] = end;
  found.hashes[count] = hash;
  found.marks[count] = foundKind.word | (startsHere(sentences, units, start) ? startsSentence : 0);
  const isWhole = part >= 0 && start === stretches.starts[part] && end >= stretches.ends[part]!;
  found.entries[count] = isWhole ? stretches.entries[part]! : -1;
  if (isWhole && stretches.forms.size > 0) {
    const form = stretches.forms.get(part);
    if (form !== undefined) found.forms.set(count, form);
  }
  found.count = count + 1;
  scan.at = end;
  return true;
}

/** A part that ends within a Latin word or a number ends before it. */
function wholeLetters({ classes }: WordScan, units: Uint16Array, start: number, end: number): number {
  const isSpaced = (at: number) => {
    const kind = at < units.length ? classAt(classes, units, at) : space;
    return kind === letter || kind === digit;
  };
  if (!isSpaced(end) || !isSpaced(end - 1)) return end;
  let before = end - 1;
  while (before > start && isSpaced(before)) before -= 1;
  return before > start || !isSpaced(before) ? before + 1 : end;
}

/** @returns false where more text is needed */
function readWord(
  scan: WordScan,
  units: Uint16Array,
  start: number,
  first: number,
  final: boolean,
  found: FoundWords,
): boolean {
  const { classes } = scan;
  const end = units.length;
  const limit = start + longestToken;
  const stop = Math.min(end, limit);
  if ((first === digit || units[start]! >= 0xf020) && standsAlone(classes, units, start)) {
    if (start + 2 >= end && !final) return false;
    return readSigns(scan, units, start, punctuation, final, found);
  }
  // FNV-1a over UTF-16 units.
  let hash = firstHash;
  let letters = false;
  let at = start;
  let kind = classes[units[start]!]!;
  // Most words are letters of one unit and nothing else.
  while (kind === letter && at < stop) {
    letters = true;
    hash = Math.imul(hash ^ units[at]!, prime);
    at += 1;
    if (at < stop) kind = classes[units[at]!]!;
  }
  while (at < stop) {
    const code = units[at]!;
    kind = classes[code]!;
    if (kind === letter) letters = true;
    else if (kind !== digit && kind !== mark) {
      if (kind === newline || kind === punctuation || kind === unspaced) break;
      if (kind === space && !joinsSuffix(units, at)) break;
      // The sign and what follows it, which may be a pair.
      if (at + (kind === joiner ? mostJoiners : 0) + 2 >= end && !final) return false;
      if (kind === surrogate) {
        const whole = classAt(classes, units, at);
        if (whole === unspaced) kind = unspaced;
        if ((whole !== letter && whole !== digit && whole !== mark) || at + 2 > limit) break;
        letters ||= whole === letter;
        hash = Math.imul(hash ^ code, prime);
        at += 1;
      } else if (kind === quote) {
        if (at + 12 >= end && !final) return false;
        if (!joinsInHebrew(units, at, start)) break;
      } else if (kind === apostrophe && letters && elides(scan, units, start, at)) {
        hash = Math.imul(hash ^ code, prime);
        at += 1;
        break;
      } else if (!joins(scan, units, start, at, kind, letters)) {
        if (!scan.joinDivided || !letters) break;
        const rest = restOfDivided(units, at, final);
        if (rest < 0) return false;
        if (rest === 0 || rest >= limit) break;
        for (; at < rest; at += 1) hash = Math.imul(hash ^ units[at]!, prime);
      }
    }
    hash = Math.imul(hash ^ units[at]!, prime);
    at += 1;
  }
  if (at >= end && !final) return false;
  if (kind === unspaced || (scan.stretches.inLines !== null && start < scan.stretches.to)) {
    // Words of both kinds of letters: Ｔシャツ, 3D打印.
    const part = partAt(scan.stretches, units, start, final);
    if (part === -2) return false;
    if (part >= 0 && isMixed(scan, units, start, at, part)) return putPart(scan, units, start, part, found);
  }
  const { count } = found;
  found.starts[count] = start;
  found.ends[count] = at;
  found.hashes[count] = hash;
  found.marks[count] =
    (letters ? foundKind.word : foundKind.number) |
    (startsHere(scan.sentences, units, start) ? startsSentence : 0);
  found.entries[count] = -1;
  found.count = count + 1;
  scan.at = at;
  return true;
}

/** Does a part go on behind a word with letters of a script without spaces? */
function isMixed(
  { classes, stretches }: WordScan,
  units: Uint16Array,
  start: number,
  end: number,
  part: number,
): boolean {
  const partEnd = stretches.ends[part]!;
  if (stretches.starts[part] !== start || partEnd <= end) return false;
  const next = classAt(classes, units, end);
  const last = classAt(classes, units, partEnd - 1);
  return next === unspaced && (last === unspaced || last === mark || partEnd === stretches.to);
}

/** Does the sign at `at` belong to the word before it? Only between two parts of a word. */
function joins(
  scan: WordScan,
  units: Uint16Array,
  start: number,
  at: number,
  kind: number,
  letters: boolean,
): boolean {
  const next = at + 1 < units.length ? classAt(scan.classes, units, at + 1) : space;
  switch (kind) {
    case joiner:
    case innerSign:
      return joinsSign(units, at, next, scan.isGreek);
    case apostrophe:
      if (at === start) return true;
      return joinsApostrophe(units, at, start, next, letters, scan.keepApostrophes);
    case space:
      return true;
    case hyphen:
      return scan.keepHyphens && (next === letter || next === digit);
    case sentenceEnd:
      return (
        (units[at] === fullStop || units[at] === wideFullStop) &&
        scan.classes[units[at - 1]!] === digit &&
        next === digit
      );
    case comma:
      return !letters && next === digit;
    case colon:
      return scan.joinColons && joinsColon(next, letters);
    default:
      return false;
  }
}

/** Elided words stand before another word, before a number or a quotation, and apart in texts that were cut already; quoted letters are none. */
function elides(scan: WordScan, units: Uint16Array, start: number, at: number): boolean {
  const { elided, classes } = scan;
  if (elided === null || at - start > 12) return false;
  if (start > 0 && classAt(classes, units, start - 1) === apostrophe) return false;
  return elided.has(String.fromCharCode(...units.subarray(start, at)).toLowerCase());
}

const semicolon = 0x3b;
const greekQuestion = 0x37e;

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
  if (kind === sentenceEnd || (scan.isGreek && (code === semicolon || code === greekQuestion)))
    afterEnd(scan.sentences, units, start, at);
  return true;
}
