import type { ConcordanceLine } from './words.ts';
import type { Spread, StudyBehind } from './study.ts';

/** Rarer words stand in no list unless they are asked for: a vector made of so few places says what stood in these sentences. */
export const leastListed = 5;

export const measures = ['cosine', 'euclidean', 'manhattan', 'chebyshev', 'dot'] as const;
export type Measure = (typeof measures)[number];

/** Two groups of a clustering that become one; by places in its order of leaves, at which every group stands together. */
export interface ClusterMerge {
  /** The first leaf of the first group. */
  readonly start: number;
  /** The first leaf of the second group. */
  readonly middle: number;
  /** Behind the last leaf of the second group. */
  readonly end: number;
  /** How alike the two leaves are that are least so, one of each group: by the measure, of any sign. */
  readonly value: number;
}

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

/** Questions that were answered rightly. */
export interface AnalogyScore {
  readonly correct: number;
  readonly total: number;
  /** The middle 95 % of the share over questions drawn anew, 0 to 1; null without questions. */
  readonly low: number | null;
  readonly high: number | null;
  /** Rightly answered by the word that is nearest to the third, without the first two: what an analogy must beat (Linzen 2016). */
  readonly baseline: number;
}

export interface AnalogyEvaluation extends AnalogyScore {
  /** Share of the questions whose words are all known, 0 to 1. */
  readonly coverage: number;
  readonly sections: readonly (AnalogyScore & { readonly name: string })[];
}

export interface PairsEvaluation {
  readonly pearson: number;
  readonly spearman: number;
  /** The middle 95 % of Spearman’s over pairs drawn anew; null below three pairs. */
  readonly low: number | null;
  readonly high: number | null;
  readonly pairs: number;
  readonly coverage: number;
  /** The column that the ratings were taken from, from 1, and what stands above it. */
  readonly ratings: { readonly column: number; readonly heading: string | null };
}

/** A context of one word. */
export interface OneContext {
  /** Tokens of it within the windows of the word. */
  readonly together: number;
  /** Texts in which that happens. */
  readonly texts: number;
  /** Positive pointwise mutual information, in nats. */
  readonly weight: number;
}

export interface SharedContext {
  readonly word: string;
  readonly first: OneContext;
  readonly second: OneContext;
  /** What it gives to the cosine of the contexts. */
  readonly share: number;
  /** A line of each word with this context by it. */
  readonly lines: readonly [first: ConcordanceLine, second: ConcordanceLine];
}

export interface OwnContext extends OneContext {
  readonly word: string;
  readonly line: ConcordanceLine;
}

/** Why two words are alike in the texts of a model, as they are now. */
export interface WhySimilar {
  readonly first: string;
  readonly second: string;
  /** Of the vectors. */
  readonly cosine: number;
  /** Of the contexts themselves, weighed by positive pointwise mutual information. */
  readonly contextCosine: number;
  /** Words to each side. */
  readonly window: number;
  /** Contexts that both have, the one that gives most to the cosine first; all that there are. */
  readonly sharedTotal: number;
  readonly shared: readonly SharedContext[];
  /** Contexts of weight that the other word never has, met twice at least; the heaviest first. */
  readonly onlyFirst: readonly OwnContext[];
  readonly onlySecond: readonly OwnContext[];
  /** Texts that have the words. */
  readonly texts: { readonly first: number; readonly second: number; readonly both: number };
  /** Words by both that the model does not have, below its minimum count or stopped: it cannot know of them. */
  readonly unseen: readonly { readonly word: string; readonly first: number; readonly second: number }[];
}
