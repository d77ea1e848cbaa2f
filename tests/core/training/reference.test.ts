import { describe, expect, it } from 'vitest';
import type { TrainingSettings } from '../../../core/contract/settings/training.ts';
import { huffmanTree } from '../../../core/vocabulary/huffman.ts';
import { trainReference, type ReferenceVectors } from '../../../core/training/reference.ts';
import { corpusOf, kernelModule, noisyCorpus, trained, type SmallCorpus } from './small-run.ts';
import { seeded } from '../../fixtures/small-language.ts';

const noisy = noisyCorpus(1500, 40);

const shapes: readonly (readonly [string, Partial<TrainingSettings>])[] = [
  ['dimension 2', { dimensions: 2 }],
  ['dimension 7, which fills no vector', { dimensions: 7 }],
  ['dimension 100', { dimensions: 100 }],
  ['window 1', { window: 1 }],
  ['window 20, fixed', { window: 20, dynamicWindow: false }],
  ['1 negative', { negative: 1 }],
  ['6 negatives', { negative: 6 }],
  ['7 negatives', { negative: 7 }],
  ['23 negatives', { negative: 23 }],
  ['heavy subsampling', { subsample: 0.01 }],
  ['sums instead of means', { combine: 'sum', rate: 0.01 }],
  ['two epochs', { epochs: 2 }],
  ['a high rate', { rate: 0.4 }],
];

/** Largest difference of any number, relative to the largest number of the matrix. */
function difference(kernel: Float32Array, reference: readonly Float64Array[], dimensions: number): number {
  let largest = 0;
  let worst = 0;
  reference.forEach((row, at) =>
    row.forEach((value, column) => {
      largest = Math.max(largest, Math.abs(value));
      worst = Math.max(worst, Math.abs(value - kernel[at * dimensions + column]!));
    }),
  );
  return worst / (largest || 1);
}

async function bothWays(
  chosen: Partial<TrainingSettings>,
  build: 'strict' | 'relaxed' = 'strict',
  corpus: SmallCorpus = noisy,
) {
  const settings = { dimensions: 12, window: 4, epochs: 1, rate: 0.1, subsample: 0, ...chosen };
  const run = await trained(corpus, settings, { module: kernelModule(build) });
  const { counts, totalTokens } = run.vocabulary;
  const reference: ReferenceVectors = trainReference(counts, totalTokens, run.run.tokens, run.settings);
  const { dimensions } = run.settings;
  const rows = run.settings.output === 'hierarchical-softmax' ? counts.length - 1 : counts.length;
  return {
    input: difference(run.input, reference.input, dimensions),
    output: difference(run.output, reference.output.slice(0, rows), dimensions),
  };
}

describe.each(['skip-gram', 'cbow'] as const)('%s', (architecture) => {
  describe.each(['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const)(
    'with %s',
    (output) => {
      it.each(shapes)('computes what the plain trainer computes: %s', async (_, shape) => {
        const { input, output: outputs } = await bothWays({ architecture, output, ...shape });
        expect(input).toBeLessThan(2e-4);
        expect(outputs).toBeLessThan(2e-4);
      });
    },
  );

  it('differs by rounding only where the build may fuse operations', async () => {
    const { input, output } = await bothWays({ architecture }, 'relaxed');
    expect(input).toBeLessThan(2e-4);
    expect(output).toBeLessThan(2e-4);
  });
});

// Several rounds an epoch, and a stretch that ends before the others.
const long = noisyCorpus(20_000, 300, 3);

describe.each(['skip-gram', 'cbow'] as const)('%s in rounds', (architecture) => {
  it.each([
    ['negative-sampling', {}],
    ['negative-sampling', { stretches: 3, negative: 7, subsample: 0.01, epochs: 2 }],
    ['negative-sampling', { stretches: 2, noiseExponent: 2, window: 2 }],
    ['hierarchical-softmax', {}],
    ['hierarchical-softmax', { stretches: 5, subsample: 0.01, epochs: 2 }],
    ['full-softmax', { window: 2 }],
  ] as const)('computes what the plain trainer computes: %s %o', async (output, shape) => {
    const settings = { architecture, output, stretches: 8, workers: 3, rate: 0.05, ...shape };
    const { input, output: outputs } = await bothWays(settings, 'strict', long);
    expect(input).toBeLessThan(2e-4);
    expect(outputs).toBeLessThan(2e-4);
  });
});

// Counts by Fibonacci make the deepest of trees: one inner node below the other.
describe.each([14, 17])('a tree %i nodes deep', (depth) => {
  const counts = [1, 1];
  while (counts.length <= depth) counts.push(counts.at(-1) + counts.at(-2));
  const random = seeded(depth);
  const words = counts
    .flatMap((count, word) => Array.from({ length: count }, () => ({ word, place: random() })))
    .sort((a, b) => a.place - b.place)
    .map(({ word }) => `w${word}`);
  const deep = corpusOf([words.slice(0, 600).join(' '), words.slice(600).join(' ')]);

  it.each(['skip-gram', 'cbow'] as const)(
    'is stepped from the root to the leaf (%s)',
    async (architecture) => {
      const { points, offsets } = huffmanTree(Uint32Array.from(counts.toReversed()));
      expect(points).toHaveLength(offsets.at(-1));
      expect(Math.max(...offsets.slice(1).map((end, at) => end - offsets[at]!))).toBe(depth);
      const { input, output } = await bothWays(
        { architecture, output: 'hierarchical-softmax' },
        'strict',
        deep,
      );
      expect(input).toBeLessThan(2e-4);
      expect(output).toBeLessThan(2e-4);
    },
  );
});

it('survives a vocabulary of two words, where no negative can be drawn', async () => {
  const two = noisyCorpus(300, 2);
  for (const architecture of ['skip-gram', 'cbow'] as const) {
    const { input } = await trained(two, { architecture, epochs: 2 });
    expect(input.every((value) => Number.isFinite(value))).toBe(true);
  }
});
