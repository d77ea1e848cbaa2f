import type { ChosenSubCorpus } from '../../core/contract/corpus.ts';
import type { Failure } from '../../core/contract/errors.ts';
import type { Input, Output, ProgressOf } from '../../core/contract/contract.ts';
import type { JobState } from '../../core/contract/jobs.ts';
import { withLoss, type LossPoint } from '../../core/contract/loss-curve.ts';
import { asFailure } from './failure.ts';
import type { PartRef } from '../../core/contract/texts.ts';
import type { CallOptions, Firth } from '../../core/contract/window.ts';
import type { Job, Jobs, Report } from './jobs.svelte.ts';

export type { LossPoint } from '../../core/contract/loss-curve.ts';

type Trains = 'model.train' | 'sequence.train';

/** What is trained, and how its page differs from that of the other. */
interface Ways<M extends Trains> {
  readonly method: M;
  /** Words or tokens in a second. */
  readonly speed: (progress: ProgressOf<M>) => number;
  /** The model that came of it; null when it was cancelled or failed. */
  readonly after: (result: Output<M> | null) => Promise<void>;
}

/** A training that can be under way; it goes on while other pages are shown, and while the page is loaded again. */
export class Training<M extends Trains> {
  readonly #firth: Firth;
  readonly #jobs: Jobs;
  readonly #ways: Ways<M>;
  job = $state.raw<Job | null>(null);
  progress = $state.raw<ProgressOf<M> | null>(null);
  losses = $state.raw<readonly LossPoint[]>([]);
  result = $state.raw<Output<M> | null>(null);
  failure = $state.raw<Failure | null>(null);
  /** What is trained on: null for the whole corpus; undefined where a checkpoint says it. */
  texts = $state.raw<ChosenSubCorpus | null | undefined>(undefined);

  constructor(firth: Firth, jobs: Jobs, ways: Ways<M>) {
    this.#firth = firth;
    this.#jobs = jobs;
    this.#ways = ways;
  }

  async start(label: () => string, rate: (perSecond: number) => string, order: Input<M>): Promise<void> {
    const { texts = 'all', resume = false } = order;
    this.#begin(texts, resume, []);
    await this.#follow(() =>
      this.#jobs.run(label, (job, report) => {
        const onProgress = this.#listener(job, report, rate);
        const options: CallOptions<M> = { signal: job.signal, onProgress };
        return this.#firth.call(this.#ways.method, order, options);
      }),
    );
  }

  /** Goes on showing a training that the page before this one began. */
  async takeUp(
    label: () => string,
    rate: (perSecond: number) => string,
    state: Extract<JobState, { method: M }>,
  ): Promise<void> {
    const { resumed, texts, losses } = state as Extract<JobState, { method: Trains }>;
    this.#begin(texts, resumed, losses);
    await this.#follow(() =>
      this.#jobs.takeUp<Output<M>>(label, state, (job, report) => this.#listener(job, report, rate)),
    );
  }

  #begin(texts: PartRef, resumed: boolean, losses: readonly LossPoint[]): void {
    this.progress = null;
    this.losses = losses;
    this.texts = resumed ? undefined : typeof texts === 'object' && 'conditions' in texts ? texts : null;
    this.dismiss();
  }

  async #follow(training: () => Promise<Output<M> | null>): Promise<void> {
    try {
      this.result = await training();
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.job = null;
      await this.#ways.after(this.result);
    }
  }

  #listener(job: Job, report: Report, rate: (perSecond: number) => string) {
    this.job = job;
    job.pause = () => this.pause();
    job.goOn = () => this.goOn();
    return (progress: ProgressOf<M>) => {
      this.progress = progress;
      this.losses = withLoss(this.losses, progress);
      report(progress.done, progress.total);
      job.secondsLeft = progress.secondsLeft;
      const speed = this.#ways.speed(progress);
      job.rate = speed > 0 ? rate(speed) : null;
    };
  }

  pause(): void {
    if (this.job !== null) this.job.paused = true;
    void this.#firth.call('model.pause', {});
  }

  goOn(): void {
    if (this.job !== null) this.job.paused = false;
    void this.#firth.call('model.continue', {});
  }

  stopAndKeep(): void {
    void this.#firth.call('model.stopAndKeep', {});
  }

  dismiss(): void {
    this.result = null;
    this.failure = null;
  }
}
