import type { TrainingSettings } from '../contract/settings/training.ts';
import { huffmanTree } from '../vocabulary/huffman.ts';
import { layoutOf } from './layout.ts';
import { operationsPerToken } from './operations.ts';
import { sizesOfTree } from './sizes.ts';

export interface TrainingCost {
  /** Memory while training, in bytes. */
  readonly bytes: number;
  readonly operations: number;
}

/**
 * What a run will take, before it starts.
 * @param counts occurrences of each word of the vocabulary, falling
 * @throws AppError E_MODEL_TOO_LARGE
 */
export function trainingCost(counts: Uint32Array, settings: TrainingSettings): TrainingCost {
  const tokens = counts.reduce((sum, count) => sum + count, 0);
  if (settings.architecture === 'count') {
    // Nonzero cells grow with the pairs of the corpus, but never beyond the square of the vocabulary.
    const cells = Math.min(counts.length ** 2, tokens * 2 * settings.window);
    return {
      bytes: cells * 12 + counts.length * (settings.dimensions + 10) * 8 * 4,
      operations: cells * (settings.dimensions + 10) * 12,
    };
  }
  const tree = settings.output === 'hierarchical-softmax' ? huffmanTree(counts) : null;
  const { bytes } = layoutOf({ words: counts.length, tokens, ...sizesOfTree(tree) }, settings);
  return { bytes, operations: operationsPerToken(settings, counts.length) * tokens * settings.epochs };
}
