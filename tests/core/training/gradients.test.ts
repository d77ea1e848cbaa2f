import { describe, expect, it } from 'vitest';
import type { TrainingSettings } from '../../../core/contract/settings/training.ts';
import { randomState, randomStream } from '../../../core/random.ts';
import { readChunk, windowsOf } from '../../../core/training/examples.ts';
import { randomPurpose } from '../../../core/training/random-purpose.ts';
import { changingParts, copyVectors } from '../../../core/training/run-state.ts';
import { startTrainer } from '../../../core/training/trainer.ts';
import { huffmanTree } from '../../../core/vocabulary/huffman.ts';
import { aliasTable, keepThresholds, noiseShares } from '../../../core/vocabulary/noise.ts';
import { seeded } from '../../fixtures/small-language.ts';
import { corpusOf, prepared, trainerOptions, type SmallRun } from './small-run.ts';

// One short document and a small rate: what training adds to each number must be −rate × the derivative of the loss, which
// is taken here by finite differences from the definition of the loss alone.
const corpus = corpusOf(['a b c', 'd e', 'd', 'e', 'f', 'f']);
const rate = 0.0005;
const dimensions = 5;

type Matrix = Float64Array;

interface Vectors {
  readonly input: Matrix;
  readonly output: Matrix;
}

const row = (matrix: Matrix, at: number) => matrix.subarray(at * dimensions, (at + 1) * dimensions);
const dot = (a: Matrix, b: Matrix) => a.reduce((total, value, at) => total + value * b[at]!, 0);
const negativeLogLogistic = (x: number) => Math.log1p(Math.exp(-x));

/** The loss over all windows of the corpus at fixed vectors. */
function lossOf({ run, settings, vocabulary }: SmallRun, { input, output }: Vectors): number {
  const tree = huffmanTree(vocabulary.counts);
  const source = {
    settings,
    keep: keepThresholds(vocabulary.counts, vocabulary.totalTokens, settings.subsample),
    noise: aliasTable(noiseShares(vocabulary.counts, settings.noiseExponent)),
    random: randomStream(randomState(settings.seed, randomPurpose.epoch, 0, 0)),
  };
  const chunk = readChunk(run.tokens, 0, source);
  let loss = 0;
  for (const group of windowsOf(chunk, source))
    for (const { at, contexts, negatives } of group) {
      const word = chunk.rows[at]!;
      const contextRows = contexts.map((place) => row(input, chunk.rows[place]!));
      for (const hidden of settings.architecture === 'cbow' ? [sum(contextRows)] : contextRows) {
        if (hidden.length === 0) continue;
        if (settings.output === 'negative-sampling') {
          loss += negativeLogLogistic(dot(hidden, row(output, word)));
          for (const one of negatives) loss += negativeLogLogistic(-dot(hidden, row(output, one)));
        } else if (settings.output === 'hierarchical-softmax') {
          for (let node = tree.offsets[word]!; node < tree.offsets[word + 1]!; node += 1) {
            const score = dot(hidden, row(output, tree.points[node]!));
            loss += negativeLogLogistic(tree.codes[node] === 0 ? score : -score);
          }
        } else {
          const scores = vocabulary.words.map((_, other) => dot(hidden, row(output, other)));
          loss += Math.log(scores.reduce((total, score) => total + Math.exp(score), 0)) - scores[word]!;
        }
      }
    }
  return loss;
}

function sum(rows: readonly Matrix[]): Matrix {
  if (rows.length === 0) return new Float64Array(0);
  return Float64Array.from({ length: dimensions }, (_, at) =>
    rows.reduce((total, one) => total + one[at]!, 0),
  );
}

function derivative(loss: () => number, matrix: Matrix, at: number): number {
  const step = 1e-5;
  const value = matrix[at]!;
  matrix[at] = value + step;
  const above = loss();
  matrix[at] = value - step;
  const below = loss();
  matrix[at] = value;
  return (above - below) / (2 * step);
}

describe.each(['skip-gram', 'cbow'] as const)('%s', (architecture) => {
  it.each(['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const)(
    'steps down the slope of its loss with %s',
    async (output) => {
      const chosen: Partial<TrainingSettings> = {
        architecture,
        output,
        dimensions,
        rate,
        minRate: rate,
        epochs: 1,
        subsample: 0,
        // A sum: its gradient reaches each context word undivided, as the update does.
        window: 2,
        dynamicWindow: false,
        negative: 2,
        ...(architecture === 'cbow' ? { combine: 'sum' as const } : {}),
      };
      const small = prepared(corpus, chosen);
      const random = seeded(5);
      // Numbers only: the rest of a row is padding and stays zero.
      const stride = small.run.layout.rowBytes / 4;
      changingParts(small.run).rows.forEach((_, at, rows) => {
        if (at % stride < dimensions) rows[at] = random() - 0.5;
      });
      const before = {
        input: Float64Array.from(copyVectors(small.run, 'input')),
        output: Float64Array.from(copyVectors(small.run, 'output')),
      };
      await startTrainer(small.run, trainerOptions()).outcome;
      const loss = () => lossOf(small, before);
      let largest = 0;
      for (const which of ['input', 'output'] as const) {
        const after = copyVectors(small.run, which);
        before[which].forEach((value, at) => {
          const expected = -rate * derivative(loss, before[which], at);
          largest = Math.max(largest, Math.abs(expected));
          expect(Math.abs(after[at]! - value - expected)).toBeLessThan(1e-6 + 0.02 * Math.abs(expected));
        });
      }
      expect(largest).toBeGreaterThan(5e-5);
    },
  );
});
