import { ofEnglish as of } from '../../i18n/counted.ts';

/** Concordance and collocates. */
export const en = {
  title: 'Lines',
  lacking: 'Lines appear when the corpus has texts.',
  empty: 'Type a word to see every place it stands.',
  word: 'Word',
  show: 'Show',
  concordance: 'Concordance',
  collocates: 'Collocates',
  width: 'Words to each side',
  sort: 'Order',
  sorts: { text: 'Text', left: 'Left (L1 L2 L3)', right: 'Right (R1 R2 R3)', both: 'R1 then L1' },
  found: of('line', 'lines'),
  none: (word: string) => `“${word}” does not occur in these texts.`,
  together: 'Together',
  togetherNote: 'How often it stands within the span',
  span: 'Span',
  from: 'left',
  to: 'right',
  minimum: 'At least',
  logDice: 'logDice',
  mutualInformation: 'MI',
  tScore: 't',
  logLikelihood: 'LL',
  rareNote: 'Mutual information favours rare words; read it together with the count.',
  noCollocates: 'No word stands with it so often. Lower the minimum or widen the span.',
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
