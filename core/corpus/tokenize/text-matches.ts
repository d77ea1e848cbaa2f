import type { TokenSettings } from '../../contract/cutting.ts';
import { astralClass, unit } from './character-classes.ts';
import { lowerCaseOf } from './orthography.ts';
import { usualSpelling } from './usual-spelling.ts';
import { withoutMarks } from './normal-form.ts';
import { childOf, grownChild, trieNode, type TrieNode } from './unit-trie.ts';

/** A place of a text that an entry stands at. UTF-16 units of the text. */
export interface TextMatch {
  readonly start: number;
  readonly end: number;
  /** Number of the entry. */
  readonly entry: number;
}

/** Finds entries in a text that comes piece by piece. */
export interface TextMatcher {
  /** @returns what is found so far and was not told before, from left to right, none over another */
  read(piece: string, final: boolean): readonly TextMatch[];
  /** No entry that was not told begins before this place. */
  readonly decided: number;
}

/** Below this lie the letters of nearly all texts. */
const commonCodePoints = 0xa000;
/** More white space than this stands between no two words of an entry. */
const longestSpace = 64;
const invisible = /[\u00ad\u200b\u2060\ufeff\ufe00-\ufe0f]/u;
const blank = /\s/u;
const spaceSign = 0x20;

/**
 * Entries as they are compared with a text: letter by letter decomposed, in one case where the settings count words so, with one kind of
 * apostrophe, hyphen and space.
 */
export interface TextEntries {
  readonly root: TrieNode;
  readonly foldOf: (codePoint: number) => string;
}

export function textEntries(
  entries: readonly string[],
  language: string,
  { lowerCase, marks }: TokenSettings,
): TextEntries {
  /** By code point. */
  const folds: (string | undefined)[] = [];
  const rare = new Map<number, string>();
  const lower = lowerCase ? lowerCaseOf(language) : (text: string) => text;
  const foldOf = (codePoint: number) => {
    const known = codePoint < commonCodePoints ? folds[codePoint] : rare.get(codePoint);
    if (known !== undefined) return known;
    const character = String.fromCodePoint(codePoint);
    const fold = folded(character, lower, marks === 'strip');
    if (codePoint < commonCodePoints) folds[codePoint] = fold;
    else rare.set(codePoint, fold);
    return fold;
  };
  const root = trieNode();
  entries.forEach((text, entry) => {
    let at = root;
    for (const character of text.trim().replaceAll(/\s+/gu, ' ')) {
      const fold = foldOf(character.codePointAt(0)!);
      for (let one = 0; one < fold.length; one += 1) at = grownChild(at, fold.charCodeAt(one));
    }
    if (at !== root && at.entry < 0) at.entry = entry;
  });
  return { root, foldOf };
}

function folded(character: string, lower: (text: string) => string, bare: boolean): string {
  if (invisible.test(character)) return '';
  if (blank.test(character)) return ' ';
  if (/[’ʼ＇‘‛ʻ՚׳]/u.test(character)) return "'";
  if (/[‐‑﹣－]/u.test(character)) return '-';
  const usual = lower(usualSpelling(character)).replaceAll('ς', 'σ');
  // A mark counts with the letter before it, or does not.
  const isBareMark = bare && /\p{M}/u.test(usual) && withoutMarks(`\u0628${usual}`) === '\u0628';
  if (isBareMark) return '';
  return (bare ? withoutMarks(usual) : usual).normalize('NFD');
}

/** Of {@link textMatcher}: no entry begins with this unit. */
const never = 1;
const isSurrogate = (unitHere: number) => unitHere >= 0xd800 && unitHere < 0xe000;

/**
 * Looks for entries as a text is written, not as it is cut: the longest where several begin, from left to right. A letter at the edge of
 * an entry is the edge of a word of the text, unless its script puts no spaces between words; a sign before a word has no letter before it
 * (`@x` is not in me@x.org). White space of an entry is any white space but an empty line.
 * @param classesOf the classes that a text is read by, by its beginning
 * @param tellingUnits so much of a text is waited for before that
 */
export function textMatcher(
  { root, foldOf }: TextEntries,
  entries: readonly string[],
  classesOf: (beginning: string) => Uint8Array,
  tellingUnits: number,
): TextMatcher {
  const hasLetter = entries.map((entry) => /[\p{L}\p{N}]/u.test(entry));
  const text = { rest: '', base: 0, at: 0 };
  let classes: Uint8Array | null = null;

  const classAt = (known: Uint8Array, at: number) => {
    const code = text.rest.codePointAt(at);
    if (code === undefined) return -1;
    if (code < 0x10000) return known[code]!;
    const found = astralClass(code);
    return found === unit.unspaced && known[0x4e00] === unit.letter ? unit.letter : found;
  };
  const isOfWord = (kind: number) => kind === unit.letter || kind === unit.digit || kind === unit.mark;
  /** Whether an unspaced letter or none of a word stands before this place; looks over marks. */
  function followsWord(known: Uint8Array, place: number): boolean {
    let at = place;
    for (;;) {
      if (at === 0) return false;
      at -= 1;
      const code = text.rest.charCodeAt(at);
      if (code >= 0xdc00 && code < 0xe000 && at > 0) at -= 1;
      const kind = classAt(known, at);
      if (kind !== unit.mark && kind !== unit.joiner) return kind === unit.letter || kind === unit.digit;
    }
  }

  /** Whether an entry begins with a unit, as far as it was asked. A surrogate says nothing of its character. */
  const begins = new Uint8Array(0x10000);
  function mayBegin(code: number, unitHere: number): boolean {
    const fold = foldOf(code);
    const may = fold !== '' && childOf(root, fold.charCodeAt(0)) !== undefined;
    if (!may && !isSurrogate(unitHere)) begins[unitHere] = never;
    return may;
  }
  /** Letters of a spaced script behind another one: no entry begins there. */
  function isInWord(known: Uint8Array, at: number): boolean {
    if (at === 0) return false;
    const before = known[text.rest.charCodeAt(at - 1)];
    const here = known[text.rest.charCodeAt(at)];
    return (here === unit.letter || here === unit.digit) && (before === unit.letter || before === unit.digit);
  }

  /** @returns where the longest entry from here ends, or −2 where more text is needed */
  function matchAt(known: Uint8Array, from: number, final: boolean): { end: number; entry: number } {
    const { rest } = text;
    let best = { end: -1, entry: -1 };
    let at = from;
    let here: TrieNode = root;
    for (;;) {
      if (here.entry >= 0) {
        if (at >= rest.length && !final) return { end: -2, entry: -1 };
        if (isEdge(known, from, at, here.entry)) best = { end: at, entry: here.entry };
      }
      if (here.child === undefined) return best;
      if (at >= rest.length) return final ? best : { end: -2, entry: -1 };
      const code = rest.codePointAt(at)!;
      const fold = foldOf(code);
      const width = code > 0xffff ? 2 : 1;
      if (fold === ' ') {
        const next = childOf(here, spaceSign);
        const end = spaceFrom(at);
        if (next === undefined || end < 0) return best;
        if (end >= rest.length && !final) return { end: -2, entry: -1 };
        here = next;
        at = end;
        continue;
      }
      if (fold === '' && at === from) return best;
      let next: TrieNode | undefined = here;
      for (let one = 0; one < fold.length && next !== undefined; one += 1)
        next = childOf(next, fold.charCodeAt(one));
      if (next === undefined) return best;
      here = next;
      at += width;
    }
  }

  /** Where white space ends; −1 where it is too long, or an empty line. */
  function spaceFrom(from: number): number {
    const { rest } = text;
    let at = from;
    while (at < rest.length && at - from <= longestSpace && blank.test(rest[at]!)) at += 1;
    const lines = rest.slice(from, at).match(/\r\n|[\n\r\u2028\u2029]/gu)?.length ?? 0;
    return at - from > longestSpace || lines > 1 ? -1 : at;
  }

  function isEdge(known: Uint8Array, from: number, end: number, entry: number): boolean {
    const after = classAt(known, end);
    if (after === unit.mark) return false;
    const first = classAt(known, from);
    const last = classAt(known, end - (isLow(end - 1) ? 2 : 1));
    if (isOfWord(last) && isOfWord(after)) return false;
    if (first === unit.unspaced || !followsWord(known, from)) return true;
    return first !== unit.letter && first !== unit.digit && !hasLetter[entry]!;
  }
  const isLow = (at: number) => {
    const code = text.rest.charCodeAt(at);
    return code >= 0xdc00 && code < 0xe000;
  };

  return {
    get decided() {
      return text.base + text.at;
    },
    read(piece, final) {
      text.rest += piece;
      const found: TextMatch[] = [];
      if (classes === null && !final && text.rest.length < tellingUnits) return found;
      classes ??= classesOf(text.rest.slice(0, tellingUnits));
      const { rest } = text;
      while (text.at < rest.length) {
        const unitHere = rest.charCodeAt(text.at);
        if (begins[unitHere] === never || (isInWord(classes, text.at) && !isSurrogate(unitHere))) {
          text.at += 1;
          continue;
        }
        const code = rest.codePointAt(text.at)!;
        if (mayBegin(code, unitHere)) {
          const { end, entry } = matchAt(classes, text.at, final);
          if (end === -2) break;
          if (end > 0) {
            found.push({ start: text.base + text.at, end: text.base + end, entry });
            text.at = end;
            continue;
          }
        }
        text.at += code > 0xffff ? 2 : 1;
      }
      // A little before is kept: the letter there decides whether a word begins.
      const done = Math.max(0, text.at - longestSpace);
      text.rest = text.rest.slice(done);
      text.base += done;
      text.at -= done;
      if (final) {
        Object.assign(text, { rest: '', base: 0, at: 0 });
        classes = null;
      }
      return found;
    },
  };
}
