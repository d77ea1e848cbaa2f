import { describe, expect, it } from 'vitest';
import { AppError } from '../../../core/contract/errors.ts';
import type { JobEvent } from '../../../core/contract/jobs.ts';
import { jobsOf, type CallHooks, type Rest } from '../../../core/engine/jobs.ts';
import type { TrainingProgress } from '../../../core/contract/training.ts';

function registry() {
  let time = 1000;
  const jobs = jobsOf(() => time);
  const events: JobEvent[] = [];
  const unfollow = jobs.follow((event) => events.push(event));
  const names = () => events.map(({ name }) => name);
  return { jobs, events, names, unfollow, tick: (ms: number) => (time += ms) };
}

/** A call that stays under way until it is told to end or is cancelled. */
function longCall(jobs: ReturnType<typeof jobsOf>, method = 'corpus.import', input: object = {}) {
  const given = Promise.withResolvers<CallHooks<never>>();
  const done = Promise.withResolvers<string>();
  const outcome = jobs.run({ method, input }, {}, (hooks: CallHooks<never>) => {
    given.resolve(hooks);
    hooks.signal!.addEventListener('abort', () => done.reject(new AppError('E_CANCELLED')));
    return done.promise;
  });
  return { outcome, hooks: given.promise, finish: () => done.resolve('done') };
}

const trained = (done: number, loss: number, phase: TrainingProgress['phase'] = 'training') =>
  ({ phase, done, total: 100, epoch: 1, epochs: 2, loss }) as unknown as never;

describe('the registry of jobs', () => {
  it('has long work while it is under way, and tells when it begins and ends', async () => {
    const { jobs, events, names } = registry();
    const { outcome, finish } = longCall(jobs);
    expect(jobs.list()).toEqual([
      { id: 1, method: 'corpus.import', startedAt: 1000, progress: null, pausable: false, paused: false },
    ]);
    expect(events).toEqual([{ name: 'job.started', value: jobs.list()[0] }]);
    finish();
    expect(await outcome).toBe('done');
    expect(jobs.list()).toEqual([]);
    expect(names()).toEqual(['job.started', 'job.ended']);
    expect(events.at(-1).value).toEqual({ id: 1, method: 'corpus.import', failure: null, result: null });
  });

  it('does not speak of short questions', async () => {
    const { jobs, names } = registry();
    const answer = await jobs.run({ method: 'search.odd', input: {} }, {}, () => jobs.list().length);
    expect(answer).toBe(0);
    expect(names()).toEqual([]);
  });

  it('tells of progress at most ten times a second, of a new phase at once, and of the last always', async () => {
    const { jobs, events, tick } = registry();
    const { outcome, hooks, finish } = longCall(jobs, 'model.train', { resume: true });
    const { onProgress } = await hooks;
    for (let done = 0; done <= 40; done += 1) {
      onProgress?.(trained(done, 1));
      tick(10);
    }
    onProgress?.(trained(40, 1, 'saving'));
    onProgress?.(trained(100, 1, 'saving'));
    finish();
    await outcome;
    const told = events.flatMap((event) =>
      event.name === 'job.progress' ? [`${event.value.progress!.phase} ${event.value.progress!.done}`] : [],
    );
    expect(told.length).toBeLessThanOrEqual(8);
    expect(told).toContain('saving 40');
    expect(told.at(-1)).toBe('saving 100');
  });

  it('keeps the course of the loss of a training, and what it is trained on', async () => {
    const { jobs, events } = registry();
    const texts = { conditions: [{ field: 'year', from: '1900' }] };
    const { hooks, outcome, finish } = longCall(jobs, 'model.train', { texts });
    const { onProgress } = await hooks;
    onProgress?.(trained(25, 3));
    onProgress?.(trained(50, 2));
    expect(jobs.list()[0]).toMatchObject({
      resumed: false,
      texts,
      losses: [
        { epoch: 0.5, loss: 3 },
        { epoch: 1, loss: 2 },
      ],
    });
    finish();
    await outcome;
    expect(events.at(-1).value).toMatchObject({ method: 'model.train', result: 'done' });
  });

  it('pauses and goes on with what can rest, and says so', async () => {
    const { jobs, events } = registry();
    const { hooks, outcome, finish } = longCall(jobs, 'model.train');
    expect(() => jobs.pause(1)).toThrow('it cannot rest');
    const rested: string[] = [];
    const rest: Rest = { pause: () => rested.push('pause'), resume: () => rested.push('resume') };
    (await hooks).rests?.(rest);
    jobs.pause(1);
    expect(jobs.list()[0]).toMatchObject({ pausable: true, paused: true });
    expect(events.at(-1)).toMatchObject({ name: 'job.progress', value: { id: 1, paused: true } });
    jobs.resume(1);
    expect(jobs.list()[0]).toMatchObject({ paused: false });
    expect(rested).toEqual(['pause', 'resume']);
    finish();
    await outcome;
    for (const steer of ['pause', 'resume', 'cancel'] as const)
      expect(() => jobs[steer](1)).toThrow('no such job is under way');
  });

  it('cancels by number, by the caller’s own signal, and all that is to end', async () => {
    const { jobs, events } = registry();
    const first = longCall(jobs);
    jobs.cancel(1);
    await expect(first.outcome).rejects.toMatchObject({ code: 'E_CANCELLED' });
    expect(events.at(-1).value).toMatchObject({ id: 1, failure: { code: 'E_CANCELLED' } });
    const stop = new AbortController();
    const own = jobs.run({ method: 'corpus.recut', input: {} }, { signal: stop.signal }, ({ signal }) => {
      stop.abort();
      return signal!.aborted;
    });
    expect(await own).toBe(true);
    const [import_, training] = [longCall(jobs), longCall(jobs, 'model.train')];
    await Promise.all([
      jobs.end(['model.train', 'sequence.train']),
      expect(import_.outcome).rejects.toMatchObject({ code: 'E_CANCELLED' }),
    ]);
    expect(jobs.list().map(({ method }) => method)).toEqual(['model.train']);
    training.finish();
    await training.outcome;
  });

  it('tells nothing to whoever follows no more', async () => {
    const { jobs, names, unfollow } = registry();
    unfollow();
    const { outcome, finish } = longCall(jobs);
    finish();
    await outcome;
    expect(names()).toEqual([]);
  });
});
