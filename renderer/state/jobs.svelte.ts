import { fromFailure } from '../../core/contract/errors.ts';
import type { JobEnd, JobEvent, JobState } from '../../core/contract/jobs.ts';
import type { Firth } from '../../core/contract/window.ts';
import { isCancelled } from './failure.ts';

/** Long work that is under way, as the status line shows it. */
export class Job {
  readonly label: () => string;
  readonly #abort = new AbortController();
  readonly startedAt: number;
  done = $state(0);
  total = $state(0);
  /** Set where the work itself knows better than the clock. */
  secondsLeft = $state<number | null>(null);
  rate = $state<string | null>(null);
  paused = $state(false);
  /** Present only where the work can rest. */
  pause = $state.raw<(() => void) | null>(null);
  goOn = $state.raw<(() => void) | null>(null);

  readonly share: number = $derived(this.total > 0 ? Math.min(1, this.done / this.total) : 0);

  constructor(label: () => string, now: number) {
    this.label = label;
    this.startedAt = now;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  cancel: () => void = () => this.#abort.abort();

  report(done: number, total: number, now: number): void {
    this.done = done;
    this.total = total;
    const elapsed = (now - this.startedAt) / 1000;
    // The first moments foretell nothing.
    this.secondsLeft = elapsed > 1.5 && done > 0 && total > done ? (elapsed / done) * (total - done) : null;
  }
}

export type Report = (done: number, total: number) => void;

/** Work of the engine that the page before this one asked for: this one only hears of it. */
interface TakenUp {
  readonly job: Job;
  readonly onProgress: (progress: never) => void;
  readonly end: (end: JobEnd) => void;
}

export class Jobs {
  running = $state.raw<readonly Job[]>([]);
  readonly #firth: Pick<Firth, 'call' | 'onJob'>;
  readonly #now: () => number;
  readonly #takenUp = new Map<number, TakenUp>();
  /** Those that ended while the list of jobs was under way. */
  readonly #ended = new Map<number, JobEnd>();

  constructor(firth: Pick<Firth, 'call' | 'onJob'>, now: () => number) {
    this.#firth = firth;
    this.#now = now;
  }

  /** Work that is under way as the page begins, for {@link takeUp}. Heard from then on. */
  async underWay(): Promise<readonly JobState[]> {
    this.#firth.onJob((event) => this.#hear(event));
    return (await this.#firth.call('job.list', {})).jobs;
  }

  #hear(event: JobEvent): void {
    const taken = this.#takenUp.get(event.value.id);
    if (event.name === 'job.ended') {
      if (taken === undefined) this.#ended.set(event.value.id, event.value);
      else taken.end(event.value);
    } else if (event.name === 'job.progress' && taken !== undefined) {
      taken.job.paused = event.value.paused;
      if (event.value.progress !== null) taken.onProgress(event.value.progress as never);
    }
  }

  /**
   * Shows such work until it ends.
   * @param begin told the job that stands for it @returns who is told of its progress, the present one first
   * @returns what a training made; null for other work, and when it was cancelled. Failures are thrown.
   */
  async takeUp<T>(
    label: () => string,
    { id, startedAt, progress, paused }: JobState,
    begin: (job: Job, report: Report) => (progress: never) => void,
  ): Promise<T | null> {
    const job = new Job(label, startedAt);
    job.cancel = () => void this.#firth.call('job.cancel', { job: id }).catch(() => undefined);
    job.paused = paused;
    const onProgress = begin(job, (done, total) => job.report(done, total, this.#now()));
    if (progress !== null) onProgress(progress as never);
    this.running = [...this.running, job];
    const { failure, result } = await new Promise<JobEnd>((end) => {
      const already = this.#ended.get(id);
      if (already === undefined) this.#takenUp.set(id, { job, onProgress, end });
      else end(already);
    });
    this.#takenUp.delete(id);
    this.running = this.running.filter((one) => one !== job);
    if (failure === null) return result as T | null;
    if (failure.code === 'E_CANCELLED') return null;
    throw fromFailure(failure);
  }

  /**
   * Runs work as a job. @returns null when the person cancelled it; other failures are thrown.
   * @param shownAfterMs for work that is long only sometimes: a short one would flicker in the status line
   */
  async run<T>(
    label: () => string,
    work: (job: Job, report: Report) => Promise<T>,
    shownAfterMs = 0,
  ): Promise<T | null> {
    const job = new Job(label, this.#now());
    const show = () => (this.running = [...this.running, job]);
    const timer = shownAfterMs > 0 ? setTimeout(show, shownAfterMs) : (show(), undefined);
    try {
      return await work(job, (done, total) => job.report(done, total, this.#now()));
    } catch (thrown) {
      if (isCancelled(thrown)) return null;
      throw thrown;
    } finally {
      clearTimeout(timer);
      this.running = this.running.filter((one) => one !== job);
    }
  }

  /** The same for an answer that a view waits for: it is given up when the view asks anew. */
  answer<T>(
    signal: AbortSignal,
    label: () => string,
    work: (options: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: { readonly done: number; readonly total: number }) => void;
    }) => Promise<T>,
    shownAfterMs: number,
  ): Promise<T | null> {
    return this.run(
      label,
      (job, report) => {
        signal.addEventListener('abort', () => job.cancel(), { once: true });
        return work({ signal: job.signal, onProgress: ({ done, total }) => report(done, total) });
      },
      shownAfterMs,
    );
  }
}
