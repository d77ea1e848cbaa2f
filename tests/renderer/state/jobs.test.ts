import { describe, expect, it } from 'vitest';
import type { JobEvent, JobState } from '../../../core/contract/jobs.ts';
import type { Firth } from '../../../core/contract/window.ts';
import { Job, Jobs } from '../../../renderer/state/jobs.svelte.ts';
import { answering, failing, inHand, settled } from './answering.ts';

/** An engine whose jobs are under way, and which tells of them when the test says so. */
function engineWith(jobs: readonly JobState[]) {
  const { firth, asked } = answering({ 'job.list': () => ({ jobs }), 'job.cancel': () => null });
  const listeners: ((event: JobEvent) => void)[] = [];
  const onJob = (listener: (event: JobEvent) => void) => {
    listeners.push(listener);
    return () => undefined;
  };
  const tell = (event: JobEvent) => {
    for (const listener of listeners) listener(event);
  };
  return { firth: { ...firth, onJob } as Firth, asked, tell };
}

const importing: JobState = {
  id: 7,
  method: 'corpus.import',
  startedAt: 1000,
  progress: { phase: 'reading', done: 1, total: 4 },
  pausable: false,
  paused: false,
};
const label = () => 'Building the corpus';

describe('a job of this page', () => {
  it('stands in the line while it works, says how far it is, and goes when it ends', async () => {
    const jobs = new Jobs(engineWith([]).firth, () => 0);
    const { ask, asked } = inHand<string>();
    let tell: (done: number, total: number) => void = () => undefined;
    const run = jobs.run(label, (job, report) => {
      tell = report;
      return ask(job.signal);
    });
    tell(1, 4);
    expect(jobs.running.map(({ label: says, share }) => [says(), share])).toEqual([
      ['Building the corpus', 0.25],
    ]);
    asked[0]!.answer('done');
    expect(await run).toBe('done');
    expect(jobs.running).toEqual([]);
  });

  it('that the person cancels is no failure; any other failure is thrown, and neither stays in the line', async () => {
    const jobs = new Jobs(engineWith([]).firth, () => 0);
    const cancelled = jobs.run(
      label,
      ({ signal }) =>
        new Promise((_, fail) => signal.addEventListener('abort', () => fail(failing('E_CANCELLED')))),
    );
    jobs.running[0]!.cancel();
    expect(await cancelled).toBeNull();
    await expect(jobs.run(label, () => Promise.reject(failing('E_NO_SPACE')))).rejects.toMatchObject({
      code: 'E_NO_SPACE',
    });
    expect(jobs.running).toEqual([]);
  });

  it('that is short never stands in the line', async () => {
    const jobs = new Jobs(engineWith([]).firth, () => 0);
    const run = jobs.run(label, () => Promise.resolve(1), 60_000);
    expect(jobs.running).toEqual([]);
    expect(await run).toBe(1);
  });

  it('foretells its end by the clock, after its first moments', () => {
    const job = new Job(label, 0);
    job.report(1, 4, 1000);
    expect(job.secondsLeft).toBeNull();
    job.report(2, 4, 10_000);
    expect(job.secondsLeft).toBe(10);
    job.report(4, 4, 20_000);
    expect([job.secondsLeft, job.share]).toEqual([null, 1]);
  });
});

describe('a job that the page before this one began', () => {
  const takeUp = (jobs: Jobs, state: JobState, heard: unknown[]) =>
    jobs.takeUp(label, state, (_, report) => (progress: { done: number; total: number }) => {
      heard.push(progress);
      report(progress.done, progress.total);
    });

  it('is shown as far as it is, and on until it ends', async () => {
    const { firth, tell } = engineWith([importing]);
    const jobs = new Jobs(firth, () => 5000);
    const [state] = await jobs.underWay();
    const heard: unknown[] = [];
    const end = takeUp(jobs, state!, heard);
    expect(jobs.running.map(({ share }) => share)).toEqual([0.25]);
    tell({
      name: 'job.progress',
      value: { id: 7, progress: { phase: 'reading', done: 3, total: 4 }, pausable: false, paused: true },
    });
    tell({
      name: 'job.progress',
      value: { id: 8, progress: { phase: 'reading', done: 4, total: 4 }, pausable: false, paused: false },
    });
    expect(jobs.running.map(({ share, paused }) => [share, paused])).toEqual([[0.75, true]]);
    expect(heard).toHaveLength(2);
    tell({ name: 'job.ended', value: { id: 7, method: 'corpus.import', failure: null, result: null } });
    expect(await end).toBeNull();
    expect(jobs.running).toEqual([]);
  });

  it('is cancelled by its number, and failures are thrown', async () => {
    const { firth, asked, tell } = engineWith([importing]);
    const jobs = new Jobs(firth, () => 0);
    const [state] = await jobs.underWay();
    const first = takeUp(jobs, state!, []);
    jobs.running[0]!.cancel();
    expect(asked.at(-1)).toEqual({ method: 'job.cancel', input: { job: 7 } });
    const ended = (code: 'E_CANCELLED' | 'E_NO_SPACE'): JobEvent => ({
      name: 'job.ended',
      value: { id: 7, method: 'corpus.import', failure: { code, details: {} }, result: null },
    });
    tell(ended('E_CANCELLED'));
    expect(await first).toBeNull();
    const second = takeUp(jobs, state!, []);
    tell(ended('E_NO_SPACE'));
    await expect(second).rejects.toMatchObject({ code: 'E_NO_SPACE' });
  });

  it('that ended before it was taken up ends at once', async () => {
    const { firth, tell } = engineWith([importing]);
    const jobs = new Jobs(firth, () => 0);
    const [state] = await jobs.underWay();
    tell({ name: 'job.ended', value: { id: 7, method: 'corpus.import', failure: null, result: null } });
    await settled();
    expect(await takeUp(jobs, state!, [])).toBeNull();
    expect(jobs.running).toEqual([]);
  });
});
