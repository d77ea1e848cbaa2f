import { choice, defaultsOf, outOfRange, real, whole, type OutOfRange, type SettingsOf } from './setting.ts';
import { modes } from './training.ts';

/** `rnn`: the simple recurrent cell with tanh (Elman 1990); `lstm`: long short-term memory with a forget gate (Gers et al. 2000). */
export const cells = ['rnn', 'lstm'] as const;
/** Where the inputs X0 … Xt come from: a word2vec model as it is, the same trained on, or vectors learned from scratch. */
export const embeddingSources = ['frozen', 'tuned', 'learned'] as const;
export const sequenceOutputs = ['full-softmax', 'sampled-softmax'] as const;
export const optimisers = ['adam', 'sgd'] as const;
/** How far back a state reaches: to the beginning of its sentence, or of its text. */
export const memories = ['sentence', 'document'] as const;

/** Every parameter that decides what a recurrent next-word model becomes. */
export const sequenceTable = {
  cell: choice(cells, 'lstm', 'or `rnn`'),
  layers: whole([1, 2], 1, 'recurrent layers'),
  hidden: whole([8, 1024], 128, 'units of each layer', { unit: 'units' }),
  embeddings: choice(
    embeddingSources,
    'learned',
    'the vectors of the parent as they are (`frozen`), `tuned`: trained on, or `learned` from scratch',
    { label: 'inputs', depends: '`frozen`, or `learned` where the project has no word vectors' },
  ),
  parent: {
    kind: 'name',
    byDefault: '' as string,
    says: 'the word2vec model whose vectors are the inputs',
    depends: 'the newest of the same texts, else the newest',
  },
  layer: {
    kind: 'name',
    byDefault: 'form' as string,
    says: 'what is read and predicted: the form that is counted, `word` as it is written, a layer such as `lemma` or `pos`, or several, as `lemma+upos`',
    label: 'train.layer',
    depends: 'that of the parent, where its vectors are the inputs',
  },
  dimensions: whole([2, 1000], 100, 'of the inputs where they are learned'),
  output: choice(
    sequenceOutputs,
    'full-softmax',
    'or `sampled-softmax`: while training, the word against a sample of the vocabulary; what is reported is always exact',
  ),
  samples: whole([16, 10_000], 500, 'words of that sample, drawn for each step of training', {
    unit: 'words',
  }),
  minCount: whole([1, 2 ** 32 - 1], 5, 'words that are rarer in the training texts become `<unk>`', {
    label: 'train.minCount',
    unit: 'occurrences',
  }),
  maxVocabulary: whole(
    [0, 2 ** 31 - 1],
    10_000,
    'the most frequent words, `<unk>` and `<eos>` among them; 0 keeps all',
    { label: 'train.maxVocabulary', unit: 'words' },
  ),
  epochs: whole([1, 1000], 5, 'passes over the training texts', { label: 'train.epochs' }),
  batch: whole([1, 128], 16, 'stretches of text read side by side'),
  steps: whole(
    [2, 200],
    20,
    'steps through which errors are followed back (truncated backpropagation through time)',
  ),
  memory: choice(memories, 'sentence', 'a state begins anew with each sentence; `document`: with each text'),
  optimiser: choice(optimisers, 'adam', 'or `sgd`, stochastic gradient descent'),
  rate: real([1e-6, 100], 0.008, 'learning rate at the beginning, falling linearly to a tenth of itself', {
    label: 'train.rate',
    depends: '.008 for `lstm`, .003 for `rnn`, .5 with `sgd`',
  }),
  momentum: real([0, 0.99], 0.9, 'of `sgd`'),
  clip: real([1e-3, 1e6], 1, 'longer gradients are scaled down to this length (Pascanu et al. 2013)'),
  dropout: real(
    [0, 0.9],
    0.2,
    'share of inputs and outputs of the layers that is left out at random while training (Zaremba et al. 2014)',
  ),
  heldOut: real(
    [0.02, 0.5],
    0.1,
    'share of the corpus that is kept from training and measured afterwards: whole texts; below ten texts, blocks of consecutive sentences',
  ),
  seed: whole([0, 2 ** 32 - 1], 1, 'every random choice follows from it', { label: 'train.seed' }),
  mode: choice(
    modes,
    'reproducible',
    'the same seed gives the same bytes on every computer; or `fast`: a little faster, a little different on other computers',
    { label: 'train.mode' },
  ),
} as const;

/** Settings of a recurrent model; what each does stands in {@link sequenceTable}. */
export type SequenceSettings = SettingsOf<typeof sequenceTable>;
export type Cell = SequenceSettings['cell'];
export type EmbeddingSource = SequenceSettings['embeddings'];
export type SequenceOutput = SequenceSettings['output'];
export type Optimiser = SequenceSettings['optimiser'];

/** What holds where nothing is chosen; presets by corpus size are in core/sequence. */
export const defaultSequenceSettings: SequenceSettings = defaultsOf(sequenceTable);

/** The first number that is out of its range. What a parent has is not chosen, and samples only play a part where the output is sampled. */
export const numberFault = (settings: SequenceSettings): OutOfRange | null =>
  outOfRange(
    sequenceTable,
    settings,
    (setting) =>
      (setting === 'dimensions' && settings.embeddings !== 'learned') ||
      (setting === 'samples' && settings.output !== 'sampled-softmax'),
  );

const adamRates: Readonly<Record<Cell, number>> = { rnn: 0.003, lstm: 0.008 };
const sgdRate = 0.5;

/**
 * The learning rate that suits. Adam: the gates of LSTM let it take longer steps than the simple cell can; stochastic gradient descent takes
 * longer ones still.
 */
export const usualRate = ({ cell, optimiser }: Pick<SequenceSettings, 'cell' | 'optimiser'>): number =>
  optimiser === 'sgd' ? sgdRate : adamRates[cell];
