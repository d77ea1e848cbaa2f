import { some } from '../i18n/counted.ts';

/** A model held against answers of people. */
export const en = {
  kinds: { analogies: 'Analogies', pairs: 'Rated pairs' },
  kind: 'What is asked',
  noModel: 'Train a model first; then it can be held against a file of questions.',
  begin: {
    analogies:
      'A file of analogy questions: lines “man king woman queen”, sections begin with a colon; or files of BATS, a pair a line.',
    pairs:
      'A file of word pairs that people rated: two words and a number, with commas, semicolons or tabs, with or without headings.',
  },
  choose: 'Choose a file…',
  files: { analogies: 'Analogy questions', pairs: 'Word pairs' },
  wordColumns: 'Words in columns',
  wordColumnsHint: 'words: as 3,4',
  ratings: 'Ratings in column',
  ratingsHint: 'ratings: as 5',
  method: 'Method',
  working: 'Evaluating',
  section: 'Section',
  correct: 'Right',
  total: 'Questions',
  share: 'Share',
  interval: '95 %',
  intervalNote:
    'The middle 95 % over questions drawn anew: another test of the same kind gives something in this range',
  baseline: 'Baseline',
  baselineNote:
    'Rightly answered by the word that is nearest to the third alone. Only what lies above it comes from the analogy (Linzen 2016)',
  all: 'All sections',
  analogies: (share: string, correct: string, total: string) =>
    `${share}: ${correct} of ${some(total, 'question', 'questions')}`,
  coverage: (share: string) => `${share} of the file could be asked: the model has all their words`,
  lowCoverage: 'Less than half of the file could be asked. Do not compare this figure with published ones.',
  spearman: 'Spearman',
  pearson: 'Pearson',
  pairs: (n: string) => some(n, 'pair', 'pairs'),
  column: (n: string, heading: string) => `ratings in column ${n} (${heading})`,
  columnOnly: (n: string) => `ratings in column ${n}`,
  where: 'Where to get such files',
  whereNote:
    'Firth brings none along: most may be used freely for research but not passed on. They are made for general language; a model of one author or one century may know few of the words.',
  sets: {
    analogies: [
      'Google analogies (questions-words.txt, Mikolov et al. 2013): beside the word2vec program',
      'BATS 3.0 (Gladkova et al. 2016): vecto.space',
      'Chinese: CA8 (Li et al. 2018), beside the Chinese Word Vectors',
    ],
    pairs: [
      'WordSim-353 (Finkelstein et al. 2002), SimLex-999 (Hill et al. 2015), SimVerb-3500 (Gerz et al. 2016): the pages of their authors',
      'Multi-SimLex (Vulić et al. 2020): twelve languages, Chinese among them: multisimlex.com',
      'COS960 (Huang et al. 2019), PKU-500 (Wu & Li 2016): Chinese',
    ],
  },
};

/** Another language has the same shape or does not compile. */
export type Words = typeof en;
