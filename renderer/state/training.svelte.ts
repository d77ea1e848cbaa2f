import type { Failure } from '../../core/contract/errors.ts';
import type { TrainingProgress, TrainingResult, TrainingSettings } from '../../core/contract/training.ts';
import { asFailure } from './failure.ts';
import type { Firth } from '../../core/contract/window.ts';
import type { Job, Jobs } from './jobs.svelte.ts';
import type { Project } from './project.svelte.ts';

/** Mean loss once `done` tokens were seen; epochs as a fraction for the axis. */
export interface LossPoint {
  readonly epoch: number;
  readonly loss: number;
}

export interface TrainingOrder {
  readonly name?: string;
  readonly settings: Partial<TrainingSettings>;
  readonly resume?: boolean;
  readonly watched?: readonly string[];
}

/** The one training that can be under way; it goes on while other pages are shown. */
export class Training {
  readonly #firth: Firth;
  readonly #jobs: Jobs;
  readonly #project: Project;
  job = $state.raw<Job | null>(null);
  progress = $state.raw<TrainingProgress | null>(null);
  losses = $state.raw<readonly LossPoint[]>([]);
  result = $state.raw<TrainingResult | null>(null);
  failure = $state.raw<Failure | null>(null);

  constructor(firth: Firth, jobs: Jobs, project: Project) {
    this.#firth = firth;
    this.#jobs = jobs;
    this.#project = project;
  }

  async start(
    label: () => string,
    rate: (wordsPerSecond: number) => string,
    order: TrainingOrder,
  ): Promise<void> {
    this.progress = null;
    this.losses = [];
    this.result = null;
    this.failure = null;
    try {
      this.result = await this.#jobs.run(label, (job, report) => {
        this.job = job;
        job.pause = () => this.pause();
        job.goOn = () => this.goOn();
        return this.#firth.call('model.train', order, {
          signal: job.signal,
          onProgress: (progress) => {
            this.#take(progress);
            report(progress.done, progress.total);
            job.secondsLeft = progress.secondsLeft;
            job.rate = progress.wordsPerSecond > 0 ? rate(progress.wordsPerSecond) : null;
          },
        });
      });
      if (this.result !== null) this.#project.chosenModel = this.result.model;
    } catch (thrown) {
      this.failure = asFailure(thrown);
    } finally {
      this.job = null;
      await this.#project.refresh();
    }
  }

  #take(progress: TrainingProgress): void {
    this.progress = progress;
    if (progress.phase !== 'training' || progress.total === 0) return;
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
