import { describe, expect, it } from 'vitest';
import type { JobEvent, JobState } from '../../../core/contract/jobs.ts';
import type { TrainingProgress, TrainingResult } from '../../../core/contract/training.ts';
import type { CallOptions, Firth } from '../../../core/contract/window.ts';
import { Jobs } from '../../../renderer/state/jobs.svelte.ts';
import { Training } from '../../../renderer/state/training.svelte.ts';
import { answering, failing, inHand } from './answering.ts';

const progress = (done: number, loss: number): TrainingProgress => ({
  phase: 'training',
  done,
  total: 100,
  epoch: 1,
  epochs: 2,
  wordsPerSecond: 500,
  secondsLeft: 12,
  loss,
  randomPairCosine: 0,
  watched: [],
});
const result = { model: 'skip-gram 1' } as TrainingResult;

function trained() {
  const { ask, asked: orders } = inHand<TrainingResult>();
  const heard: CallOptions<'model.train'>[] = [];
  const { firth, asked } = answering({
    'model.train': (_, options) => {
      heard.push(options);
      return ask(options.signal);
    },
    'model.pause': () => null,
    'model.continue': () => null,
    'model.stopAndKeep': () => null,
    'job.list': () => ({ jobs: [] }),
  });
  const listeners: ((event: JobEvent) => void)[] = [];
  const whole = {
    ...firth,
    onJob: (listener: (event: JobEvent) => void) => {
      listeners.push(listener);
      return () => undefined;
    },
  } as Firth;
  const after: (TrainingResult | null)[] = [];
  const jobs = new Jobs(whole, () => 0);
  const training = new Training(whole, jobs, {
    method: 'model.train',
    speed: ({ wordsPerSecond }) => wordsPerSecond,
    after: (made) => {
      after.push(made);
      return Promise.resolve();
    },
  });
  const start = (order: Parameters<typeof training.start>[2] = { settings: {} }) =>
    training.start(
      () => 'Training',
      (perSecond) => `${perSecond}/s`,
      order,
    );
  const tell = (event: JobEvent) => {
    for (const listener of listeners) listener(event);
  };
  return { training, jobs, start, heard, orders, asked, after, tell };
}

describe('a training', () => {
  it('has its curve and speed while it runs, and its model at the end', async () => {
    const { training, start, heard, orders, after } = trained();
    const run = start();
    heard[0]!.onProgress!(progress(25, 3));
    heard[0]!.onProgress!(progress(50, 2));
    expect(training.losses).toEqual([
      { epoch: 0.5, loss: 3 },
      { epoch: 1, loss: 2 },
    ]);
    expect([training.job?.rate, training.job?.secondsLeft, training.job?.share]).toEqual(['500/s', 12, 0.5]);
    orders[0]!.answer(result);
    await run;
    expect([training.job, training.result, training.failure]).toEqual([null, result, null]);
    expect(after).toEqual([result]);
  });

  it('rests and goes on, and is stopped by the engine', async () => {
    const { training, start, asked, orders } = trained();
    const run = start();
    training.job!.pause!();
    expect(training.job!.paused).toBe(true);
    training.job!.goOn!();
    expect(training.job!.paused).toBe(false);
    training.stopAndKeep();
    expect(asked.map(({ method }) => method)).toEqual([
      'model.train',
      'model.pause',
      'model.continue',
      'model.stopAndKeep',
    ]);
    orders[0]!.answer(result);
    await run;
  });

  it('that fails says why; one that is cancelled says nothing; the next begins anew', async () => {
    const { training, jobs, start, heard, orders, after } = trained();
    const failed = start();
    heard[0]!.onProgress!(progress(25, 3));
    orders[0]!.fail(failing('E_TRAINING_DIVERGED'));
    await failed;
    expect(training.failure).toMatchObject({ code: 'E_TRAINING_DIVERGED' });
    const next = start();
    expect([training.failure, training.losses]).toEqual([null, []]);
    jobs.running[0]!.cancel();
    expect(heard[1]!.signal!.aborted).toBe(true);
    orders[1]!.fail(failing('E_CANCELLED'));
    await next;
    expect([training.failure, training.result, jobs.running]).toEqual([null, null, []]);
    expect(after).toEqual([null, null]);
  });

  it('knows its texts, but for one that goes on with a checkpoint, which says them', async () => {
    const { training, start, orders } = trained();
    const conditions = [{ field: 'year', from: '1900' }];
    for (const [order, texts] of [
      [{}, null],
      [{ texts: { conditions } }, { conditions }],
      [{ resume: true }, undefined],
    ] as const) {
      const run = start({ settings: {}, ...order });
      expect(training.texts).toEqual(texts);
      orders.at(-1)!.answer(result);
      await run;
    }
  });

  it('that the page before this one began is taken up with its curve', async () => {
    const { training, jobs, after, tell } = trained();
    await jobs.underWay();
    const state: Extract<JobState, { method: 'model.train' }> = {
      id: 3,
      method: 'model.train',
      startedAt: 0,
      progress: progress(50, 2),
      pausable: true,
      paused: true,
      resumed: false,
      texts: 'all',
      losses: [{ epoch: 0.5, loss: 3 }],
    };
    const run = training.takeUp(
      () => 'Training',
      (perSecond) => `${perSecond}/s`,
      state,
    );
    expect(training.losses).toEqual([
      { epoch: 0.5, loss: 3 },
      { epoch: 1, loss: 2 },
    ]);
    expect([training.job?.paused, training.texts]).toEqual([true, null]);
    tell({ name: 'job.ended', value: { id: 3, method: 'model.train', failure: null, result } });
    await run;
    expect([training.result, after]).toEqual([result, [result]]);
  });
});
