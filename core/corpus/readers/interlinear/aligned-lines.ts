import { spacedWords } from '../speech/spoken-text.ts';
import type { LabelWord } from '../speech/tier.ts';

export interface Line {
  readonly marker: string;
  readonly value: string;
}

/** A line of text and those that stand below it. */
export interface Block {
  readonly text: string;
  readonly below: readonly Line[];
}

/** Translations and notes, by the names that they usually have. */
const free = /^(?:f|f[tregn]|lt|n[tqgp]|com?|cmt?|dt)$/;

/**
 * The markers of lines that are about words: columns are kept by spaces below every line of text that has several, or there are always as
 * many items as words.
 */
export function alignedMarkers(blocks: readonly Block[]): ReadonlySet<string> {
  const markers = new Set<string>();
  const others = new Set<string>();
  for (const { text, below } of blocks)
    for (const { marker, value } of below) {
      if (value.trim() === '' || free.test(marker)) continue;
      markers.add(marker);
      if (itemsByWord(text, value) === undefined) others.add(marker);
    }
  return markers.difference(others);
}

/**
 * Words with what the lines below say of them: what begins below a word belongs to it. Toolbox counts columns in bytes, people count letters.
 * @param aligned markers of the lines that are about words; all others are about the whole
 */
export function alignedWords(
  blocks: readonly Block[],
  aligned: ReadonlySet<string>,
): {
  readonly text: string;
  readonly words: readonly LabelWord[];
  readonly others: readonly Line[];
} {
  let text = '';
  const words: LabelWord[] = [];
  const others: Line[] = [];
  for (const block of blocks) {
    const pieces = [...block.text.matchAll(/\S+/gu)];
    const values = pieces.map((): Record<string, string> => ({}));
    for (const line of block.below) {
      const items = aligned.has(line.marker) ? itemsByWord(block.text, line.value) : undefined;
      if (items === undefined) others.push(line);
      else
        items.forEach((item, at) => {
          const own = values[at]!;
          const before = own[line.marker];
          if (item !== '') own[line.marker] = before === undefined ? item : `${before} ${item}`;
        });
    }
    pieces.forEach(([piece], at) => {
      if (text !== '') text += ' ';
      const [word] = spacedWords(piece);
      if (word !== undefined)
        words.push({ start: text.length + word.start, length: word.length, values: values[at]! });
      text += piece;
    });
  }
  return { text, words, others };
}

/** What stands below each word; undefined where a line is not about words. */
function itemsByWord(above: string, below: string): readonly string[] | undefined {
  const words = columnsOf(above);
  const items = columnsOf(below);
  if (words.length === 0 || items.length === 0) return undefined;
  for (const measure of ['bytes', 'letters'] as const) {
    const starts = new Set(items.map((item) => item[measure]));
    if (!words.every((word) => starts.has(word[measure]))) continue;
    const found = words.map((): string[] => []);
    let at = 0;
    for (const item of items) {
      while (at + 1 < words.length && words[at + 1]![measure] <= item[measure]) at += 1;
      found[at]!.push(item.text);
    }
    return found.map((all) => all.join(' '));
  }
  return items.length === words.length ? items.map(({ text }) => text) : undefined;
}

/** Where each item begins. */
function columnsOf(
  line: string,
): readonly { readonly text: string; readonly letters: number; readonly bytes: number }[] {
  const isPlain = Buffer.byteLength(line) === line.length;
  let bytes = 0;
  let from = 0;
  return [...line.matchAll(/\S+/gu)].map(({ 0: text, index }) => {
    bytes += isPlain ? index - from : Buffer.byteLength(line.slice(from, index));
    from = index;
    return { text, letters: index, bytes };
  });
}
