import type { Spread, StudyBehind } from './study.ts';

export const measures = ['cosine', 'euclidean', 'manhattan', 'chebyshev', 'dot'] as const;
export type Measure = (typeof measures)[number];

export interface Neighbour {
  readonly word: string;
  /** Similarity for cosine and dot, distance for the others. */
  readonly score: number;
  /** Occurrences in the texts the model was trained on; 0 for imported vectors without counts. */
  readonly count: number;
  /** Number of documents it occurs in today, of the corpus or the model’s sub-corpus; null where the project has no corpus. */
  readonly documents: number | null;
  /** An input word of the query, shown in its place and greyed. */
  readonly isInput?: boolean;
}

export interface NeighbourQuery {
  readonly model?: string;
  readonly measure: Measure;
  /** Compare vectors as they are rather than scaled to length 1. */
  readonly raw: boolean;
  readonly top: number;
  readonly minCount?: number;
}

export interface AnalogyAnswer {
  /** Ranking with the input words left out; where a study of the model was made, with what its runs say. */
  readonly neighbours: readonly (Neighbour & Partial<Spread>)[];
  readonly study: StudyBehind | null;
  /** The same ranking with the input words in their places. */
  readonly ranking: readonly Neighbour[];
  /** Simply nearest to the last positive word: what an analogy must beat (Linzen 2016). */
  readonly baseline: readonly Neighbour[];
}

export interface SlotPrediction {
  readonly word: string;
  readonly probability: number;
}

export interface AnalogyEvaluation {
  readonly correct: number;
  readonly total: number;
  /** Share of the questions whose words are all known, 0 to 1. */
  readonly coverage: number;
  readonly sections: readonly { readonly name: string; readonly correct: number; readonly total: number }[];
}

export interface PairsEvaluation {
  readonly pearson: number;
  readonly spearman: number;
  readonly pairs: number;
  readonly coverage: number;
}
