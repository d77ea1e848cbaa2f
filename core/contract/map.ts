import type { StudyKind } from './study.ts';

export const mapMethods = ['pca', 'umap', 'tsne'] as const;
export type MapMethod = (typeof mapMethods)[number];

/** Words as points of a plane. */
export interface WordMap {
  readonly model: string;
  readonly method: MapMethod;
  readonly words: readonly string[];
  /** Occurrences of each; 0 where they are not known. */
  readonly counts: readonly number[];
  /** Words × 2, row-major. */
  readonly coordinates: Float64Array;
  /** Share of the variance of the first two components, 0 to 1. */
  readonly shares: readonly number[];
  /** Mean share of the ten nearest words that are among the ten nearest on the map, 0 to 1. */
  readonly kept: number;
  /** The same for points that are scattered by chance. */
  readonly keptByChance: number;
  /** Of each word the number of its group, from 0, the largest; empty where no groups were asked for. */
  readonly groups: Uint8Array;
  /** Of each group the words nearest to its centre: what it can be called by. */
  readonly groupNames: readonly (readonly string[])[];
  /** Asked for, and not in the model. */
  readonly unknown: readonly string[];
  /** Files that were written. */
  readonly files: readonly string[];
}

/** Where the runs of a study would put words of a map. */
export interface MapRuns {
  readonly model: string;
  readonly study: StudyKind | null;
  /** Runs that there are; 0 where no study was made. */
  readonly runs: number;
  /** The words that were looked at. */
  readonly words: readonly string[];
  /** Near words that are told of each run. */
  readonly each: number;
  /** Words × runs × `each`: places on the map of the nearest words in each run, nearest first; −1 where a run does not have the word. */
  readonly near: Int32Array;
  /** Of each word the mean share of its nearest on the map that are among its nearest in a run, 0 to 1; NaN where no run has it. */
  readonly kept: Float64Array;
}
