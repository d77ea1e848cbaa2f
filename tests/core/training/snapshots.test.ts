import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { initialRows } from '../../../core/training/initial-vectors.ts';
import { prepareMemory } from '../../../core/training/run-memory.ts';
import { changingParts, copyVectors } from '../../../core/training/run-state.ts';
import { planSnapshots, snapshotBytes } from '../../../core/training/snapshot-plan.ts';
import { snapshotTaker, takenSnapshots } from '../../../core/training/snapshots.ts';
import { startTrainer } from '../../../core/training/trainer.ts';
import { encodeTokens } from '../../../core/training/encode-tokens.ts';
import { cosineOf } from './cosine-of.ts';
import { prepared, smallCorpus, trainerOptions } from './small-run.ts';

const corpus = smallCorpus();
const chosen = { dimensions: 20, epochs: 4, rate: 0.05, subsample: 0 };

/** Trains while some rows are watched. */
async function watchedRun(rows: readonly number[], settings = chosen) {
  const { vocabulary, settings: complete } = prepared(corpus, settings);
  const run = prepareMemory(vocabulary, complete, rows);
  encodeTokens(
    corpus.documents.map((ids) => ({ ids, lastOfDocument: true })),
    vocabulary.rowOfType,
    run.tokens,
  );
  const { loss } = await startTrainer(run, trainerOptions()).outcome;
  return { run, vocabulary, loss, ...takenSnapshots(run) };
}

describe('the plan of snapshots', () => {
  it('fits in its room, ends with the training and meets the ends of epochs', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 200 }),
        fc.integer({ min: 2, max: 1000 }),
        fc.integer({ min: 1, max: 1000 }),
        fc.integer({ min: 1, max: 5_000_000 }),
        (words, dimensions, epochs, tokens) => {
          const rows = Array.from({ length: words }, (_, row) => row);
          const plan = planSnapshots(rows, { epochs, dimensions }, tokens);
          expect(plan.steps).toBeGreaterThanOrEqual(1);
          expect(plan.steps).toBeLessThanOrEqual(120);
          expect(plan.steps * plan.interval).toBeGreaterThanOrEqual(tokens * epochs * (1 - 1e-9));
          expect((plan.steps - 1) * plan.interval).toBeLessThan(tokens * epochs);
          expect(snapshotBytes(plan, dimensions)).toBeLessThan(1 << 21);
          const perEpoch = tokens / plan.interval;
          const whole = perEpoch >= 1 - 1e-9 ? perEpoch : 1 / perEpoch;
          expect(Math.abs(whole - Math.round(whole))).toBeLessThan(1e-6);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is empty where nothing is watched', () => {
    expect(planSnapshots([], { epochs: 5, dimensions: 100 }, 1000).steps).toBe(0);
    expect(snapshotBytes(planSnapshots([], { epochs: 5, dimensions: 100 }, 1000), 100)).toBe(0);
  });
});

describe('snapshots', () => {
  it('leave a training as it is without them, and are the same each time', async () => {
    const [plain, first, again] = [await watchedRun([]), await watchedRun([3, 0]), await watchedRun([3, 0])];
    expect(copyVectors(first.run, 'input')).toEqual(copyVectors(plain.run, 'input'));
    expect(plain.steps).toEqual([]);
    expect(first.steps).toEqual(again.steps);
    expect(first.steps.length).toBeGreaterThan(chosen.epochs);
    expect(first.end).toMatchObject({ epoch: 4, loss: expect.any(Number) as number });
    expect(first.steps.map(({ epoch }) => epoch)).toEqual(
      first.steps.map(({ epoch }) => epoch).toSorted((a, b) => a - b),
    );
    expect(first.steps.filter(({ epoch }) => Number.isInteger(epoch)).map(({ epoch }) => epoch)).toEqual([
      1, 2, 3,
    ]);
  });

  it('begin with the random vectors, which can be drawn again, and go to the trained ones', async () => {
    const { run, vocabulary, steps, loss } = await watchedRun([5, 2]);
    const fresh = prepared(corpus, chosen);
    const drawn = initialRows(fresh.settings, [5, 2]);
    const begun = copyVectors(fresh.run, 'input');
    expect([...drawn.subarray(0, 20)]).toEqual([...begun.subarray(100, 120)]);
    expect([...drawn.subarray(20)]).toEqual([...begun.subarray(40, 60)]);
    const end = copyVectors(run, 'input');
    const both = (values: Float32Array) =>
      cosineOf(
        ['then', 'end'],
        Float32Array.from([...values.subarray(0, 20), ...end.subarray(100, 120)]),
        20,
      )('then', 'end');
    expect(both(steps.at(-1)!.values)).toBeGreaterThan(0.99);
    expect(both(drawn)).toBeLessThan(0.99);
    expect(vocabulary.words.length).toBeGreaterThan(5);
    // Means of the steps of the first epoch come together to the mean of that epoch.
    const ofFirst = steps.filter(({ epoch }) => epoch <= 1).map((step) => step.loss!);
    expect(Math.min(...ofFirst)).toBeLessThanOrEqual(loss[0]!);
    expect(Math.max(...ofFirst)).toBeGreaterThanOrEqual(loss[0]!);
  });

  it('hold the rows as they stand when a step is due, once, by whoever sees it first', () => {
    const { vocabulary, settings } = prepared(corpus, { ...chosen, dimensions: 9, workers: 2, mode: 'fast' });
    const run = prepareMemory(vocabulary, settings, [1, 4]);
    const { rows, progress } = changingParts(run);
    const stride = run.layout.rowBytes / 2;
    const [one, other] = [snapshotTaker(run), snapshotTaker(run)];
    const { interval } = run.layout.watched;
    one();
    expect(takenSnapshots(run).steps).toEqual([]);
    rows.fill(7, stride, stride + 9);
    rows.fill(8, 4 * stride, 4 * stride + 9);
    progress[0] = Math.ceil(interval * 2);
    other();
    rows.fill(0);
    one();
    // Two steps passed at once: the first of them is left out.
    expect(takenSnapshots(run).steps).toMatchObject([
      { number: 2, loss: null, values: Float32Array.from({ length: 18 }, (_, at) => (at < 9 ? 7 : 8)) },
    ]);
  });
});
