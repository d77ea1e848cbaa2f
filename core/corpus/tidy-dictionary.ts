import type { Dictionary } from '../contract/cutting.ts';
import { oneSpelling } from './tokenize/orthography.ts';

/** No entry twice, none empty, in the order in which they came. */
export function tidyDictionary({ words, splits }: Dictionary): Dictionary {
  const clean = (word: string) => oneSpelling(word).trim().replaceAll(/\s+/gu, ' ');
  const parts = splits
    .map((entry) => entry.map(clean).filter((part) => part !== ''))
    .filter((entry) => entry.length > 1);
  return {
    words: [...new Set(words.map(clean).filter((word) => word !== ''))],
    splits: [...new Map(parts.map((entry) => [entry.join(''), entry])).values()],
  };
}
