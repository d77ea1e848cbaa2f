import type { PresetReason, PresetWarning } from '../contract/training.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { completeSettings } from './settings.ts';

export interface Preset {
  readonly settings: TrainingSettings;
  /** Which sentence says why. */
  readonly reason: PresetReason;
  readonly warnings: readonly PresetWarning[];
}

/** Below this, concordance and collocations tell more than vectors. */
const fewTokens = 20_000;

/**
 * Settings that suit the size of a corpus. Small corpora need many epochs: with word2vec’s own 5, every word of 60 thousand
 * tokens looks like every other (mean cosine of random pairs .99); with 50 it does not (.20).
 * @param tokens of the corpus
 */
export function presetFor(tokens: number): Preset {
  const epochs = Math.min(60, Math.max(5, Math.round(10_000_000 / Math.max(1, tokens))));
  const make = (reason: PresetReason, chosen: Partial<TrainingSettings>): Preset => ({
    settings: completeSettings({ ...chosen, epochs }),
    reason,
    warnings: tokens < fewTokens ? ['too-small-for-vectors'] : [],
  });
  if (tokens < fewTokens) return make('tiny', { dimensions: 50, minCount: 2, negative: 10 });
  if (tokens < 200_000) return make('small', { minCount: 3, negative: 10 });
  if (tokens < 1_000_000) return make('medium', { negative: 10 });
  if (tokens <= 5_000_000) return make('large', {});
  return make('huge', { dimensions: 200, minCount: 10 });
}
