import { some } from '../../i18n/counted.ts';

/** The word list. */
export const en = {
  title: 'Words',
  lacking: 'The word list appears when the corpus has texts.',
  layer: 'Listed',
  search: 'Filter',
  match: 'Match',
  matches: { contains: 'contains', starts: 'starts with', ends: 'ends with' },
  perMillion: 'Per million',
  dispersion: 'Dispersion',
  dispersionNote: 'Gries’s DP: 0 spread like the texts, 1 in one corner only',
  trendNote: (field: string, periods: string) =>
    `Per million over ${some(periods, 'period', 'periods')} of ${field} with about as many tokens each, from 0; the dot is the highest. The word’s page has the numbers`,
  trend: (first: string, highest: string, last: string) => `${first}; highest ${highest}; ${last}`,
  trendAt: (period: string, rate: string) => `${period}: ${rate}`,
  tabs: { words: 'Words', lists: 'Lists' },
  lists: {
    title: 'Lists of words',
    note: 'In a query, $name stands for the words of a list: [word=$name] in CQL.',
    make: 'New list',
    fromFile: 'From a file…',
    files: 'Word lists',
    name: 'Name',
    badName: 'Letters, figures, hyphens and low lines, a letter first: a query names it.',
    words: 'Words, one a line',
    counts: 'Frequencies',
    countsFrom: { none: 'None', texts: 'As in these texts', kept: 'As the list has them' },
    keep: 'Save the list',
    lines: 'Lines',
    pin: 'Pin in Compare',
    pinned: (count: string) => `Pinned in Compare: ${some(count, 'word', 'words')}.`,
    remove: 'Delete',
    here: 'In the texts',
    listed: 'In the list',
    empty:
      'Save words that belong together: to ask for all of them at once, to compare them, as stop words or as a reference of keywords.',
    choose: 'Choose a list, or make a new one.',
  },
  back: 'Back to the list',
  none: (search: string) => `No word matches “${search}”.`,
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
