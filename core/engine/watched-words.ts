import { spellings } from '../opened/corpus-words.ts';
import type { Opened } from '../opened/opened.ts';
import { wordsToKeep } from '../training/observe.ts';

export interface WatchedWords {
  /** Of the vocabulary: those that a person chose, then those that the program does. */
  readonly rows: readonly number[];
  readonly chosen: number;
  /** Asked for, and not in the vocabulary. */
  readonly unknown: readonly string[];
}

/** Words whose vectors are kept on the way of a training. */
export function watchedWords(
  opened: Opened,
  words: readonly string[],
  asked: readonly string[],
): WatchedWords {
  const rowOf = new Map(words.map((word, row) => [word, row]));
  const found = asked.map((word) =>
    spellings(opened, word)
      .map((form) => rowOf.get(form))
      .find((row) => row !== undefined),
  );
  const chosen = new Set(found.filter((row) => row !== undefined));
  return {
    rows: [...new Set([...chosen, ...wordsToKeep(words).map((word) => rowOf.get(word)!)])],
    chosen: chosen.size,
    unknown: asked.filter((_, at) => found[at] === undefined),
  };
}
