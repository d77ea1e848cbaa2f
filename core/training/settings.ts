import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { mostStretches } from '../kernel/memory-map.ts';
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
  return settings;
}

/** From so many tokens on, stretches learn as well side by side as one after the other; see docs/decisions/2026-11-30-training-in-rounds.md. */
const tokensForRounds = 2_000_000;
/** Of a smaller vocabulary all stretches write the same words. */
const wordsForRounds = 1000;
/** Full softmax copies all output rows for each stretch. */
const mostCopiedBytes = 2 ** 29;

/** How many stretches suit texts. It decides the bytes, so it hangs on nothing of the computer. */
export function stretchesFor(
  tokens: number,
  words: number,
  { architecture, output, dimensions }: Pick<TrainingSettings, 'architecture' | 'output' | 'dimensions'>,
): number {
  if (tokens < tokensForRounds || words < wordsForRounds) return 1;
  // It computes so little for each token that rounds cost a third of the time, and two threads hardly win it back.
  if (architecture === 'cbow') return 1;
  if (output === 'full-softmax' && words * dimensions * 4 * mostStretches > mostCopiedBytes) return 1;
  return mostStretches;
}

/** Settings with the stretches that were chosen, or else those that suit the texts. */
export const inStretches = (
  chosen: Partial<TrainingSettings>,
  settings: TrainingSettings,
  { words, keptTokens }: Pick<Vocabulary, 'words' | 'keptTokens'>,
): TrainingSettings => ({
  ...settings,
  stretches: chosen.stretches ?? stretchesFor(keptTokens, words.length, settings),
});

/**
 * Names a run: the same settings over the same corpus. A checkpoint of another run is not resumed. How many threads work on a reproducible
 * run changes nothing of it; there was one when the first of them were named.
 */
export function runIdentity(settings: object, corpusDigest: string): string {
  const isAnyNumberOfThreads =
    'workers' in settings && 'mode' in settings && settings.mode === 'reproducible';
  const deciding = isAnyNumberOfThreads ? { ...settings, workers: 1 } : settings;
  const named = Object.entries(deciding).sort(([a], [b]) => (a < b ? -1 : 1));
  return createHash('sha256')
    .update(JSON.stringify([named, corpusDigest]))
    .digest('hex');
}
