import { collated } from './collation.ts';
import { mainLanguage } from './corpus-words.ts';
import type { Opened } from './opened.ts';

/** Names and words in the order of the language that most of the corpus is in; figures in them count by their size. */
export const inOrder = (opened: Opened, texts: readonly string[]): readonly string[] =>
  Array.from(collated(opened.environment.kernels, mainLanguage(opened), texts, true), (at) => texts[at]!);
