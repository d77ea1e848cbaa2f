import { astralClass, unit } from './character-classes.ts';
import { withOwnWords } from './own-words.ts';
import { respelled } from './respelled.ts';
import { stretchCutter, textOf, type CuttingRules, type StretchCutter } from './stretch-cutter.ts';
import { lineEndLength, unitsOf } from './units-of.ts';
import { isWithinText } from './wrapped-lines.ts';

const { digit, joiner, letter, mark, newline, sentenceEnd, space, surrogate, unspaced } = unit;

/** No stretch is longer, so that what is cut does not depend on how much of a text is there. */
const longestStretch = 500;
const leastKana = 1 / 3;

/** What is known of the letters without spaces around the place that is scanned. */
export interface Stretches {
  readonly classes: Uint8Array;
  readonly kernels: string;
  readonly ownWords: readonly string[];
  /** Ideographs and kana of the text are Japanese, or Korean is cut into morphemes: with all that stands around them in their line. */
  readonly inLines: 'japanese' | 'korean' | null;
  /** Line ends within these letters say nothing. */
  readonly isWrapped: boolean;
  readonly cutters: Map<CuttingRules, StretchCutter>;
  /** The stretch that was cut, and its parts by their places in the text. */
  from: number;
  to: number;
  count: number;
  starts: Int32Array;
  ends: Int32Array;
  entries: Int32Array;
  /** Parts that are not spelled as they stand there. */
  forms: Map<number, string>;
  /** No part before it is asked for again. */
  next: number;
}

export const newStretches = (
  options: Pick<Stretches, 'classes' | 'kernels' | 'ownWords' | 'inLines' | 'isWrapped'>,
): Stretches => ({
  ...options,
  cutters: new Map(),
  from: 0,
  to: 0,
  count: 0,
  starts: new Int32Array(longestStretch),
  ends: new Int32Array(longestStretch),
  entries: new Int32Array(longestStretch),
  forms: new Map(),
  next: 0,
});

/** The text before `by` is gone. */
export function shiftStretches(stretches: Stretches, by: number): void {
  if (by === 0) return;
  stretches.from -= by;
  stretches.to -= by;
  for (let part = stretches.next; part < stretches.count; part += 1) {
    stretches.starts[part]! -= by;
    stretches.ends[part]! -= by;
  }
}

/**
 * The part that stands over a place, of the stretch around it, which is cut when it was not yet.
 * @returns −1 where there is none, −2 where more text is needed
 */
export function partAt(stretches: Stretches, units: Uint16Array, at: number, final: boolean): number {
  if (at >= stretches.to || at < stretches.from) {
    const code = units[at]!;
    const isElsewhere = stretches.classes[code] === unspaced && scriptOf(code) !== 'chinese';
    const to =
      stretches.inLines !== null && !isElsewhere
        ? endOfLine(stretches, units, at, final)
        : endOfStretch(stretches, units, at, final);
    if (to < 0) return -2;
    cut(stretches, units, at, to);
  }
  while (stretches.next < stretches.count && stretches.ends[stretches.next]! <= at) stretches.next += 1;
  return stretches.next < stretches.count && stretches.starts[stretches.next]! <= at ? stretches.next : -1;
}

function cut(stretches: Stretches, units: Uint16Array, from: number, to: number): void {
  Object.assign(stretches, { from, to, count: 0, next: 0 });
  if (stretches.forms.size > 0) stretches.forms.clear();
  const rules = rulesFor(stretches, units, from, to);
  if (rules === null) return;
  // One letter needs no dictionary.
  if (to - from === 1) {
    put(stretches, from, to, -1);
    return;
  }
  const cutter = cutterFor(stretches, rules);
  const written = respelled(textOf(units, from, to));
  const parts =
    written === null ? cutter(units, from, to) : cutter(unitsOf(written.text), 0, written.text.length);
  const { ends, entries } = parts;
  let start = 0;
  for (let part = 0; part < parts.count; part += 1) {
    const end = ends[part]!;
    // The dictionary’s word behind a space begins with it.
    while (
      start < end - 1 &&
      isSpace(stretches, written === null ? units[from + start]! : written.text.charCodeAt(start))
    )
      start += 1;
    const entry = entries === null ? -1 : entries[part]!;
    if (written === null) put(stretches, from + start, from + end, entry);
    else {
      stretches.forms.set(stretches.count, written.text.slice(start, end));
      put(stretches, from + written.starts[start]!, from + written.ends[end - 1]!, entry);
    }
    start = end;
  }
}

const isSpace = ({ classes }: Stretches, code: number) => classes[code]! <= newline;

function put(stretches: Stretches, start: number, end: number, entry: number): void {
  const part = stretches.count;
  if (part === stretches.starts.length)
    for (const name of ['starts', 'ends', 'entries'] as const) {
      const more = new Int32Array(part * 2);
      more.set(stretches[name]);
      stretches[name] = more;
    }
  stretches.starts[part] = start;
  stretches.ends[part] = end;
  stretches.entries[part] = entry;
  stretches.count = part + 1;
}

function cutterFor({ cutters, kernels, ownWords }: Stretches, rules: CuttingRules): StretchCutter {
  const known = cutters.get(rules) ?? withOwnWords(stretchCutter(rules, kernels), ownWords);
  cutters.set(rules, known);
  return known;
}

/** Null where there is nothing to cut. */
function rulesFor(
  { classes, inLines }: Stretches,
  units: Uint16Array,
  from: number,
  to: number,
): CuttingRules | null {
  let kana = 0;
  let letters = 0;
  let first: CuttingRules | null = null;
  for (let at = from; at < to; at += 1) {
    const code = units[at]!;
    if (classes[code] !== unspaced && !(classes[code] === surrogate && isAstralUnspaced(units, at))) continue;
    first ??= scriptOf(code);
    // In lines only ideographs, kana and Hangul are asked for here.
    if (inLines !== null && first === 'chinese') return inLines;
    letters += 1;
    if (isKana(code)) kana += 1;
  }
  return first === 'chinese' && kana >= leastKana * letters ? 'japanese' : first;
}

const isKana = (code: number) => (code >= 0x3041 && code <= 0x30ff) || (code >= 0xff66 && code <= 0xff9f);

function isAstralUnspaced(units: Uint16Array, at: number): boolean {
  const high = units[at]!;
  const low = units[at + 1] ?? 0;
  if (high >= 0xdc00 || low < 0xdc00 || low >= 0xe000) return false;
  return astralClass(((high - 0xd800) << 10) + (low - 0xdc00) + 0x10000) === unspaced;
}

/** Ideographs and kana have one rule until their share is known; Hangul is asked for in lines of Korean alone. */
function scriptOf(code: number): CuttingRules {
  if (code >= 0xe00 && code < 0xe80) return 'thai';
  if (code >= 0xe80 && code < 0xf00) return 'lao';
  if (code >= 0x1780 && code < 0x1800) return 'khmer';
  if ((code >= 0x1000 && code < 0x10a0) || (code >= 0xa9e0 && code < 0xaa80)) return 'burmese';
  return 'chinese';
}

/** Behind the letters of one script in a row; ideographs take Latin letters and digits along, as words may have both. */
function endOfStretch(stretches: Stretches, units: Uint16Array, from: number, final: boolean): number {
  const { classes, isWrapped } = stretches;
  const limit = from + longestStretch;
  const first = firstScript(classes, units, from);
  for (let at = from; at < limit; at += 1) {
    if (at >= units.length) return final ? at : -1;
    const code = units[at]!;
    const kind = classes[code]!;
    if (kind === unspaced) {
      if (scriptOf(code) !== first) return at;
      continue;
    }
    if (kind === mark) continue;
    if (kind === surrogate || kind === joiner) {
      if (at + 1 >= units.length && !final) return -1;
      if (kind === joiner && classes[units[at + 1] ?? 0] === unspaced) continue;
      if (kind === joiner || !isWordly(units, at) || first !== 'chinese') return at;
      // A pair is not parted.
      if (at + 1 >= limit) return at;
      at += 1;
      continue;
    }
    if (first !== 'chinese') return at;
    if (kind === letter || kind === digit) continue;
    if (!isWrapped || kind > newline) return at;
    const lineEnd = lineEndWithin(classes, units, at);
    if (lineEnd < 0) return at;
    if (lineEnd === units.length) return final ? at : -1;
    const goesOn = isWithinText(units, lineEnd, from, final);
    if (goesOn === undefined) return -1;
    if (!goesOn) return at;
    at = lineEnd + lineEndLength(units, lineEnd) - 1;
  }
  return limit;
}

/** A Latin word may stand at the beginning of a stretch. */
function firstScript(classes: Uint8Array, units: Uint16Array, from: number): CuttingRules {
  for (let at = from; at < units.length; at += 1) {
    const kind = classes[units[at]!]!;
    if (kind === unspaced) return scriptOf(units[at]!);
    if (kind !== letter && kind !== digit && kind !== mark) break;
  }
  return 'chinese';
}

/** Where a line, or all that is there of the text, ends behind spaces; −1 where the line goes on. */
function lineEndWithin(classes: Uint8Array, units: Uint16Array, from: number): number {
  let at = from;
  while (at < units.length && classes[units[at]!] === space) at += 1;
  return at === units.length || classes[units[at]!] === newline ? at : -1;
}

function isWordly(units: Uint16Array, at: number): boolean {
  const low = units[at + 1] ?? 0;
  if (units[at]! >= 0xdc00 || low < 0xdc00 || low >= 0xe000) return false;
  const kind = astralClass(((units[at]! - 0xd800) << 10) + (low - 0xdc00) + 0x10000);
  return kind === unspaced || kind === letter || kind === digit || kind === mark;
}

/**
 * The line that a place stands in, with its signs: they tell what stands beside them. A long one ends behind a sentence, behind a sign,
 * or anywhere.
 */
function endOfLine(stretches: Stretches, units: Uint16Array, from: number, final: boolean): number {
  const { classes, isWrapped } = stretches;
  const limit = from + longestStretch;
  let sentence = -1;
  let sign = -1;
  for (let at = from; at < limit; at += 1) {
    if (at >= units.length) return final ? at : -1;
    const kind = classes[units[at]!]!;
    if (kind === newline) {
      if (!isWrapped) return at;
      const goesOn = isWithinText(units, at, from, final);
      if (goesOn === undefined) return -1;
      if (!goesOn) return at;
      at += lineEndLength(units, at) - 1;
      continue;
    }
    if (kind === unspaced) {
      if (scriptOf(units[at]!) !== 'chinese') return at;
    } else if (kind === sentenceEnd) sentence = at + 1;
    else if (kind === unit.punctuation || kind === space) sign = at + 1;
  }
  const last = units[limit - 1]!;
  return sentence > 0 ? sentence : sign > 0 ? sign : last >= 0xd800 && last < 0xdc00 ? limit - 1 : limit;
}
