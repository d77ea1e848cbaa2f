/** How change is measured. */
export const changeMethods = ['temporal-referencing'] as const;
export type ChangeMethod = (typeof changeMethods)[number];

/** Below this, a period bears little: HistWords asks 100 million words of one. */
export const smallPeriod = 100_000;

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
  /** Fewer tokens than a comparison should have. */
  readonly isSmall: boolean;
}

export interface ChangeAnswer {
  readonly method: ChangeMethod;
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

/** Why texts cannot be compared. */
export type ChangeObstacle = 'shared-texts' | 'few-texts' | 'no-words';
