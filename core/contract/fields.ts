import * as v from 'valibot';
import type { TokenSettings } from './cutting.ts';
import { leastListed, measures } from './search.ts';
import { wholeSettings } from './settings/schema.ts';
import { tokenTable } from './settings/tokens.ts';

// What the fields of calls are made of.

/** How a value that is no plain text, number, choice or list of words is typed on the command line. */
export type Typed =
  | 'file'
  | 'folder'
  | 'project'
  | 'target'
  | 'prose'
  | 'texts'
  | 'part'
  | 'order'
  | 'conditions'
  | 'group'
  | 'prefixed'
  | 'dictionary'
  | 'value';

const typed = <const S extends v.GenericSchema>(as: Typed, schema: S) =>
  v.pipe(schema, v.metadata({ typed: as }));

/** A field that must be given, with the line that help and documentation print. */
export const required = <const S extends v.GenericSchema>(schema: S, says: string) =>
  v.pipe(schema, v.description(says));

/** A field that may be left out; handlers see the default, or nothing where there is none. */
export function optional<const S extends v.GenericSchema>(
  schema: S,
  says: string,
): v.ExactOptionalSchema<
  v.SchemaWithPipe<readonly [S, v.DescriptionAction<v.InferOutput<S>, string>]>,
  undefined
>;
export function optional<const S extends v.GenericSchema, const D extends v.InferInput<S>>(
  schema: S,
  says: string,
  byDefault: D,
): v.ExactOptionalSchema<v.SchemaWithPipe<readonly [S, v.DescriptionAction<v.InferOutput<S>, string>]>, D>;
export function optional(schema: v.GenericSchema, says: string, byDefault?: unknown): v.GenericSchema {
  return v.exactOptional(v.pipe(schema, v.description(says)), byDefault);
}

export const text = typed('prose', v.pipe(v.string(), v.maxLength(100_000)));
export const word = v.pipe(v.string(), v.maxLength(10_000));
export const words = v.pipe(v.array(word), v.maxLength(10_000));
export const path = v.pipe(v.string(), v.minLength(1), v.maxLength(32_768));
export const flag = v.boolean();
/** A whole number from 0. */
export const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER));
export const name = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(200),
  // Half a character cannot be stored: the name would come back as another one.
  v.check((one: string) => one.isWellFormed()),
);
/** Of a list of words: in a query it stands behind a dollar sign. */
export const listName = v.pipe(name, v.regex(/^[\p{L}_][\p{L}\p{N}_-]*$/u));
/** The window only ever holds grants; main turns them into paths before the engine sees them. */
const ref = v.union([v.strictObject({ path }), v.strictObject({ grant: name })]);
export const file = typed('file', ref);
export const folder = typed('folder', ref);
export const projectFile = typed('project', ref);
/** Where something is written. */
export const target = typed('target', ref);
/** Ids of documents. */
export const ids = v.pipe(v.array(count), v.maxLength(1_000_000));
/** Tokens to one side. */
export const width = v.pipe(count, v.maxValue(1000));

/** A place around a match: −1 is L1, 1 is R1, 0 the match. */
const place = v.pipe(v.number(), v.integer(), v.minValue(-10), v.maxValue(10));

/** What lines are ordered by: what is counted at a place, what a layer says there, or a field of the text. */
export const order = typed(
  'order',
  v.pipe(
    v.array(v.union([place, v.strictObject({ place, layer: name }), v.strictObject({ field: name })])),
    v.maxLength(6),
  ),
);

export const orderSays =
  'by up to six keys: L1 is the word to the left, R1 that to the right, N the match; R1.lemma what a layer says there; meta:year a field of the text';

const value = v.pipe(v.string(), v.maxLength(1000));

/** What texts are to fulfil, all of it. */
export const conditions = typed(
  'conditions',
  v.pipe(
    v.array(
      v.strictObject({
        field: name,
        values: v.exactOptional(v.pipe(v.array(value), v.maxLength(10_000))),
        from: v.exactOptional(value),
        to: v.exactOptional(value),
      }),
    ),
    v.maxLength(100),
  ),
);

/** Which texts a call means, in the only way in which a call says so: all, a sub-corpus by name, conditions, or single documents. */
export const textsRef = typed(
  'texts',
  v.union([
    v.literal('all'),
    v.strictObject({ subCorpus: name }),
    v.strictObject({ conditions }),
    v.strictObject({ documents: ids }),
  ]),
);

/** The same for what is trained: a model says afterwards what its texts were, which single documents cannot. */
export const partRef = typed(
  'part',
  v.union([v.literal('all'), v.strictObject({ subCorpus: name }), v.strictObject({ conditions })]),
);

/** For calls that can be asked of a part of the corpus. */
export const ofTexts = { texts: optional(textsRef, 'only in these texts', 'all') };

/** For calls about what is trained. */
export const ofPart = { texts: optional(partRef, 'only these texts', 'all') };

/** A stretch of a long list. */
export const page = (limit: number) => ({
  offset: optional(count, 'rows that are left out at the beginning', 0),
  limit: optional(count, 'rows at most', limit),
});

/** One or more. */
export const files = v.pipe(v.array(file), v.minLength(1), v.maxLength(1_000_000));

/** Fields that stand together; on the command line each is an option of its own. */
export const group = <const S extends v.GenericSchema>(schema: S) => typed('group', schema);
/** The same, where several such groups stand side by side: options begin with the name of the field. */
export const prefixed = <const S extends v.GenericSchema>(schema: S) => typed('prefixed', schema);

/** How a text is cut. */
export const tokens = group(wholeSettings<TokenSettings>(tokenTable, ['wordForm', 'stemLayer', 'marks']));

const entry = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** Words that are never cut, and the parts of what was taken for one word. */
export const dictionary = typed(
  'dictionary',
  v.strictObject({
    words: v.pipe(v.array(entry), v.maxLength(1_000_000)),
    splits: v.pipe(v.array(v.pipe(v.array(entry), v.minLength(2), v.maxLength(20))), v.maxLength(1_000_000)),
  }),
);

/** A value of a field of metadata; null is none. */
export const fieldValue = typed('value', v.nullable(v.union([value, v.pipe(v.number(), v.finite())])));

/** For calls that ask a model. */
export const ofModel = { model: optional(name, 'name of a model; the newest without it') };
export const ofSequence = { model: optional(name, 'name of a recurrent model; the newest without it') };

/** How vectors are compared. */
export const compared = {
  measure: optional(v.picklist(measures), '`euclidean`, `manhattan` and `chebyshev` are distances', 'cosine'),
  raw: optional(
    flag,
    'vectors as they are, not scaled to length 1: the distances then partly measure frequency',
    false,
  ),
};

/** For lists of words that fit best. */
export const ranked = {
  top: optional(count, 'words at most', 10),
  minCount: optional(
    count,
    'only words that occur so often: what rarer ones stand near hangs on a few sentences',
    leastListed,
  ),
};
