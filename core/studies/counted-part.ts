import * as v from 'valibot';
import type { Failure } from '../contract/errors.ts';
import { addPairs, type PairCounts } from '../training/pair-counts.ts';
import { framed, unframed } from './framed-file.ts';
import { failureRecord } from './run-file.ts';

/** What was counted: whole numbers, so that those of parts add up to those of the whole. */
export interface Counted {
  /** Occurrences of each type, and texts that it occurs in, by its number. */
  readonly types: { readonly counts: Float64Array; readonly texts: Float64Array };
  readonly ngrams: CountedRows;
  /** By the rows of the model. */
  readonly pairs: PairCounts;
}

/** Words in a row. */
export interface CountedRows {
  readonly n: number;
  /** Numbers of the words, n to a row; rows ascend. */
  readonly ids: Uint32Array;
  readonly counts: Float64Array;
  /** Texts that each occurs in. */
  readonly texts: Float64Array;
}

/** What came of a part, as a task publishes it. */
export type PublishedCount = {
  readonly plan: string;
  /** Number of the part, from 1. */
  readonly run: number;
  readonly seconds: number;
} & ({ readonly counted: Counted } | { readonly failure: Failure });

const size = v.pipe(v.number(), v.integer(), v.minValue(0));
const headRecord = v.strictObject({
  format: v.literal('firth-counts'),
  layout: v.literal(1),
  plan: v.string(),
  run: v.number(),
  seconds: v.number(),
  types: size,
  n: size,
  ngrams: size,
  words: size,
  pairs: size,
  failure: failureRecord,
});

const bytesOf = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
const none = new Float64Array(0);

/** One line of JSON, whose digest covers everything; then float64: counts and texts of types and n-grams, offsets, weights; then u32: n-grams, columns. */
export function countBytes(part: PublishedCount): Uint8Array {
  const made = 'counted' in part ? part.counted : null;
  const head = {
    format: 'firth-counts',
    layout: 1,
    plan: part.plan,
    run: part.run,
    seconds: part.seconds,
    types: made?.types.counts.length ?? 0,
    n: made?.ngrams.n ?? 0,
    ngrams: made?.ngrams.counts.length ?? 0,
    words: made?.pairs.size ?? 0,
    pairs: made?.pairs.columns.length ?? 0,
    failure: 'failure' in part ? part.failure : null,
  };
  if (made === null) return framed(head, new Uint8Array(0));
  const { types, ngrams, pairs } = made;
  const weights = Float64Array.from(pairs.weights);
  const views = [types.counts, types.texts, ngrams.counts, ngrams.texts, pairs.offsets, weights];
  return framed(head, Buffer.concat([...views, ngrams.ids, pairs.columns].map(bytesOf)));
}

/** @returns null for bytes of which one is not as it was written */
export function countFrom(bytes: Uint8Array): PublishedCount | null {
  const found = unframed(bytes);
  const read = v.safeParse(headRecord, found?.head);
  if (found === null || !read.success) return null;
  const { plan, run, seconds, failure, types, n, ngrams, words, pairs } = read.output;
  const about = { plan, run, seconds };
  if (failure !== null) return { ...about, failure };
  const { body } = found;
  if (body.length !== 8 * (2 * types + 2 * ngrams + words + 1 + pairs) + 4 * (n * ngrams + pairs))
    return null;
  let at = 0;
  const float = (length: number) => {
    const view = new Float64Array(body.buffer, at, length);
    at += length * 8;
    return view;
  };
  const unsigned = (length: number) => {
    const view = new Uint32Array(body.buffer, at, length);
    at += length * 4;
    return view;
  };
  const [countsOfTypes, textsOfTypes] = [float(types), float(types)];
  const [counts, texts] = [float(ngrams), float(ngrams)];
  const [offsets, weights] = [float(words + 1), float(pairs)];
  const ids = unsigned(n * ngrams);
  return {
    ...about,
    counted: {
      types: { counts: countsOfTypes, texts: textsOfTypes },
      ngrams: { n, ids, counts, texts },
      pairs: { size: words, offsets, columns: unsigned(pairs), weights },
    },
  };
}

/** Counts of two parts together. Both are of the same plan. */
export const added = (one: Counted, other: Counted): Counted => ({
  types: {
    counts: sums(one.types.counts, other.types.counts),
    texts: sums(one.types.texts, other.types.texts),
  },
  ngrams: addRows(one.ngrams, other.ngrams),
  pairs: addPairs(one.pairs, other.pairs),
});

const sums = (one: Float64Array, other: Float64Array) => one.map((count, at) => count + other[at]!);

function addRows(one: CountedRows, other: CountedRows): CountedRows {
  const { n } = one;
  if (n === 0) return { n, ids: new Uint32Array(0), counts: none, texts: none };
  const [ofOne, ofOther] = [one.counts.length, other.counts.length];
  const most = ofOne + ofOther;
  const ids = new Uint32Array(most * n);
  const [counts, texts] = [new Float64Array(most), new Float64Array(most)];
  let [a, b, end] = [0, 0, 0];
  while (a < ofOne || b < ofOther) {
    const order = a === ofOne ? 1 : b === ofOther ? -1 : compareRows(n, one.ids, a, other.ids, b);
    const from = order <= 0 ? one.ids.subarray(a * n, a * n + n) : other.ids.subarray(b * n, b * n + n);
    ids.set(from, end * n);
    if (order <= 0) {
      counts[end] = counts[end]! + one.counts[a]!;
      texts[end] = texts[end]! + one.texts[a]!;
      a += 1;
    }
    if (order >= 0) {
      counts[end] = counts[end]! + other.counts[b]!;
      texts[end] = texts[end]! + other.texts[b]!;
      b += 1;
    }
    end += 1;
  }
  return { n, ids: ids.slice(0, end * n), counts: counts.slice(0, end), texts: texts.slice(0, end) };
}

/** Which of two rows stands first, number by number. */
export function compareRows(n: number, one: Uint32Array, a: number, other: Uint32Array, b: number): number {
  for (let at = 0; at < n; at += 1) {
    const difference = one[a * n + at]! - other[b * n + at]!;
    if (difference !== 0) return difference;
  }
  return 0;
}
