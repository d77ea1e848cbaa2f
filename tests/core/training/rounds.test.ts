import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { prepareMemory } from '../../../core/training/run-memory.ts';
import { encodeTokens } from '../../../core/training/encode-tokens.ts';
import { changingParts, tokensDone } from '../../../core/training/run-state.ts';
import { takenSnapshots } from '../../../core/training/snapshots.ts';
import { startTrainer } from '../../../core/training/trainer.ts';
import { cosineOf } from './cosine-of.ts';
import { noisyCorpus, prepared, smallCorpus, trained, trainerOptions, type SmallRun } from './small-run.ts';

// Three rounds an epoch, and words that one, some and all stretches touch.
const corpus = noisyCorpus(20_000, 900);
/** Full softmax computes every word at each step. */
const smaller = noisyCorpus(4000, 200);
const chosen = { dimensions: 12, epochs: 2, stretches: 8, rate: 0.05 };

/** Of everything that a checkpoint keeps. */
function sha256({ run }: Pick<SmallRun, 'run'>): string {
  const hash = createHash('sha256');
  for (const array of Object.values(changingParts(run)))
    hash.update(Uint8Array.from(new Uint8Array(array.buffer, array.byteOffset, array.byteLength)));
  return hash.digest('hex');
}

describe('training in rounds', () => {
  it.each(
    (['skip-gram', 'cbow'] as const).flatMap((architecture) =>
      (['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const).map(
        (output) => [architecture, output] as const,
      ),
    ),
  )('P17: gives the same bytes with any number of threads (%s, %s)', async (architecture, output) => {
    const settings = { ...chosen, architecture, output, window: 2 };
    const texts = output === 'full-softmax' ? smaller : corpus;
    const alone = await trained(texts, { ...settings, workers: 1 });
    expect(alone.run.layout.scratches).toHaveLength(1);
    for (const workers of [2, 3, 8]) {
      const together = await trained(texts, { ...settings, workers });
      expect(together.run.layout.scratches).toHaveLength(workers);
      expect(sha256(together)).toBe(sha256(alone));
      expect(together.outcome.loss).toEqual(alone.outcome.loss);
    }
    const other = await trained(texts, { ...settings, workers: 2, seed: 2 });
    expect(sha256(other)).not.toBe(sha256(alone));
  });

  it('trains every token of every epoch, and has no more threads than stretches', async () => {
    const { run, outcome } = await trained(corpus, { ...chosen, stretches: 3, workers: 64 });
    expect(run.layout.scratches).toHaveLength(3);
    expect(tokensDone(run)).toBe(run.tokens.length * 2);
    expect(outcome.loss).toHaveLength(2);
  });

  it('learns what one stretch learns', async () => {
    const language = smallCorpus(8, 400);
    const settings = { dimensions: 20, epochs: 40, rate: 0.05, subsample: 0, stretches: 8, workers: 2 };
    const { vocabulary, input, outcome } = await trained(language, settings);
    expect(outcome.loss.at(-1)!).toBeLessThan(outcome.loss[0]! - 0.5);
    const cosine = cosineOf(vocabulary.words, input, 20);
    expect(cosine('cat', 'dog')).toBeGreaterThan(cosine('cat', 'rome') + 0.2);
  });

  it('has fewer tokens than stretches', async () => {
    const few = noisyCorpus(5, 3);
    const { run } = await trained(few, { ...chosen, workers: 2 });
    expect(tokensDone(run)).toBe(run.tokens.length * 2);
  });

  it('keeps watched vectors that are the same with any number of threads', async () => {
    const kept = async (workers: number) => {
      const { vocabulary, settings } = prepared(corpus, { ...chosen, epochs: 4, workers });
      const run = prepareMemory(vocabulary, settings, [2, 5]);
      const pieces = corpus.documents.map((ids) => ({ ids, lastOfDocument: true }));
      encodeTokens(pieces, vocabulary.rowOfType, run.tokens);
      await startTrainer(run, trainerOptions()).outcome;
      return takenSnapshots(run);
    };
    const [one, three] = [await kept(1), await kept(3)];
    expect(one.steps.length).toBeGreaterThan(4);
    expect(one.steps.filter(({ epoch }) => Number.isInteger(epoch)).map(({ epoch }) => epoch)).toEqual([
      1, 2, 3,
    ]);
    expect(three).toEqual(one);
  });
});

describe('a run in rounds under way', () => {
  const long = { ...chosen, epochs: 200 };
  const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

  it('can be taken up with another number of threads, to the same bytes', async () => {
    const undisturbed = await trained(corpus, { ...long, workers: 1 });
    const small = prepared(corpus, { ...long, workers: 3 });
    const kept: (readonly [string, Float32Array | Uint32Array])[] = [];
    const trainer = startTrainer(
      small.run,
      trainerOptions({
        checkpoint: () => {
          kept.push(
            ...Object.entries(changingParts(small.run)).map(([name, part]) => [name, part.slice()] as const),
          );
        },
      }),
    );
    while (tokensDone(small.run) < small.run.tokens.length * 5) await rest(2);
    trainer.pause();
    while (kept.length === 0) await rest(2);
    trainer.cancel();
    await expect(trainer.outcome).rejects.toMatchObject({ code: 'E_CANCELLED' });

    const again = prepared(corpus, { ...long, workers: 2 });
    const parts: Readonly<Record<string, Float32Array | Uint32Array>> = { ...changingParts(again.run) };
    for (const [name, part] of kept) parts[name]!.set(part);
    expect(tokensDone(again.run)).toBeGreaterThan(0);
    expect(tokensDone(again.run)).toBeLessThan(again.run.tokens.length * long.epochs);
    await startTrainer(again.run, trainerOptions()).outcome;
    expect(sha256(again)).toBe(sha256(undisturbed));
  });

  it('stands still while it is paused, goes on, and ends with the same bytes', async () => {
    const undisturbed = await trained(corpus, { ...long, workers: 2 });
    const small = prepared(corpus, { ...long, workers: 3 });
    const trainer = startTrainer(small.run, trainerOptions());
    for (let times = 1; times <= 3; times += 1) {
      while (tokensDone(small.run) < small.run.tokens.length * times * 3) await rest(2);
      trainer.pause();
      let before = -1;
      while (before !== tokensDone(small.run)) {
        before = tokensDone(small.run);
        await rest(150);
      }
      trainer.resume();
    }
    await trainer.outcome;
    expect(sha256(small)).toBe(sha256(undisturbed));
  });

  it('keeps what it has when it is stopped, and is not trained further when it has ended', async () => {
    const small = prepared(corpus, { ...long, workers: 2 });
    const trainer = startTrainer(small.run, trainerOptions());
    while (tokensDone(small.run) === 0) await rest(2);
    trainer.stopAndKeep();
    expect((await trainer.outcome).stopped).toBe(true);
    expect(tokensDone(small.run)).toBeLessThan(small.run.tokens.length * long.epochs);

    const done = await trained(corpus, { ...chosen, workers: 2 });
    const ended = sha256(done);
    await startTrainer(done.run, trainerOptions()).outcome;
    expect(sha256(done)).toBe(ended);
  });
});
