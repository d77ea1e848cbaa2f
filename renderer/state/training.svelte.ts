import type { ChosenSubCorpus } from '../../core/contract/corpus.ts';
import type { Failure } from '../../core/contract/errors.ts';
import type { Input, Output, ProgressOf } from '../../core/contract/contract.ts';
import { asFailure } from './failure.ts';
import type { CallOptions, Firth } from '../../core/contract/window.ts';
import type { Job, Jobs } from './jobs.svelte.ts';

/** Mean loss once `done` tokens were seen; epochs as a fraction for the axis. */
export interface LossPoint {
  readonly epoch: number;
  readonly loss: number;
}

type Trains = 'model.train' | 'sequence.train';

/** What is trained, and how its page differs from that of the other. */
interface Ways<M extends Trains> {
  readonly method: M;
  /** Words or tokens in a second. */
  readonly speed: (progress: ProgressOf<M>) => number;
  /** The model that came of it; null when it was cancelled or failed. */
  readonly after: (result: Output<M> | null) => Promise<void>;
}

/** A training that can be under way; it goes on while other pages are shown. */
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
    this.progress = null;
    this.losses = [];
    const { texts = 'all', resume = false } = order;
    this.texts = resume ? undefined : typeof texts === 'object' && 'conditions' in texts ? texts : null;
    this.dismiss();
    try {
      this.result = await this.#jobs.run(label, (job, report) => {
        this.job = job;
        job.pause = () => this.pause();
        job.goOn = () => this.goOn();
        const options: CallOptions<M> = {
          signal: job.signal,
          onProgress: (progress) => {
            this.#take(progress);
            report(progress.done, progress.total);
            job.secondsLeft = progress.secondsLeft;
            const speed = this.#ways.speed(progress);
            job.rate = speed > 0 ? rate(speed) : null;
          },
        };
        return this.#firth.call(this.#ways.method, order, options);
      });
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.job = null;
      await this.#ways.after(this.result);
    }
  }

  #take(progress: ProgressOf<M>): void {
    this.progress = progress;
    if (progress.phase !== 'training' || progress.total === 0 || !Number.isFinite(progress.loss)) return;
    const epoch = (progress.done / progress.total) * progress.epochs;
    this.losses = [...this.losses, { epoch, loss: progress.loss }];
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
