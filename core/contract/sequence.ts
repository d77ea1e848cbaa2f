import type { TrainedSubCorpus } from './corpus.ts';
import type { ConcordanceLine } from './words.ts';
import type { Cell, SequenceSettings } from './settings/sequence.ts';

export type SequencePresetReason = 'tiny' | 'small' | 'medium' | 'large';
export type SequencePresetWarning = 'too-small-for-sequence' | 'no-word-vectors' | 'vectors-of-other-texts';

/** Perplexity of the held-out texts under models that only count: what a network must beat. */
export interface Baselines {
  readonly unigram: number;
  /** Interpolated Kneser–Ney (Chen & Goodman 1999). */
  readonly bigram: number;
  readonly trigram: number;
}

export interface SequenceProgress {
  readonly phase: 'preparing' | 'counting' | 'training' | 'measuring' | 'saving';
  /** Tokens × epochs, done and in all. */
  readonly done: number;
  readonly total: number;
  readonly epoch: number;
  readonly epochs: number;
  readonly tokensPerSecond: number;
  readonly secondsLeft: number;
  /** Mean loss of a token since the epoch began, in nats; NaN before the first. With sampled softmax that of the sampled words only. */
  readonly loss: number;
  /** Exact perplexity of the held-out texts after each finished epoch. */
  readonly heldOutPerplexity: readonly number[];
  /** Null until the texts are counted. */
  readonly baselines: Baselines | null;
  /**
   * Length of the gradient of one step’s loss with respect to the hidden state of that step, of the one before, …: mean of the last
   * rows of the batch. Falls towards 0 where gradients vanish.
   */
  readonly gradientNorms: readonly number[];
}

export interface SequenceSummary {
  readonly name: string;
  readonly settings: SequenceSettings;
  /** The parent is still in the project. Null when the inputs were learned. */
  readonly parentThere: boolean | null;
  /** The sub-corpus that was trained and measured on; null for the whole corpus. */
  readonly subCorpus: TrainedSubCorpus | null;
  readonly vocabulary: number;
  /** Weights that were learned. */
  readonly parameters: number;
  readonly trainTokens: number;
  readonly heldOutTokens: number;
  /** Names of the texts that were kept from training, the first of them, and how many they are. */
  readonly heldOutTexts: { readonly first: readonly string[]; readonly count: number };
  /** Mean loss of a token in each epoch, in nats. */
  readonly loss: readonly number[];
  /** Exact, after each epoch. */
  readonly heldOutPerplexity: readonly number[];
  readonly baselines: Baselines;
  /** Of the last moment of training, as in {@link SequenceProgress.gradientNorms}. */
  readonly gradientNorms: readonly number[];
  readonly seconds: number;
  readonly tokensPerSecond: number;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** The texts have changed since: of the corpus, or of the sub-corpus that it was trained on. */
  readonly stale: boolean;
}

/** What `sequence.train` answers. */
export interface SequenceResult extends SequenceSummary {
  /** Of all weights in their order, little-endian float32. */
  readonly sha256: string;
}

export interface NextWord {
  readonly word: string;
  readonly probability: number;
}

/** A token of a sentence that was read by a network. */
export interface ReadToken {
  /** As the corpus has it; `<eos>` for the beginning and the end of a sentence. */
  readonly word: string;
  /** False where it was read as `<unk>`. */
  readonly known: boolean;
  /** Surprisal given all words before it, in bits; null for the beginning. An unknown word’s is that of `<unk>`. */
  readonly bits: number | null;
}

/** Rows of `SequenceStates.values`, in this order; a simple cell has `hidden` only. */
export const stateParts = ['hidden', 'input', 'forget', 'output', 'candidate', 'cell'] as const;
export type StatePart = (typeof stateParts)[number];

/** How a network reads a sentence, step by step. */
export interface SequenceStates {
  readonly model: string;
  readonly cell: Cell;
  readonly layers: number;
  readonly hidden: number;
  /** One for each step: what is read there. The first is the beginning, `<eos>`. */
  readonly tokens: readonly ReadToken[];
  /** Bits of the end of the sentence after its last word. */
  readonly endBits: number;
  /** Those of {@link stateParts} that the cell has. */
  readonly parts: readonly StatePart[];
  /** parts × layers × steps × hidden, row-major: gates between 0 and 1, hidden states and candidates between −1 and 1. */
  readonly values: Float32Array;
  /** After each step, what comes next. */
  readonly next: readonly (readonly NextWord[])[];
  /** From the last step back: length of the gradient of the last word’s loss with respect to the state of each step (top layer). */
  readonly gradientNorms: readonly number[];
}

/** A place of the corpus that answers a question about states. */
export interface StateLine extends ConcordanceLine {
  /** Value of the unit at the node, or cosine with the span that was asked for. */
  readonly score: number;
}

/** A sentence of the corpus with what it costs to read. */
export interface SentenceRow {
  readonly documentId: number;
  readonly document: string;
  /** First token in its document, from 0. */
  readonly position: number;
  readonly text: string;
  readonly words: number;
  readonly unknown: number;
  /** Mean surprisal of a word, the end of the sentence counted, in bits. */
  readonly bitsPerWord: number;
  /** The network was trained on it. */
  readonly trained: boolean;
  /** It was kept from training, and measured; neither of the two where it was not among the texts at all. */
  readonly heldOut: boolean;
}
