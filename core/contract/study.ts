import type { Failure } from './errors.ts';

/**
 * What the runs of a study of all texts differ in: the texts, drawn with replacement; the seed; the places of all words, shuffled over all texts, so that
 * nothing but their frequency is left; one setting each time; or which half of the texts, divided by chance, they are trained on.
 */
export const wholeKinds = ['bootstrap', 'seeds', 'shuffled', 'settings', 'halves'] as const;

/** Studies of texts that a field divides: each run is trained on one part; or on one part after the values of the field were dealt to the texts anew. */
export const dividedKinds = ['field', 'permuted'] as const;

export const studyKinds = [...wholeKinds, ...dividedKinds] as const;
export type WholeKind = (typeof wholeKinds)[number];
export type DividedKind = (typeof dividedKinds)[number];
export type StudyKind = (typeof studyKinds)[number];

/** How a field divides the texts: by every value, where parts begin, or into so many parts with about as many tokens. */
export interface FieldDivision {
  readonly by: string;
  readonly cuts?: readonly string[];
  readonly equal?: number;
}

/** Texts of a part. */
export interface StudyPart {
  /** Its first and last value, or the only one. */
  readonly name: string;
  readonly texts: number;
  readonly tokens: number;
}

/** What a study says of one number. */
export interface Spread {
  /** The 95 % interval of the score, from the runs that have the words; of other settings the smallest and the largest score. Null below two such runs. */
  readonly low: number | null;
  readonly high: number | null;
  /** Runs in whose list of the same length the word stands. */
  readonly runs: number;
  /** Runs that can answer. */
  readonly of: number;
}

/** Where a study of shuffled words was made. */
export interface ByChance {
  /** 97.5 % of the cosine of the same two words over its runs: what lies above is not by their frequency alone. Null below two such runs. */
  readonly chance: number | null;
}

/** The study behind an answer. */
export interface StudyBehind {
  readonly kind: WholeKind;
  /** Runs that there are. */
  readonly runs: number;
  /** Mean share of the list that two runs have in common, 0 to 1; null where it cannot be told. */
  readonly overlap: number | null;
}

export interface FailedRun extends Failure {
  readonly run: number;
}

export interface StudySummary {
  /** What it is called: a model has one study of each kind, and of kinds that a field divides one for each division. */
  readonly study: StudyKind;
  /** Null for a study of all texts. */
  readonly division: FieldDivision | null;
  readonly model: string;
  /** Runs that are there. */
  readonly runs: number;
  readonly failed: readonly FailedRun[];
  /** Seconds of training of all runs together. */
  readonly trainingSeconds: number;
  readonly createdAt: number;
}

/** What a study would cost, before it is begun. */
export interface StudyCost {
  readonly study: StudyKind;
  readonly model: string;
  readonly runs: number;
  /** Runs that are there already and are not made again. */
  readonly done: number;
  /** Runs that go on at the same time. */
  readonly atOnce: number;
  /** Seconds until it is done, from how long the model took. */
  readonly seconds: number | null;
  /** Memory while it runs, in bytes. */
  readonly bytes: number;
  /** What the project file grows by, in bytes. */
  readonly disk: number;
  /** What the field makes of the texts; null for a study of all texts. */
  readonly parts: readonly StudyPart[] | null;
  /** Texts that are in no part: without a value, or the only one with theirs. */
  readonly leftOut: number;
}

/** A neighbour in one part, which need not be one in another. */
export interface PartNeighbour extends Spread {
  readonly word: string;
  /** Of the run on the texts of the part as they are. */
  readonly score: number;
  /** Occurrences in the part. */
  readonly count: number;
}

export interface PartAnswer extends StudyPart {
  /** Occurrences of the word that was asked for. */
  readonly count: number;
  /** Null where the part has no run on its texts as they are, or that run does not have the word. */
  readonly neighbours: readonly PartNeighbour[] | null;
  /** Runs on texts of the part drawn anew: “of” of its neighbours. */
  readonly runs: number;
  /** Mean share of the list that two of those have in common, 0 to 1. */
  readonly overlap: number | null;
}

export interface PartsAnswer {
  readonly model: string;
  readonly word: string;
  readonly division: FieldDivision;
  readonly parts: readonly PartAnswer[];
}

/** How otherwise a word is used in a part than in the one that it is held against. */
export interface PartDifference {
  readonly word: string;
  /** Share of its nearest words that are not the same, 0 to 1 (Gonen et al. 2020). */
  readonly score: number;
  /** The middle 95 % over runs on texts drawn anew within each part; null below two of them. */
  readonly low: number | null;
  readonly high: number | null;
  /** Mean over permuted labels, standard deviations above it, and how often chance gives as much; null where too few divisions were made. */
  readonly expected: number | null;
  readonly excess: number | null;
  readonly p: number | null;
  readonly q: number | null;
}

export interface DifferencesAnswer {
  readonly model: string;
  readonly division: FieldDivision;
  /** The part that the others are held against. */
  readonly against: string;
  /** Words that are compared, and nearest words that are looked at. */
  readonly words: number;
  readonly neighbours: number;
  /** Divisions by permuted labels that are whole. */
  readonly divisions: number;
  readonly parts: readonly { readonly name: string; readonly rows: readonly PartDifference[] }[];
}

export interface StudyResult {
  readonly study: StudyKind;
  readonly model: string;
  /** Runs that are there now. */
  readonly runs: number;
  /** Runs that were there before. */
  readonly before: number;
  /** Runs that failed. They are made anew when the study is run again. */
  readonly failed: readonly FailedRun[];
  /** From the beginning to the end, pauses left out. */
  readonly seconds: number;
}

export interface StudyProgress {
  readonly phase: 'preparing' | 'training';
  /** Tokens × epochs of all runs, done and in all. */
  readonly done: number;
  readonly total: number;
  /** Runs that are there, of so many. */
  readonly runs: number;
  readonly of: number;
  readonly failed: number;
  readonly secondsLeft: number | null;
}

/** What other computers can make: the runs of a study, or the counts of the parts of a corpus. */
export type PlannedKind = StudyKind | 'count';

/** What a folder for other computers holds. Of counts the runs are parts of the corpus. */
export interface StudyPlanned {
  readonly study: PlannedKind;
  readonly model: string;
  /** Runs that there shall be. */
  readonly runs: number;
  /** Runs that are there already, and are no tasks. */
  readonly done: number;
  /** Numbers of the tasks, as Slurm takes them: `1-3,7`. */
  readonly array: string;
  /** sha256 of all that the runs hang on, hex. */
  readonly plan: string;
  /** Names of the files in the folder. */
  readonly files: readonly string[];
  /** Of the folder before the first task. */
  readonly bytes: number;
  /** Memory of one task, in bytes. */
  readonly memory: number;
  /** Seconds of one task on this computer, from how long the model took. */
  readonly seconds: number | null;
}

export interface StudyTask {
  readonly study: PlannedKind;
  readonly model: string;
  readonly run: number;
  /** False where it was there already. */
  readonly made: boolean;
  /** Of training. */
  readonly seconds: number;
}

/** What was taken out of a folder. Every run of the study is in one of these, or there. */
export interface StudyCollected {
  readonly study: PlannedKind;
  readonly model: string;
  /** Runs that are there now, of so many. */
  readonly runs: number;
  readonly of: number;
  /** Runs that were taken over now. */
  readonly taken: number;
  /** Numbers of runs of which there is nothing. */
  readonly missing: readonly number[];
  readonly failed: readonly FailedRun[];
  /** Runs whose file is not as it was written. */
  readonly damaged: readonly number[];
  /** Runs that were made for another plan. */
  readonly foreign: readonly number[];
  /** All that are to be made again, as Slurm takes them; null where nothing is left. */
  readonly array: string | null;
}

/** What is wrong with a folder for other computers. */
export type FolderFault = 'none' | 'damaged' | 'other' | 'full' | 'version' | 'run';

/** Why a model can have no study. */
export type StudyObstacle = 'imported' | 'stale' | 'one-text' | 'one-part' | 'no-words';
