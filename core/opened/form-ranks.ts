import { collated } from './collation.ts';
import { mainLanguage } from './corpus-words.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';

const formRanks = kept<Uint32Array>();

/** The place of every type in the order of the language that most of the corpus is in. */
export const formRanksOf = (opened: Opened): Uint32Array =>
  opened.remember(formRanks, 'all', () => ranksOf(opened, typesOf(opened).forms));

/** The place of each of some words in the same order. */
export function ranksOf(opened: Opened, words: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(words.length);
  collated(opened.environment.kernels, mainLanguage(opened), words).forEach(
    (word, rank) => (ranks[word] = rank),
  );
  return ranks;
}
