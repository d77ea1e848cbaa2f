/** How change is measured. */
export const changeMethods = ['temporal-referencing', 'procrustes', 'overlap', 'lnd'] as const;
export type ChangeMethod = (typeof changeMethods)[number];

/** Tokens below which a period bears little, by what swapped contexts of the bundled addresses showed; HistWords asks 100 million words of a period. */
export const smallPeriod: Readonly<Record<ChangeMethod, number>> = {
  'temporal-referencing': 100_000,
  procrustes: 300_000,
  overlap: 300_000,
  lnd: 300_000,
};

export interface ChangeRow {
  readonly word: string;
  /** 0 used alike in both periods, 1 nothing in common. */
  readonly score: number;
  /** The middle 95 % over texts drawn anew within each period; null where it cannot be told. */
  readonly low: number | null;
  readonly high: number | null;
  /** Mean score over random divisions of the texts: what no change looks like for this word. */
  readonly expected: number;
  /** Standard deviations of the random divisions above that. The rows fall by it. */
  readonly excess: number;
  readonly p: number;
  /** Smallest false discovery rate at which the word counts as changed. */
  readonly q: number;
  readonly countFrom: number;
  readonly countTo: number;
  readonly textsFrom: number;
  readonly textsTo: number;
}

export interface ChangePeriod {
  readonly texts: number;
  readonly tokens: number;
  /** Fewer tokens than a comparison by this method should have. */
  readonly isSmall: boolean;
}

/** What methods that compare two models were made of. */
export interface ChangeModels {
  readonly dimensions: number;
  /** Nearest words that were looked at; null for Procrustes. */
  readonly neighbours: number | null;
  /** Words among which they were looked for: the most frequent of those that are compared. */
  readonly candidates: number | null;
}

export interface ChangeAnswer {
  readonly method: ChangeMethod;
  /** Null for temporal referencing, which makes no model. */
  readonly models: ChangeModels | null;
  readonly from: ChangePeriod;
  readonly to: ChangePeriod;
  /** Words that were compared: those that occur often enough in both periods. */
  readonly words: number;
  /** Of these, words that too few random divisions leave on both sides. */
  readonly untested: number;
  /** Words with q of .05 at most. */
  readonly found: number;
  /** More than half of the tested words were found: the texts differ as a whole, and q does not tell words apart. */
  readonly differsAsAWhole: boolean;
  readonly rows: readonly ChangeRow[];
  /** The same test on random divisions, where nothing changed. */
  readonly control: {
    readonly splits: number;
    readonly withFindings: number;
    readonly meanFound: number;
  };
}

/** What a comparison would take. */
export interface ChangeCost {
  readonly method: ChangeMethod;
  /** The real one, random divisions, drawings and splits. */
  readonly comparisons: number;
  readonly words: number;
  readonly threads: number;
  /** By the first few of them, which were made to find out. */
  readonly seconds: number;
}

/** A word in one period, held against itself in the first one. */
export interface TrajectoryPoint {
  readonly count: number;
  readonly texts: number;
  /** Null in the first period, and where the word is too rare in this one or the first. */
  readonly score: number | null;
  /** As {@link ChangeRow} has them. */
  readonly low: number | null;
  readonly high: number | null;
  readonly expected: number | null;
  readonly p: number | null;
  readonly q: number | null;
  /** From the period before it. */
  readonly step: number | null;
}

export interface Trajectory {
  readonly word: string;
  /** One for each period. */
  readonly points: readonly TrajectoryPoint[];
}

export interface TrajectoryAnswer {
  readonly by: string;
  readonly periods: readonly (ChangePeriod & { readonly name: string })[];
  readonly words: readonly Trajectory[];
  /** Words that are too rare in the first period, or anywhere. */
  readonly unknown: readonly string[];
}

/** Why texts cannot be compared. */
export type ChangeObstacle =
  | 'shared-texts'
  | 'few-texts'
  | 'no-words'
  | 'few-words'
  | 'no-field'
  | 'no-order'
  | 'many-periods'
  | 'empty-period';
