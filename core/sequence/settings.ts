import { AppError } from '../contract/errors.ts';
import type { Cell, SequenceSettings } from '../contract/sequence.ts';
import { limits } from '../kernel/memory-map.ts';

/** What holds where nothing is chosen; presets by corpus size are in presets.ts. */
export const defaultSequenceSettings: SequenceSettings = {
  cell: 'lstm',
  layers: 1,
  hidden: 128,
  embeddings: 'learned',
  parent: '',
  dimensions: 100,
  output: 'full-softmax',
  samples: 500,
  minCount: 5,
  maxVocabulary: 10_000,
  epochs: 5,
  batch: 16,
  steps: 20,
  memory: 'sentence',
  optimiser: 'adam',
  rate: 0.008,
  momentum: 0.9,
  clip: 1,
  dropout: 0.2,
  heldOut: 0.1,
  seed: 1,
  mode: 'reproducible',
};

/** Adam’s steps: the gates of LSTM let it take longer ones than the simple cell can. */
const rates: Readonly<Record<Cell, number>> = { rnn: 0.003, lstm: 0.008 };
/** Stochastic gradient descent takes longer steps than Adam. */
const sgdRate = 0.5;

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

const whole = (least: number, most: number): Range => ({ least, most, whole: true });
const real = (least: number, most: number): Range => ({ least, most, whole: false });

const ranges = {
  layers: whole(1, 2),
  hidden: whole(8, 1024),
  dimensions: whole(2, limits.dimensions),
  samples: whole(16, 10_000),
  minCount: whole(1, 2 ** 32 - 1),
  maxVocabulary: whole(0, 2 ** 31 - 1),
  epochs: whole(1, 1000),
  batch: whole(1, 128),
  steps: whole(2, 200),
  rate: real(1e-6, 100),
  momentum: real(0, 0.99),
  clip: real(1e-3, 1e6),
  dropout: real(0, 0.9),
  heldOut: real(0.02, 0.5),
  seed: whole(0, 2 ** 32 - 1),
} satisfies Partial<Record<keyof SequenceSettings, Range>>;

/** The word2vec model whose vectors are to be the inputs. */
export interface Parent {
  readonly name: string;
  readonly dimensions: number;
}

/**
 * Settings with everything decided. Inputs are the parent’s vectors, frozen, where there is a parent and nothing else is chosen.
 * @param parent the model that is named as the parent or, when none is named, the newest; null when there is none
 * @throws AppError E_SETTING_INVALID with the name, the value and what is allowed; E_PARENT_MISSING
 */
export function completeSequenceSettings(
  chosen: Partial<SequenceSettings>,
  parent: Parent | null,
): SequenceSettings {
  const rate = chosen.optimiser === 'sgd' ? sgdRate : rates[chosen.cell ?? defaultSequenceSettings.cell];
  const named = (chosen.parent ?? '') !== '';
  const embeddings = chosen.embeddings ?? (parent !== null || named ? 'frozen' : 'learned');
  const settings: SequenceSettings = { ...defaultSequenceSettings, rate, ...chosen, embeddings };
  for (const [setting, range] of Object.entries(ranges) as [keyof typeof ranges, Range][]) {
    // What a parent has is not chosen, and samples only play a part where the output is sampled.
    if (setting === 'dimensions' && embeddings !== 'learned') continue;
    if (setting === 'samples' && settings.output !== 'sampled-softmax') continue;
    checkRange(setting, settings[setting], range);
  }
  if (embeddings === 'learned') return { ...settings, parent: '' };
  if (parent === null) throw new AppError('E_PARENT_MISSING', { model: chosen.parent ?? '' });
  return { ...settings, parent: parent.name, dimensions: parent.dimensions };
}

function checkRange(setting: string, value: number, { least, most, whole: integer }: Range): void {
  if (value >= least && value <= most && (!integer || Number.isInteger(value))) return;
  throw new AppError('E_SETTING_INVALID', { setting, value: String(value), allowed: `${least}–${most}` });
}
