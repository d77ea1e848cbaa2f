import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { changingParts, copyVectors, tokensDone } from '../../../core/training/run-state.ts';
import { startTrainer } from '../../../core/training/trainer.ts';
import { cosineOf } from './cosine-of.ts';
import { kernelModule, prepared, smallCorpus, trained, trainerOptions, type SmallRun } from './small-run.ts';

const corpus = smallCorpus();
const chosen = { dimensions: 20, epochs: 40, rate: 0.05, subsample: 0 };

const sha256 = ({ run }: SmallRun) => {
  const { rows, workers } = changingParts(run);
  return createHash('sha256')
    .update(Uint8Array.from(bytes(rows)))
    .update(Uint8Array.from(bytes(workers)))
    .digest('hex');
};
const bytes = (array: Float32Array | Uint32Array) =>
  new Uint8Array(array.buffer, array.byteOffset, array.byteLength);

describe('training', () => {
  it('finds words that stand in the same places alike', async () => {
    const { vocabulary, input } = await trained(corpus, chosen);
    const cosine = cosineOf(vocabulary.words, input, 20);
    expect(cosine('cat', 'dog')).toBeGreaterThan(0.7);
    expect(cosine('cat', 'dog')).toBeGreaterThan(cosine('cat', 'rome') + 0.2);
    expect(cosine('rome', 'paris')).toBeGreaterThan(cosine('rome', 'bread') + 0.2);
  });

  it('lowers the loss, and reports the end of it', async () => {
    const steps: number[] = [];
    const { outcome, run } = await trained(corpus, chosen, { onStep: ({ done }) => steps.push(done) });
    expect(outcome.loss).toHaveLength(40);
    expect(outcome.loss.at(-1)!).toBeLessThan(outcome.loss[0]! - 0.5);
    expect(steps).toEqual(steps.toSorted((a, b) => a - b));
    expect(steps.at(-1)).toBe(run.tokens.length * 40);
    expect(outcome.stopped).toBe(false);
  });

  it.each(['skip-gram', 'cbow'] as const)(
    'gives the same bytes from the same seed (%s)',
    async (architecture) => {
      const [first, again, other] = await Promise.all([
        trained(corpus, { ...chosen, architecture }),
        trained(corpus, { ...chosen, architecture }),
        trained(corpus, { ...chosen, architecture, seed: 2 }),
      ]);
      expect(sha256(again)).toBe(sha256(first));
      expect(sha256(other)).not.toBe(sha256(first));
    },
  );

  it('shares the work between threads', async () => {
    const { vocabulary, input, outcome, run } = await trained(
      corpus,
      { ...chosen, mode: 'fast', workers: 3 },
      { module: kernelModule('relaxed') },
    );
    expect(tokensDone(run)).toBe(run.tokens.length * 40);
    expect(outcome.loss).toHaveLength(40);
    const cosine = cosineOf(vocabulary.words, input, 20);
    expect(cosine('cat', 'dog')).toBeGreaterThan(cosine('cat', 'rome') + 0.2);
  });

  it.each(
    (['skip-gram', 'cbow'] as const).flatMap((architecture) =>
      (['hierarchical-softmax', 'negative-sampling'] as const).map(
        (output) => [architecture, output] as const,
      ),
    ),
  )('learns as well with four copies of the hot rows as with one (%s, %s)', async (architecture, output) => {
    const settings = { ...chosen, architecture, output, mode: 'fast' } as const;
    const relaxed = { module: kernelModule('relaxed') };
    const alone = await trained(corpus, { ...settings, workers: 1 }, relaxed);
    const shared = await trained(corpus, { ...settings, workers: 4 }, relaxed);
    expect(alone.run.layout.hotRowCount).toBe(0);
    expect(shared.run.layout.hotRowCount).toBe(Math.min(511, shared.vocabulary.words.length - 1));
    expect(shared.outcome.loss.at(-1)!).toBeLessThan(alone.outcome.loss.at(-1)! * 1.2);
    const cosine = cosineOf(shared.vocabulary.words, shared.input, 20);
    expect(cosine('cat', 'dog')).toBeGreaterThan(cosine('cat', 'rome') + 0.2);
  });

  it('ends with E_TRAINING_DIVERGED when numbers grow without bound', async () => {
    await expect(
      trained(corpus, {
        ...chosen,
        architecture: 'cbow',
        combine: 'sum',
        output: 'full-softmax',
        rate: 10,
        minRate: 10,
      }),
    ).rejects.toMatchObject({ code: 'E_TRAINING_DIVERGED' });
  });
});

describe('a run under way', () => {
  // More than a second, and a run looks at its orders ten times in one.
  const longCorpus = smallCorpus(8, 120);
  const long = { ...chosen, epochs: 1000 };

  it('stands still while it is paused, and ends with the same bytes', async () => {
    const undisturbed = await trained(longCorpus, long);
    const small = prepared(longCorpus, long);
    const trainer = startTrainer(
      small.run,
      trainerOptions({ onStep: ({ epoch }) => epoch > 1 && trainer.pause() }),
    );
    while (tokensDone(small.run) === 0) await rest(5);
    trainer.pause();
    await stillness(small);
    const standing = sha256(small);
    await rest(50);
    expect(sha256(small)).toBe(standing);
    expect(tokensDone(small.run)).toBeLessThan(small.run.tokens.length * long.epochs);
    const ending = trainer.outcome;
    const going = setInterval(() => trainer.resume(), 5);
    await ending;
    clearInterval(going);
    expect(sha256(small)).toBe(sha256(undisturbed));
  });

  it('can be taken up from a checkpoint in another memory, to the same bytes', async () => {
    const undisturbed = await trained(longCorpus, long);
    const small = prepared(longCorpus, long);
    const kept: { rows: Float32Array; workers: Uint32Array; progress: Uint32Array }[] = [];
    const trainer = startTrainer(
      small.run,
      trainerOptions({
        checkpoint: () => {
          const { rows, workers, progress } = changingParts(small.run);
          kept.push({ rows: rows.slice(), workers: workers.slice(), progress: progress.slice() });
        },
      }),
    );
    while (tokensDone(small.run) < small.run.tokens.length * 20) await rest(2);
    trainer.pause();
    while (kept.length === 0) await rest(2);
    trainer.cancel();
    await expect(trainer.outcome).rejects.toMatchObject({ code: 'E_CANCELLED' });

    const again = prepared(longCorpus, long);
    const parts = changingParts(again.run);
    parts.rows.set(kept[0]!.rows);
    parts.workers.set(kept[0]!.workers);
    parts.progress.set(kept[0]!.progress);
    expect(tokensDone(again.run)).toBeGreaterThan(0);
    const outcome = await startTrainer(again.run, trainerOptions({ secondsBefore: 7 })).outcome;
    expect(outcome.seconds).toBeGreaterThan(7);
    expect(sha256(again)).toBe(sha256(undisturbed));
  });

  it('that has just ended is not trained further when it is taken up', async () => {
    const small = await trained(corpus, chosen);
    const ended = sha256(small);
    const { loss } = await startTrainer(small.run, trainerOptions()).outcome;
    expect(loss).toEqual(small.outcome.loss);
    expect(sha256(small)).toBe(ended);
  });

  it('keeps what it has when it is stopped', async () => {
    const small = prepared(longCorpus, long);
    const trainer = startTrainer(small.run, trainerOptions());
    while (tokensDone(small.run) === 0) await rest(2);
    trainer.stopAndKeep();
    const outcome = await trainer.outcome;
    expect(outcome.stopped).toBe(true);
    expect(copyVectors(small.run, 'output').some((value) => value !== 0)).toBe(true);
  });

  it('fails with what a checkpoint threw', async () => {
    const small = prepared(longCorpus, long);
    const trainer = startTrainer(
      small.run,
      trainerOptions({
        checkpoint: () => {
          throw new Error('no room');
        },
      }),
    );
    trainer.pause();
    await expect(trainer.outcome).rejects.toThrow('no room');
  });
});

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Waits until nothing is done any more. */
async function stillness({ run }: SmallRun): Promise<void> {
  for (let before = -1; before !== tokensDone(run);) {
    before = tokensDone(run);
    await rest(150);
  }
}
