import { ofEnglish as of, some } from '../../i18n/counted.ts';

/** A word in one place. */
export const en = {
  title: (word: string) => `Everything about ${word}`,
  occurrences: of('occurrence', 'occurrences'),
  perMillion: (rate: string) => `${rate} per million`,
  rank: (rank: string, types: string) => `rank ${rank} of ${types}`,
  inTexts: (texts: string, all: string) => `in ${texts} of ${some(all, 'text', 'texts')}`,
  dp: (value: string) => `DP ${value}`,
  dpNote:
    'Gries’s DP: 0 spread like the texts, towards 1 in one corner. The strip has a hundred equal stretches of the texts, one after the other.',
  strip: 'Where it stands in the texts, from the first to the last',
  written: 'Written',
  forms: 'Forms',
  formsOf: (here: string, all: string) => `${here} of ${all} here`,
  trend: (field: string) => `Frequency by ${field}`,
  trendOf: (word: string, field: string) => `Frequency of ${word} by ${field}`,
  rate: 'occurrences per million tokens',
  trendSource: (texts: string, tokens: string) => `Counted in ${texts}: ${some(tokens, 'token', 'tokens')}`,
  field: 'Field',
  noField: 'The texts have no fields, such as years or authors, to follow it over.',
  collocates: 'Collocates',
  noCollocates: 'Nothing stands by it three times.',
  neighbours: 'Neighbours',
  near: (model: string) => `of ${model}`,
  stability: (runs: string, share: string) =>
    `two of ${some(runs, 'run', 'runs')} share ${share} of the list`,
  inLists: (k: string, of: string) => `in the lists of ${k} of ${some(of, 'run', 'runs')}`,
  noModel: 'Train a model to see which words are used like it.',
  unknown: (model: string) => `${model} does not have this word: too rare for it, or left out.`,
  allRare: (model: string, count: string) =>
    `${model} has no other word that is met ${some(count, 'time', 'times')} or more.`,
  lines: 'Lines',
  chosen: 'by chance, the same each time',
  all: 'All of them',
  pin: 'Pin for comparison',
  unpin: 'Unpin',
  more: (count: string) => `${count} more`,
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
