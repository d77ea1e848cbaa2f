import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { SequenceSettings } from '../../../core/contract/settings/sequence.ts';
import {
  changingParts,
  progressOf,
  weightsOf,
  type SequenceRun,
} from '../../../core/sequence/sequence-run.ts';
import { startSequenceTrainer, type SequenceStep } from '../../../core/sequence/trainer.ts';
import { prepared, smallData, trained, trainerOptions } from './small-sequence-run.ts';

function sha256(run: SequenceRun): string {
  const hash = createHash('sha256');
  for (const values of weightsOf(run).values()) hash.update(Buffer.from(values.buffer));
  return hash.digest('hex');
}

const kinds: (readonly [string, Partial<SequenceSettings>])[] = [
  ['LSTM, full softmax, Adam, dropout', { dropout: 0.2 }],
  [
    'two layers of RNN, sampled softmax, momentum',
    {
      cell: 'rnn',
      layers: 2,
      output: 'sampled-softmax',
      samples: 8,
      optimiser: 'sgd',
      momentum: 0.9,
      rate: 0.1,
    },
  ],
  [
    'LSTM, sampled softmax, sentences, dropout',
    { output: 'sampled-softmax', samples: 8, memory: 'sentence', dropout: 0.1 },
  ],
];

describe('training of a network', () => {
  it('lowers loss and perplexity, and reports the end of it', async () => {
    const steps: SequenceStep[] = [];
    const { outcome, run } = await trained({}, { onStep: (step) => steps.push(step) });
    expect(outcome.stopped).toBe(false);
    expect(outcome.loss).toHaveLength(4);
    expect(outcome.loss.at(-1)!).toBeLessThan(outcome.loss[0]! - 0.3);
    expect(outcome.heldOutPerplexity).toHaveLength(4);
    expect(outcome.heldOutPerplexity.at(-1)!).toBeLessThan(outcome.heldOutPerplexity[0]!);
    expect(outcome.heldOutPerplexity.at(-1)!).toBeLessThan(smallData().words.length / 2);
    expect(outcome.gradientNorms.length).toBeGreaterThan(5);
    expect(steps.map(({ done }) => done)).toEqual(steps.map(({ done }) => done).toSorted((a, b) => a - b));
    expect(steps.at(-1)).toMatchObject({
      done: run.trainingTokens * 4,
      total: run.trainingTokens * 4,
      epoch: 4,
    });
  });

  it.each(kinds)('gives the same bytes from the same seed (%s)', async (_, chosen) => {
    const [first, again, other] = await Promise.all([
      trained(chosen),
      trained(chosen),
      trained({ ...chosen, seed: 2 }),
    ]);
    expect(sha256(again.run)).toBe(sha256(first.run));
    expect(again.outcome).toEqual({ ...first.outcome, seconds: again.outcome.seconds });
    expect(sha256(other.run)).not.toBe(sha256(first.run));
  });

  it('measures the same perplexity however many texts are read side by side', async () => {
    // Nothing is learned at this rate.
    const still = { rate: 1e-12, epochs: 1 };
    const data = smallData(7, 20);
    const perplexities = await Promise.all(
      [1, 3, 8].map(
        async (batch) => (await trained({ ...still, batch }, {}, data)).outcome.heldOutPerplexity[0]!,
      ),
    );
    expect(perplexities[1]).toBeCloseTo(perplexities[0]!, 3);
    expect(perplexities[2]).toBeCloseTo(perplexities[0]!, 3);
  });

  it('leaves frozen vectors as they are', async () => {
    const data = smallData();
    const before = weightsOf(prepared({ embeddings: 'frozen' }, data)).get('embedding.weight')!;
    const { run } = await trained({ embeddings: 'frozen', epochs: 1 }, {}, data);
    expect(weightsOf(run).get('embedding.weight')).toEqual(before);
    expect(Object.keys(changingParts(run))).not.toContain('embedding.weight');
  });

  it('ends with E_TRAINING_DIVERGED when numbers grow without bound', async () => {
    await expect(trained({ optimiser: 'sgd', rate: 1e38, clip: 1e38 })).rejects.toMatchObject({
      code: 'E_TRAINING_DIVERGED',
    });
  });
});

describe('a training under way', () => {
  const long = { epochs: 12 };

  it.each(kinds)(
    'can be taken up from any checkpoint in another memory, to the same bytes (%s)',
    async (_, chosen) => {
      const undisturbed = await trained({ ...chosen, ...long });
      const end = undisturbed.run.trainingTokens * 12;
      for (const share of [0, 0.3, 0.8]) {
        const run = prepared({ ...chosen, ...long });
        const kept: Record<string, Float32Array | Uint32Array>[] = [];
        const keep = () => {
          kept.push(
            Object.fromEntries(
              Object.entries(changingParts(run)).map(([name, part]) => [name, part.slice()]),
            ),
          );
        };
        const trainer = startSequenceTrainer(run, trainerOptions({ checkpoint: keep }));
        const { epoch, chunk } = progressOf(run);
        expect(epoch + chunk).toBeGreaterThanOrEqual(0);
        while (progressOf(run).epoch < share * 12) await rest(1);
        trainer.leave();
        await expect(trainer.outcome).rejects.toMatchObject({ code: 'E_CANCELLED' });

        const again = prepared({ ...chosen, ...long });
        for (const [name, part] of Object.entries(changingParts(again))) part.set(kept.at(-1)[name]!);
        const steps: number[] = [];
        const outcome = await startSequenceTrainer(
          again,
          trainerOptions({ secondsBefore: 7, onStep: ({ done }) => steps.push(done) }),
        ).outcome;
        expect(outcome.seconds).toBeGreaterThan(7);
        expect(steps.at(-1)).toBe(end);
        expect(sha256(again)).toBe(sha256(undisturbed.run));
        expect(outcome).toEqual({ ...undisturbed.outcome, seconds: outcome.seconds });
      }
    },
  );

  it('stands still while it is paused', async () => {
    const run = prepared({ epochs: 1000 });
    const trainer = startSequenceTrainer(run, trainerOptions());
    while (progressOf(run).chunk === 0) await rest(2);
    trainer.pause();
    await rest(300);
    const standing = sha256(run);
    await rest(100);
    expect(sha256(run)).toBe(standing);
    trainer.resume();
    while (sha256(run) === standing) await rest(2);
    trainer.cancel();
    await expect(trainer.outcome).rejects.toMatchObject({ code: 'E_CANCELLED' });
  });

  it('keeps and measures what it has when it is stopped, also while it is paused', async () => {
    const run = prepared({ epochs: 1000 });
    const trainer = startSequenceTrainer(run, trainerOptions());
    while (progressOf(run).chunk === 0) await rest(2);
    trainer.pause();
    await rest(200);
    trainer.stopAndKeep();
    const outcome = await trainer.outcome;
    expect(outcome.stopped).toBe(true);
    expect(outcome.heldOutPerplexity).toHaveLength(outcome.loss.length);
    expect(outcome.heldOutPerplexity.length).toBeGreaterThan(0);
    expect(outcome.heldOutPerplexity.every(Number.isFinite)).toBe(true);
  });
});

const rest = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
