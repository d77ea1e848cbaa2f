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
  /** Asked for, and not in the model. */
  readonly unknown: readonly string[];
  /** Files that were written. */
  readonly files: readonly string[];
}
