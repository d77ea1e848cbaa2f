import type { StudyBehind, StudyKind } from './study.ts';

export interface ContrastedNeighbour {
  readonly word: string;
  /** Cosine. */
  readonly score: number;
  /** Occurrences in the texts of its model; 0 where they are not known. */
  readonly count: number;
  /** Place among the neighbours in the other model, from 1; null where that model does not have the word. */
  readonly otherRank: number | null;
}

/** What one of two models says of a word. */
export interface ContrastedModel {
  readonly model: string;
  /** The word as the model has it. */
  readonly word: string;
  readonly count: number;
  readonly neighbours: readonly ContrastedNeighbour[];
  /** Where a study of the model was made: how much of such a list two of its own runs have in common. */
  readonly study: StudyBehind | null;
}

/** The neighbours of a word in two models. */
export interface ModelsContrast {
  readonly models: readonly [ContrastedModel, ContrastedModel];
  /** Words that stand in both lists, in the order of the first. */
  readonly both: readonly string[];
  /** Their share of the longer list, 0 to 1; null where both are empty. */
  readonly overlap: number | null;
  /** Words that both models have: only these can stand in both lists. */
  readonly sharedWords: number;
}

/** A word that makes a pole. */
export interface PoleWord {
  readonly word: string;
  readonly count: number;
  /** Its place on the axis that is made without it: one on the wrong side does not fit its pole. Null where it is alone at its pole. */
  readonly withoutIt: number | null;
}

export interface Pole {
  readonly words: readonly PoleWord[];
  /** Near words that the pole was widened by. */
  readonly added: readonly string[];
}

export interface AxisRow {
  readonly word: string;
  readonly count: number;
  /** Cosine with the axis: 1 the positive pole, −1 the negative one. */
  readonly score: number;
  /** Lowest and highest score where one word of a pole is left out; null where no pole has two. */
  readonly low: number | null;
  readonly high: number | null;
}

/** An axis of one’s own (SemAxis; An, Kwak & Ahn 2018). */
export interface AxisAnswer {
  readonly model: string;
  readonly positive: Pole;
  readonly negative: Pole;
  /** By falling score. */
  readonly rows: readonly AxisRow[];
}

/** Four sets of words: targets are compared by what they have with attributes. */
export interface AssociationSet {
  readonly name: string;
  readonly words: readonly {
    readonly word: string;
    readonly count: number;
    /** Of targets: mean cosine with the first attributes − mean cosine with the second. Of attributes null. */
    readonly score: number | null;
  }[];
  /** Words that the model does not have. */
  readonly unknown: readonly string[];
  /** Median of the occurrences: sets of other frequency differ by that alone. Null where counts are not known. */
  readonly medianCount: number | null;
}

/** The word embedding association test (Caliskan, Bryson & Narayanan 2017). */
export interface AssociationAnswer {
  readonly model: string;
  readonly targets: readonly [AssociationSet, AssociationSet];
  readonly attributes: readonly [AssociationSet, AssociationSet];
  /** Difference of the means of both targets ÷ `sd`. */
  readonly effect: number;
  /** Standard deviation over all targets, with n − 1. */
  readonly sd: number;
  /** Sum over the first targets − sum over the second. */
  readonly statistic: number;
  /** Share of the equal divisions of the targets with a statistic at least as large, the real one among them; and as far from 0. */
  readonly p: number;
  readonly pTwoSided: number;
  /** Divisions that were looked at: all that there are, or so many drawn by the seed. */
  readonly partitions: number;
  readonly exact: boolean;
  /** The effect with one word left out; which word. */
  readonly leaveOneOut: {
    readonly low: number;
    readonly high: number;
    readonly lowWithout: string;
    readonly highWithout: string;
  };
  /** The effect in the runs of a study of the model. */
  readonly study: {
    readonly kind: StudyKind;
    readonly low: number | null;
    readonly high: number | null;
    /** Runs that have all words, of so many. */
    readonly runs: number;
    readonly of: number;
  } | null;
}
