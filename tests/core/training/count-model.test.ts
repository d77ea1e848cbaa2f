import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { countPairs, countVectors, positiveInformation } from '../../../core/training/count-model.ts';
import { lastOfDocument } from '../../../core/training/encode-tokens.ts';
import { cosineOf } from './cosine-of.ts';
import { noisyCorpus, prepared, smallCorpus } from './small-run.ts';

const kernel = kernelModule(commandLineEnvironment(), 'panels', 'strict');

function finished(steps: Generator<number, Float32Array>): Float32Array {
  let last = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    expect(step.value).toBeGreaterThanOrEqual(last);
    last = step.value;
  }
}

/** Row-major, words × words. */
function dense({ size, offsets, columns, values }: ReturnType<typeof countPairs>): number[][] {
  return Array.from({ length: size }, (_, row) => {
    const line = new Array<number>(size).fill(0);
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) line[columns[at]!] = values[at]!;
    return line;
  });
}

describe('counted pairs', () => {
  const tokens = Uint32Array.of(0, 1, 0, 2 + lastOfDocument, 1, 2 + lastOfDocument);

  it('are symmetric and stop at the end of a document', () => {
    expect(dense(countPairs(tokens, 3, { window: 2, dynamicWindow: false }))).toEqual([
      [2, 2, 1],
      [2, 0, 2],
      [1, 2, 0],
    ]);
  });

  it('weigh by distance where the window is dynamic', () => {
    expect(dense(countPairs(tokens, 3, { window: 2, dynamicWindow: true }))).toEqual([
      [1, 2, 1],
      [2, 0, 1.5],
      [1, 1.5, 0],
    ]);
  });
});

it('positive information is log2-free PMI with smoothed contexts, computed from the definition', () => {
  const { run } = prepared(noisyCorpus(3000, 30), {});
  const counts = countPairs(run.tokens, run.words, { window: 3, dynamicWindow: false });
  const table = dense(counts);
  const marginal = table.map((row) => row.reduce((sum, value) => sum + value, 0));
  const total = marginal.reduce((sum, value) => sum + value, 0);
  const smoothed = marginal.map((value) => value ** 0.75);
  const all = smoothed.reduce((sum, value) => sum + value, 0);
  const information = dense(positiveInformation(counts, 0.75));
  table.forEach((row, word) =>
    row.forEach((count, context) => {
      const pmi = Math.log(count / total / ((marginal[word]! / total) * (smoothed[context]! / all)));
      expect(information[word]![context]).toBeCloseTo(count === 0 ? 0 : Math.max(0, pmi), 4);
    }),
  );
});

describe('the count model', () => {
  it('finds words that stand in the same places alike, the same bytes whatever the seed', () => {
    const { run, vocabulary, settings } = prepared(smallCorpus(), { architecture: 'count', dimensions: 20 });
    const vectors = finished(countVectors(kernel, run.tokens, run.words, settings));
    const cosine = cosineOf(vocabulary.words, vectors, 20);
    expect(cosine('cat', 'dog')).toBeGreaterThan(cosine('cat', 'rome') + 0.3);
    for (const seed of [1, 2, 77])
      expect(finished(countVectors(kernel, run.tokens, run.words, { ...settings, seed }))).toEqual(vectors);
  });

  it('leaves dimensions beyond the rank empty', () => {
    const { run, settings } = prepared(noisyCorpus(200, 5), { architecture: 'count', dimensions: 50 });
    const vectors = finished(countVectors(kernel, run.tokens, run.words, settings));
    expect(vectors).toHaveLength(run.words * 50);
    expect(vectors.every((value) => Number.isFinite(value))).toBe(true);
  });

  it('refuses a corpus whose pairs do not fit into memory', () => {
    expect(() => countPairs(new Uint32Array(4_000_000), 10, { window: 50, dynamicWindow: true })).toThrow(
      expect.objectContaining({ code: 'E_MODEL_TOO_LARGE' }),
    );
  });
});
