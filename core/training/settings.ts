import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/training.ts';
import { limits } from '../kernel/memory-map.ts';

/** word2vec’s own defaults (skip-gram). Presets by corpus size are in presets.ts. */
export const defaultSettings: TrainingSettings = {
  architecture: 'skip-gram',
  output: 'negative-sampling',
  negative: 5,
  dimensions: 100,
  window: 5,
  dynamicWindow: true,
  combine: 'mean',
  minCount: 5,
  maxVocabulary: 0,
  stopWords: [],
  epochs: 5,
  rate: 0.025,
  minRate: 0.025e-4,
  subsample: 1e-3,
  noiseExponent: 0.75,
  seed: 1,
  workers: 1,
  mode: 'reproducible',
};

const cbowRate = 0.05;
/** The learning rate falls to this share of itself, unless it is told otherwise. */
const lowestShare = 1e-4;

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

const whole = (least: number, most: number): Range => ({ least, most, whole: true });
const real = (least: number, most: number): Range => ({ least, most, whole: false });

const ranges = {
  negative: whole(1, limits.negative),
  dimensions: whole(2, limits.dimensions),
  window: whole(1, limits.window),
  minCount: whole(1, 2 ** 32 - 1),
  maxVocabulary: whole(0, 2 ** 31 - 1),
  epochs: whole(1, 1000),
  rate: real(1e-6, 10),
  minRate: real(0, 10),
  subsample: real(0, 1),
  noiseExponent: real(-2, 2),
  seed: whole(0, 2 ** 32 - 1),
  workers: whole(1, 64),
} satisfies Partial<Record<keyof TrainingSettings, Range>>;

/**
 * Settings with everything decided.
 * @throws AppError E_NEGATIVE_ZERO, E_SETTING_INVALID with the name, the value and what is allowed
 */
export function completeSettings(chosen: Partial<TrainingSettings>): TrainingSettings {
  const rate = chosen.rate ?? (chosen.architecture === 'cbow' ? cbowRate : defaultSettings.rate);
  const settings = { ...defaultSettings, rate, minRate: rate * lowestShare, ...chosen };
  if (settings.architecture !== 'count' && settings.output === 'negative-sampling' && settings.negative === 0)
    throw new AppError('E_NEGATIVE_ZERO');
  for (const [setting, range] of Object.entries(ranges) as [keyof typeof ranges, Range][]) {
    // A count of negatives says nothing where there are none.
    if (setting === 'negative' && settings.output !== 'negative-sampling') continue;
    checkRange(setting, settings[setting], range);
  }
  if (settings.minRate > settings.rate)
    throw new AppError('E_SETTING_INVALID', {
      setting: 'minRate',
      value: settings.minRate,
      allowed: `0–${settings.rate}`,
    });
  return settings.mode === 'reproducible' ? { ...settings, workers: 1 } : settings;
}

function checkRange(setting: string, value: number, { least, most, whole: integer }: Range): void {
  if (value >= least && value <= most && (!integer || Number.isInteger(value))) return;
  throw new AppError('E_SETTING_INVALID', { setting, value: String(value), allowed: `${least}–${most}` });
}

/** Names a run: the same settings over the same corpus. A checkpoint of another run is not resumed. */
export function runIdentity(settings: object, corpusDigest: string): string {
  const named = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([named, corpusDigest]))
    .digest('hex');
}
