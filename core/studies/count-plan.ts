import * as v from 'valibot';
import { storedSettings } from '../contract/settings/schema.ts';
import { trainingTable, type TrainingSettings } from '../contract/settings/training.ts';
import { hash, planKind, whole } from './named-plan.ts';

// Counting in a folder: a corpus in parts, of each of which a task counts words, words in a row and pairs of words. Words are numbers.

const file = { bytes: whole, sha256: hash };

/** What every count hangs on. */
const identity = {
  format: v.literal('firth-count'),
  layout: v.literal(1),
  /** Version of the program: another one may count otherwise. */
  firth: v.string(),
  /** Those of the count model that is made of the sums. */
  settings: storedSettings<typeof trainingTable, TrainingSettings>(trainingTable),
  /** Words in a row that are counted; 0 for none. */
  ngrams: whole,
  /** Digest of the texts as the project knows it. */
  corpus: v.string(),
  /** Words that have a row in the model. */
  words: v.pipe(whole, v.minValue(1)),
  /** The row of each type. */
  rows: v.strictObject(file),
  parts: v.pipe(v.array(v.strictObject({ ...file, texts: whole, tokens: whole })), v.minLength(1)),
};

const planRecord = v.strictObject({
  ...identity,
  /** What the model shall be called: no part of what is counted. */
  model: v.string(),
  plan: hash,
});

export type CountPlan = v.InferOutput<typeof planRecord>;

/** Names of what lies in such a folder beside what every plan has. */
export const countNames = {
  rows: 'rows.bin',
  part: (number: number) => `part-${String(number).padStart(4, '0')}.bin`,
  words: 'frequencies.csv',
  ngrams: 'ngrams.csv',
} as const;

const kind = planKind<CountPlan>(Object.keys(identity) as (keyof typeof identity)[], planRecord);
export const [namedCountPlan, writtenCountPlan, readCountPlan] = [kind.named, kind.written, kind.read];

/** Whether it says of itself that it is a plan for counting. */
export const saysCount = (text: string): boolean => text.includes('"format": "firth-count"');
