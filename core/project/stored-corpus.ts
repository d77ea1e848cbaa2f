import * as v from 'valibot';
import { leavesOut, type FileReport, type SkippedFile } from '../contract/import.ts';
import type { Metadata } from './import-rows.ts';

/**
 * The forms in which a project stores what it knows of its texts. Those of which there may be a hundred thousand are checked by hand: a
 * schema of every value would take longer than reading it.
 */

const isObject = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const storedMetadata = v.custom<Metadata>(
  (value) =>
    isObject(value) &&
    Object.values(value).every(
      (one) => typeof one === 'string' || (typeof one === 'number' && Number.isFinite(one)),
    ),
);

/** Words in the order of their numbers, as the chunks of a model hold them. */
export const storedForms = v.custom<readonly string[]>(
  (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
);

/** How an import was made: kept to be told, never to be acted on. */
export const storedImportSettings = v.record(v.string(), v.unknown());

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/**
 * Early reports said less: what they lack has the value that says nothing. What is not named here would be forgotten when a report is read,
 * so the compiler asks for every field that there is.
 */
const fieldsOfReport = {
  file: v.string(),
  bytes: count,
  encoding: v.optional(v.string(), ''),
  encodingConfidence: v.optional(v.number(), 1),
  language: v.optional(v.string(), 'und'),
  method: v.optional(v.picklist(['spaced', 'characters', 'segmenter', 'given']), 'spaced'),
  documents: v.optional(count, 0),
  emptyParts: v.optional(count, 0),
  tokens: v.optional(count, 0),
  characters: v.optional(count, 0),
  replaced: v.optional(v.array(v.object({ line: count, byteOffset: count, byte: count })), []),
  replacedCount: v.optional(count, 0),
  dropped: v.optional(v.object({ punctuation: count, numbers: count }), { punctuation: 0, numbers: 0 }),
  halves: v.exactOptional(count),
  respelled: v.exactOptional(count),
  leftOut: v.exactOptional(v.array(v.object({ what: v.picklist(leavesOut), places: count }))),
  suspicious: v.optional(v.boolean(), false),
  unreadable: v.exactOptional(v.object({ pages: v.array(count), letters: count })),
  sameAs: v.exactOptional(v.string()),
  outside: v.exactOptional(v.boolean()),
} satisfies Record<keyof FileReport, unknown>;

export const storedFileReport: v.GenericSchema<unknown, FileReport> = v.object(fieldsOfReport);

export const storedSkippedFile: v.GenericSchema<unknown, SkippedFile> = v.object({
  file: v.string(),
  code: v.string(),
  details: v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())])),
});
