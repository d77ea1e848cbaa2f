/** A moment of a training. */
export interface LearningStep {
  /** Epochs that were done, as a fraction: 0 before the first. */
  readonly epoch: number;
  /** Mean loss per example since the step before, in nats; null where it is not known. */
  readonly loss: number | null;
}

/** One word’s vector over a training. */
export interface LearningWord {
  readonly word: string;
  /** Occurrences in the texts that were trained on. */
  readonly count: number;
  /** The training kept its vector on the way; of other words only the first and the last are known. */
  readonly watched: boolean;
  /** Steps at which its vector is known, by their number from 0. */
  readonly steps: readonly number[];
  /** Vectors at these steps, steps × dimensions, row-major. */
  readonly values: Float32Array;
  /** Cosine with the vector at the end, for each of these steps. */
  readonly towardsEnd: readonly number[];
}

/** How the vectors of a model came about. */
export interface Learning {
  readonly model: string;
  readonly dimensions: number;
  /** Epochs of the training. */
  readonly epochs: number;
  /** From the random beginning to the stored vectors. */
  readonly steps: readonly LearningStep[];
  /** Mean loss per example of each epoch, in nats. */
  readonly loss: readonly number[];
  /** Words that a person chose, then those that the program did. */
  readonly words: readonly LearningWord[];
}

/** Where words were on their way, on the plane of the map by principal components. */
export interface LearningPaths {
  readonly model: string;
  readonly steps: readonly LearningStep[];
  /** Share of the variance of the first two components of the trained vectors, 0 to 1. */
  readonly shares: readonly number[];
  readonly paths: readonly {
    readonly word: string;
    /** As in the steps of the word. */
    readonly steps: readonly number[];
    /** Steps × 2. */
    readonly places: Float64Array;
  }[];
  /** The most frequent words where they are at the end. */
  readonly ground: { readonly words: readonly string[]; readonly places: Float64Array };
}

/** A training that is under way, as far as it has come: the last step is now, and the plane that of the most frequent words as they are. */
export interface LearningSoFar {
  readonly learning: Learning;
  readonly paths: LearningPaths;
}

/** Some rows of a matrix as it was before the training, or as it is. */
export interface LearningMatrix {
  readonly model: string;
  readonly state: LearningState;
  readonly dimensions: number;
  /** Of the rows, in the order of the matrix. */
  readonly words: readonly string[];
  readonly counts: readonly number[];
  /** Rows × dimensions. */
  readonly values: Float32Array;
  /** Rows of the whole matrix. */
  readonly total: number;
}

export const learningStates = ['initial', 'trained'] as const;
export type LearningState = (typeof learningStates)[number];
