import type { SequencePresetReason, SequencePresetWarning } from '../contract/sequence.ts';
import type { Cell, SequenceSettings } from '../contract/settings/sequence.ts';
import { completeSequenceSettings, type Parent } from './settings.ts';

export interface SequencePreset {
  readonly settings: SequenceSettings;
  /** Which sentence says why. */
  readonly reason: SequencePresetReason;
  readonly warnings: readonly SequencePresetWarning[];
}

/** Below this, models that only count predict as well. */
const fewTokens = 20_000;

/**
 * Settings that suit the size of a corpus: the smaller it is, the fewer units, the more dropout and the more passes. The word2vec vectors
 * are where the inputs begin; they are trained on, since what a word means to its neighbours is not all that decides which word is next.
 * Where the vocabulary is large, the output is sampled while training: six times as fast, and a little less exact.
 * @param tokens of the corpus
 * @param parent the model whose vectors are the inputs, or null: then they are learned
 */
export function sequencePresetFor(tokens: number, cell: Cell, parent: Parent | null): SequencePreset {
  const make = (reason: SequencePresetReason, chosen: Partial<SequenceSettings>): SequencePreset => ({
    settings: completeSequenceSettings(
      {
        cell,
        embeddings: parent === null ? 'learned' : 'tuned',
        parent: parent?.name ?? '',
        output: 'sampled-softmax',
        samples: 500,
        ...chosen,
      },
      parent,
    ),
    reason,
    warnings: [
      ...(tokens < fewTokens ? (['too-small-for-sequence'] as const) : []),
      ...(parent === null ? (['no-word-vectors'] as const) : []),
    ],
  });
  if (tokens < fewTokens)
    return make('tiny', {
      output: 'full-softmax',
      hidden: 64,
      minCount: 2,
      epochs: 15,
      dropout: 0.4,
      batch: 8,
    });
  if (tokens < 200_000) return make('small', { hidden: 96, minCount: 3, epochs: 10, dropout: 0.4 });
  if (tokens < 5_000_000) return make('medium', { hidden: 128, epochs: 6, dropout: 0.3 });
  return make('large', {
    hidden: 256,
    minCount: 10,
    maxVocabulary: 20_000,
    epochs: 3,
    dropout: 0.1,
    batch: 32,
  });
}
