import { AppError } from '../contract/errors.ts';

export interface WordSet {
  readonly name: string;
  readonly words: readonly string[];
}

/** Two sets of targets, then two of attributes. */
export type WordSets = readonly [WordSet, WordSet, WordSet, WordSet];

/**
 * Reads four sets: `name: word, word, word`. A line without a colon goes on with the set above it; one without commas is divided at white
 * space; `#` begins a comment.
 * @throws AppError E_WORD_SETS_INVALID with the line and what is wrong
 */
export function readWordSets(text: string, file: string): WordSets {
  const sets: { readonly name: string; readonly words: string[]; readonly line: number }[] = [];
  const bad = (reason: string, line: number | null, word?: string) =>
    new AppError('E_WORD_SETS_INVALID', {
      file,
      reason,
      ...(line === null ? {} : { line }),
      ...(word === undefined ? {} : { word }),
    });
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .forEach((raw, at) => {
      const line = raw.trim();
      if (line === '' || line.startsWith('#')) return;
      const colon = /[:：]/u.exec(line)?.index ?? -1;
      if (colon >= 0) sets.push({ name: line.slice(0, colon).trim(), words: [], line: at + 1 });
      const set = sets[sets.length - 1];
      if (set === undefined || set.name === '') throw bad('no-name', at + 1);
      for (const word of wordsOf(line.slice(colon + 1))) {
        if (set.words.includes(word)) throw bad('twice', at + 1, word);
        if (sets.some((other) => other.words.includes(word))) throw bad('in-two-sets', at + 1, word);
        set.words.push(word);
      }
    });
  if (sets.length !== 4) throw bad('not-four', null);
  const empty = sets.find(({ words }) => words.length === 0);
  if (empty !== undefined) throw bad('no-words', empty.line);
  return sets.map(({ name, words }) => ({ name, words })) as unknown as WordSets;
}

function wordsOf(text: string): string[] {
  const parts = /[,，、;；\t]/u.test(text) ? text.split(/[,，、;；\t]/u) : text.split(/\s+/u);
  return parts.map((word) => word.trim()).filter((word) => word !== '');
}
