import {
  choice,
  defaultsOf,
  onOff,
  outOfRange,
  real,
  whole,
  type OutOfRange,
  type SettingsOf,
} from './setting.ts';

export const architectures = ['skip-gram', 'cbow', 'count'] as const;
export const outputLayers = ['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const;
export const windowBounds = ['text', 'sentence'] as const;
export const modes = ['reproducible', 'fast'] as const;

/** Every parameter that decides what word vectors become. Names and defaults follow word2vec where it has them. */
export const trainingTable = {
  architecture: choice(
    architectures,
    'skip-gram',
    'or `cbow`, or `count` (PPMI and a truncated SVD, for very small corpora)',
  ),
  output: choice(
    outputLayers,
    'negative-sampling',
    'or `hierarchical-softmax`, or `full-softmax` (slow: every word of the vocabulary at each step); the count model has none',
  ),
  negative: whole([1, 50], 5, 'negative samples for each pair'),
  dimensions: whole([2, 1000], 100, 'of the vectors'),
  window: whole([1, 50], 5, 'words to each side', { unit: 'words' }),
  dynamicWindow: onOff(
    true,
    'always the whole window, rather than one drawn from 1 to it, which weighs near words more',
    {
      option: 'fixed-window',
    },
  ),
  layer: {
    kind: 'name',
    byDefault: 'form' as string,
    says: 'what gets a vector: the form that is counted, `word` as it is written, a layer such as `lemma`, or several, as `lemma+upos`',
  },
  within: choice(
    windowBounds,
    'text',
    'where windows end at the latest; or `sentence`, as the lines of gensim and word2vec do',
  ),
  combine: choice(['mean', 'sum'], 'mean', 'CBOW sums its context rather than averaging it', {
    option: 'sum',
    means: 'sum',
  }),
  minCount: whole([1, 2 ** 32 - 1], 5, 'rarer words get no vector', { unit: 'occurrences' }),
  maxVocabulary: whole([0, 2 ** 31 - 1], 0, 'keep only so many of the most frequent words; 0 keeps all', {
    unit: 'words',
  }),
  stopWords: {
    kind: 'words',
    byDefault: [] as readonly string[],
    says: 'words, one a line, that get no vector; the window closes over them',
  },
  epochs: whole([1, 1000], 5, 'passes over the texts'),
  rate: real([1e-6, 10], 0.025, 'learning rate at the beginning', { depends: '.025, for CBOW .05' }),
  minRate: real([0, 10], 0.025e-4, 'where the rate ends, falling linearly', {
    depends: 'a ten-thousandth of the rate',
  }),
  subsample: real([0, 1], 1e-3, 'threshold for leaving out frequent words; 0 leaves none out'),
  noiseExponent: real([-2, 2], 0.75, 'noise distribution of negative sampling: count to this power'),
  seed: whole([0, 2 ** 32 - 1], 1, 'every random choice follows from it'),
  stretches: whole(
    [1, 8],
    1,
    'parts of the texts that are trained side by side and added up in a fixed order, whatever the number of threads; 1: one after the other',
    { depends: '8 for skip-gram where there are texts enough, else 1' },
  ),
  workers: whole([1, 64], 1, 'threads; in the reproducible mode they change nothing but the time', {
    unit: 'threads',
  }),
  mode: choice(
    modes,
    'reproducible',
    'the same seed gives the same bytes on every computer; or `fast`: several threads on the same numbers, a little different each time',
  ),
} as const;

/** Settings of word vectors; what each does stands in {@link trainingTable}. */
export type TrainingSettings = SettingsOf<typeof trainingTable>;
export type Architecture = TrainingSettings['architecture'];
export type OutputLayer = TrainingSettings['output'];

/** Those of them that a count model heeds. */
export const countTable = {
  window: trainingTable.window,
  dynamicWindow: trainingTable.dynamicWindow,
  layer: trainingTable.layer,
  within: trainingTable.within,
  minCount: trainingTable.minCount,
  maxVocabulary: trainingTable.maxVocabulary,
  stopWords: trainingTable.stopWords,
  dimensions: trainingTable.dimensions,
  noiseExponent: trainingTable.noiseExponent,
} as const;

/** word2vec’s own defaults (skip-gram); presets by corpus size are in core/training. */
export const defaultSettings: TrainingSettings = defaultsOf(trainingTable);

/** The first number that is out of its range. A count of negatives says nothing where there are none. */
export const numberFault = (settings: TrainingSettings): OutOfRange | null =>
  outOfRange(
    trainingTable,
    settings,
    (setting) => setting === 'negative' && settings.output !== 'negative-sampling',
  );
