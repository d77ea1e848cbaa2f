import type { Failure } from './errors.ts';
import type { LossPoint } from './loss-curve.ts';
import type { Progress } from './progress.ts';
import type { SequenceProgress, SequenceResult } from './sequence.ts';
import type { StudyProgress } from './study.ts';
import type { PartRef } from './texts.ts';
import type { TrainingProgress, TrainingResult } from './training.ts';

/** Calls that can take long. Each is a job of the engine while it runs, whoever asked. */
export const jobMethods = [
  'corpus.import',
  'corpus.inspect',
  'corpus.recut',
  'corpus.compareCuts',
  'model.train',
  'model.importVectors',
  'study.run',
  'evaluate.analogies',
  'evaluate.pairs',
  'sequence.train',
  'sequence.sentences',
  'sequence.unit',
  'sequence.similar',
  'exchange.export',
] as const;

export type JobMethod = (typeof jobMethods)[number];

interface Job<M extends JobMethod, P> {
  /** By it `job.pause`, `job.continue` and `job.cancel` know it. */
  readonly id: number;
  readonly method: M;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** The newest; null before the first. */
  readonly progress: P | null;
  /** It can rest: trainings can. */
  readonly pausable: boolean;
  readonly paused: boolean;
}

interface TrainingJob<M extends JobMethod, P> extends Job<M, P> {
  /** Goes on with an interrupted training, on the texts that its checkpoint names. */
  readonly resumed: boolean;
  /** The texts that were asked for. */
  readonly texts: PartRef;
  /** The course of the loss so far. */
  readonly losses: readonly LossPoint[];
}

/** A job that is under way. */
export type JobState =
  | TrainingJob<'model.train', TrainingProgress>
  | TrainingJob<'sequence.train', SequenceProgress>
  | Job<'study.run', StudyProgress>
  | Job<Exclude<JobMethod, 'model.train' | 'sequence.train' | 'study.run'>, Progress>;

export type JobProgress = Pick<JobState, 'id' | 'progress' | 'pausable' | 'paused'>;

/** A job that is over. */
export interface JobEnd {
  readonly id: number;
  readonly method: JobMethod;
  /** Null where it came to its end. */
  readonly failure: Failure | null;
  /** What a training made; null where it failed, and for other work. */
  readonly result: TrainingResult | SequenceResult | null;
}

/** What anybody who follows the engine hears of its jobs. Progress comes at most ten times a second. */
export type JobEvent =
  | { readonly name: 'job.started'; readonly value: JobState }
  | { readonly name: 'job.progress'; readonly value: JobProgress }
  | { readonly name: 'job.ended'; readonly value: JobEnd };
