import type { TrainedSubCorpus } from './corpus.ts';

export interface TrainingProgress {
  readonly phase: 'preparing' | 'training' | 'saving';
  /** Raw tokens of the corpus × epochs, done and in all. */
  readonly done: number;
  readonly total: number;
  readonly epoch: number;
  readonly epochs: number;
  /** Raw tokens per second of training. */
  readonly wordsPerSecond: number;
  readonly secondsLeft: number;
  /** Mean loss per example since the epoch began, in nats. */
  readonly loss: number;
  /** Mean cosine of random word pairs: near 1 means that every word looks like every other. */
  readonly randomPairCosine: number;
  readonly watched: readonly WatchedWord[];
}

export interface WatchedWord {
  readonly word: string;
  /** As it is now. */
  readonly vector: Float32Array;
  readonly neighbours: readonly { readonly word: string; readonly score: number }[];
}

/** What `model.train` answers. */
export interface TrainingResult {
  readonly model: string;
  readonly vocabulary: number;
  readonly dimensions: number;
  /** The sub-corpus that was trained on; null for the whole corpus. */
  readonly subCorpus: TrainedSubCorpus | null;
  readonly documents: number;
  /** Tokens of the texts, before the minimum count and subsampling. */
  readonly tokens: number;
  readonly epochs: number;
  readonly seconds: number;
  readonly wordsPerSecond: number;
  /** Mean loss per example of each epoch, in nats. Not a quality score. */
  readonly loss: readonly number[];
  readonly randomPairCosine: number;
  /** Words whose vectors were kept on the way, and those that were asked for and are not in the vocabulary. */
  readonly watched: { readonly words: readonly string[]; readonly unknown: readonly string[] };
  /** Of the input matrix: rows × dimensions, little-endian float32, row-major. */
  readonly sha256: string;
}

/** One training example that the window makes, for the pairs inspector. */
export interface TrainingPair {
  readonly input: string;
  readonly output: string;
  /** 1 for a pair seen in the text, 0 for a negative sample. */
  readonly label: 0 | 1;
  /** Token of the sentence that the window stands on. */
  readonly position: number;
}

export interface SentenceToken {
  readonly word: string;
  readonly known: boolean;
  /** Left out of this pass by subsampling. */
  readonly subsampled: boolean;
}

export interface ModelHealth {
  readonly randomPairCosine: number;
  readonly effectiveTokens: number;
  /** Share of the vocabulary with fewer than 20 occurrences, 0 to 1. */
  readonly rareShare: number;
  /** Words that stand among the ten neighbours of unusually many others. */
  readonly hubs: readonly { readonly word: string; readonly inNeighbourLists: number }[];
  readonly advice: HealthAdvice;
}

export type HealthAdvice = 'collapsed' | 'more-epochs' | 'small-corpus' | 'many-rare-words' | 'healthy';

/** Sizes of corpora that have a preset, and what is to be said of one. */
export type PresetReason = 'tiny' | 'small' | 'medium' | 'large' | 'huge';
export type PresetWarning = 'too-small-for-vectors';
