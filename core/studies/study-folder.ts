import * as v from 'valibot';
import { studyKinds } from '../contract/study.ts';
import { storedSettings } from '../contract/settings/schema.ts';
import { trainingTable, type TrainingSettings } from '../contract/settings/training.ts';
import { hash, planKind, whole } from './named-plan.ts';
import type { StudyTexts } from './study-texts.ts';
import { byCodePoints } from '../vocabulary/vocabulary.ts';

// A study in a folder: what a task needs of the project, and nothing that can be read there. Words are numbers.

/** What every run of the study hangs on. Two plans that agree in it have the same runs, whatever their number. */
const identity = {
  format: v.literal('firth-study'),
  layout: v.literal(1),
  /** Version of the program, and sha256 of its training kernel: another one may give other bytes. */
  firth: v.string(),
  kernel: hash,
  kind: v.picklist(studyKinds),
  settings: storedSettings<typeof trainingTable, TrainingSettings>(trainingTable),
  words: whole,
  dimensions: whole,
  /** Digest of the texts as the project knows it. */
  corpus: v.string(),
  texts: v.strictObject({ bytes: whole, sha256: hash }),
  /** How a field divides the texts, and the part of each text as a byte, base64; left out where none does. */
  division: v.exactOptional(
    v.strictObject({
      by: v.string(),
      cuts: v.exactOptional(v.pipe(v.array(v.string()), v.readonly())),
      equal: v.exactOptional(whole),
      parts: v.pipe(whole, v.minValue(2)),
      sides: v.pipe(v.string(), v.base64()),
    }),
  ),
};

const planRecord = v.strictObject({
  ...identity,
  /** The name of the model may change: it is no part of what a run is. */
  model: v.string(),
  /** Runs of the whole study. */
  runs: v.pipe(whole, v.minValue(1), v.maxValue(1000)),
  plan: hash,
});

export type FolderPlan = v.InferOutput<typeof planRecord>;

/** Names of what lies in the folder. */
export const names = {
  plan: 'study.json',
  texts: 'texts.bin',
  runs: 'runs',
  logs: 'logs',
  slurm: 'study.sbatch',
  parallel: 'study.parallel',
  run: (number: number) => `${String(number).padStart(4, '0')}.run`,
} as const;

const kind = planKind<FolderPlan>(Object.keys(identity) as (keyof typeof identity)[], planRecord);
export const [namedPlan, writtenPlan, readPlan] = [kind.named, kind.written, kind.read];

/**
 * Texts as bytes: u32, little-endian: words, texts, tokens; the place of each word in code-point order; starts; sizes; tokens.
 * Of the words only their order is told: by it words of one count are numbered.
 */
export function textsBytes({ words, tokens, starts, sizes }: StudyTexts): Uint8Array {
  const places = new Uint32Array(words.length);
  const rows = words.map((_, row) => row).sort((a, b) => byCodePoints(words[a]!, words[b]!));
  rows.forEach((row, place) => (places[row] = place));
  const parts = [Uint32Array.of(words.length, sizes.length, tokens.length), places, starts, sizes, tokens];
  const all = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return new Uint8Array(all.buffer);
}

/** The same texts; a word is called by its place, so that they stand in the same order. @returns null for bytes that are no texts */
export function textsFrom(bytes: Uint8Array): StudyTexts | null {
  if (bytes.length % 4 !== 0 || bytes.length < 12) return null;
  const all = new Uint32Array(new Uint8Array(bytes).buffer);
  const [words, texts, tokens] = [all[0]!, all[1]!, all[2]!];
  if (all.length !== 3 + words + texts + 1 + texts + tokens) return null;
  let at = 3;
  const next = (length: number) => all.subarray(at, (at += length));
  const places = next(words);
  return {
    words: Array.from(places, (place) => String(place).padStart(10, '0')),
    starts: next(texts + 1),
    sizes: next(texts),
    tokens: next(tokens),
  };
}
