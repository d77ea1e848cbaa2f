import { some } from '../../i18n/counted.ts';

/** Pinned words side by side. */
export const en = {
  title: 'Compare',
  empty: 'Pin words wherever you meet them, or add some here.',
  lacking: 'Comparing words needs a model.',
  pinned: 'Pinned words',
  addList: 'Add a list…',
  listCut: (shown: string, all: string) =>
    `Pinned: the first ${shown} of the list’s ${some(all, 'word', 'words')}.`,
  addWord: 'Add words',
  clear: 'Remove all',
  tabs: {
    vectors: 'Vectors',
    similarity: 'Similarity',
    difference: 'Difference',
    arithmetic: 'Arithmetic',
  },
  vectorsOf: 'Words × dimensions',
  dimension: (n: string) => `dimension ${n}`,
  dimensionNote: 'One dimension has no fixed meaning and changes between runs.',
  order: 'Dimensions',
  orders: { stored: 'as stored', variance: 'by variance', first: 'by the first word' },
  rowOrder: 'Words',
  rowOrders: { clustered: 'clustered', given: 'as pinned' },
  scale: 'Scale',
  first: 'First',
  second: 'Second',
  minus: 'First − second',
  largest: 'Largest differences',
  arithmetic: 'Row of sums',
  arithmeticPrompt: 'a − b + c, and a word to hold beside it',
  beside: 'Beside it',
  sum: 'sum',
  cosineTo: (word: string, value: string) => `cosine of the sum and ${word}: ${value}`,
  needTwo: 'Two pinned words or more can be compared.',
  missing: (words: string) => `Not in this model: ${words}`,
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
