import type { PresetReason, PresetWarning } from '../contract/training.ts';
import { defaultSettings, type TrainingSettings } from '../contract/settings/training.ts';
import { completeSettings, stretchesFor } from './settings.ts';

export interface Preset {
  readonly settings: TrainingSettings;
  /** Which sentence says why. */
  readonly reason: PresetReason;
  readonly warnings: readonly PresetWarning[];
}

/** Below this, concordance and collocations tell more than vectors. */
const fewTokens = 20_000;

/** Settings were measured up to a million tokens, and serve somewhat beyond; see docs/decisions/2026-11-30-presets-measured.md. */
const measuredTokens = 1_500_000;

/** A wide window, more negatives and fewer of the most frequent words: lists that other texts of the kind change least. */
const steady = { window: 10, negative: 10, subsample: 1e-4 } as const;

/**
 * Settings that suit the size of a corpus. Small corpora need many epochs: with word2vec’s own 5, every word of 60 thousand
 * tokens looks like every other (mean cosine of random pairs .99); with 50 it does not (.20).
 * @param tokens of the corpus
 */
export function presetFor(tokens: number): Preset {
  const make = (reason: PresetReason, chosen: Partial<TrainingSettings>): Preset => ({
    settings: completeSettings(chosen),
    reason,
    warnings: tokens < fewTokens ? ['too-small-for-vectors'] : [],
  });
  if (tokens < fewTokens) return make('tiny', { dimensions: 50, minCount: 2, negative: 10, epochs: 60 });
  if (tokens < 200_000) return make('small', { ...steady, minCount: 3, epochs: 60 });
  if (tokens < measuredTokens) return make('medium', { ...steady, epochs: 40 });
  const epochs = Math.max(5, Math.round(10_000_000 / tokens));
  const stretches = stretchesFor(tokens, Infinity, defaultSettings);
  if (tokens <= 5_000_000) return make('large', { epochs, stretches });
  return make('huge', { dimensions: 200, minCount: 10, epochs, stretches });
}
