import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import { defaultSettings, numberFault, type TrainingSettings } from '../contract/settings/training.ts';

const cbowRate = 0.05;
/** The learning rate falls to this share of itself, unless it is told otherwise. */
const lowestShare = 1e-4;

/**
 * Settings with everything decided.
 * @throws AppError E_NEGATIVE_ZERO, E_SETTING_INVALID with the name, the value and what is allowed
 */
export function completeSettings(chosen: Partial<TrainingSettings>): TrainingSettings {
  const rate = chosen.rate ?? (chosen.architecture === 'cbow' ? cbowRate : defaultSettings.rate);
  const settings = { ...defaultSettings, rate, minRate: rate * lowestShare, ...chosen };
  if (settings.architecture !== 'count' && settings.output === 'negative-sampling' && settings.negative === 0)
    throw new AppError('E_NEGATIVE_ZERO');
  const fault = numberFault(settings);
  if (fault !== null) throw new AppError('E_SETTING_INVALID', { ...fault });
  if (settings.minRate > settings.rate)
    throw new AppError('E_SETTING_INVALID', {
      setting: 'minRate',
      value: settings.minRate,
      allowed: `0–${settings.rate}`,
    });
  return settings.mode === 'reproducible' ? { ...settings, workers: 1 } : settings;
}

/** Names a run: the same settings over the same corpus. A checkpoint of another run is not resumed. */
export function runIdentity(settings: object, corpusDigest: string): string {
  const named = Object.entries(settings).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([named, corpusDigest]))
    .digest('hex');
}
