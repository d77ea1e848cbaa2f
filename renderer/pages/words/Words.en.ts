/** The word list. */
export const en = {
  title: 'Words',
  lacking: 'The word list appears when the corpus has texts.',
  search: 'Filter',
  match: 'Match',
  matches: { contains: 'contains', starts: 'starts with', ends: 'ends with' },
  perMillion: 'Per million',
  dispersion: 'Dispersion',
  dispersionNote: 'Gries’s DP: 0 spread like the texts, 1 in one corner only',
  none: (search: string) => `No word matches “${search}”.`,
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
