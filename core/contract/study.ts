import type { Failure } from './errors.ts';

/** What the runs of a study differ in: the texts, drawn with replacement, or the seed. */
export const studyKinds = ['bootstrap', 'seeds'] as const;
export type StudyKind = (typeof studyKinds)[number];

/** What a study says of one number. */
export interface Spread {
  /** 2.5 and 97.5 % of the score over the runs that have the words; null below two such runs. */
  readonly low: number | null;
  readonly high: number | null;
  /** Runs in whose list of the same length the word stands. */
  readonly runs: number;
  /** Runs that can answer. */
  readonly of: number;
}

/** The study behind an answer. */
export interface StudyBehind {
  readonly kind: StudyKind;
  /** Runs that there are. */
  readonly runs: number;
  /** Mean share of the list that two runs have in common, 0 to 1; null where it cannot be told. */
  readonly overlap: number | null;
}

export interface FailedRun extends Failure {
  readonly run: number;
}

export interface StudySummary {
  /** What it is called: a model has one study of each kind. */
  readonly study: StudyKind;
  readonly model: string;
  /** Runs that are there. */
  readonly runs: number;
  readonly failed: readonly FailedRun[];
  /** Seconds of training of all runs together. */
  readonly trainingSeconds: number;
  readonly createdAt: number;
}

/** What a study would cost, before it is begun. */
export interface StudyCost {
  readonly study: StudyKind;
  readonly model: string;
  readonly runs: number;
  /** Runs that are there already and are not made again. */
  readonly done: number;
  /** Runs that go on at the same time. */
  readonly atOnce: number;
  /** Seconds until it is done, from how long the model took. */
  readonly seconds: number | null;
  /** Memory while it runs, in bytes. */
  readonly bytes: number;
  /** What the project file grows by, in bytes. */
  readonly disk: number;
}

export interface StudyResult {
  readonly study: StudyKind;
  readonly model: string;
  /** Runs that are there now. */
  readonly runs: number;
  /** Runs that were there before. */
  readonly before: number;
  /** Runs that failed. They are made anew when the study is run again. */
  readonly failed: readonly FailedRun[];
  /** From the beginning to the end, pauses left out. */
  readonly seconds: number;
}

export interface StudyProgress {
  readonly phase: 'preparing' | 'training';
  /** Tokens × epochs of all runs, done and in all. */
  readonly done: number;
  readonly total: number;
  /** Runs that are there, of so many. */
  readonly runs: number;
  readonly of: number;
  readonly failed: number;
  readonly secondsLeft: number | null;
}

/** Why a model can have no study. */
export type StudyObstacle = 'imported' | 'stale' | 'one-text';
