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

  cancel = (): void => this.#abort.abort();

  report(done: number, total: number, now: number): void {
    this.done = done;
    this.total = total;
    const elapsed = (now - this.startedAt) / 1000;
    // The first moments foretell nothing.
    this.secondsLeft = elapsed > 1.5 && done > 0 && total > done ? (elapsed / done) * (total - done) : null;
  }
}

export class Jobs {
  running = $state.raw<readonly Job[]>([]);
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Runs work as a job. @returns null when the person cancelled it; other failures are thrown.
   * @param shownAfterMs for work that is long only sometimes: a short one would flicker in the status line
   */
  async run<T>(
    label: () => string,
    work: (job: Job, report: (done: number, total: number) => void) => Promise<T>,
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
}
