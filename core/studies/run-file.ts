import * as v from 'valibot';
import { errorCodes, type Failure } from '../contract/errors.ts';
import type { PackedRows } from './packed-rows.ts';
import { framed, unframed } from './framed-file.ts';

/** What came of a run, as a task publishes it. */
export type PublishedRun = {
  /** Of the plan that it was made for. */
  readonly plan: string;
  readonly run: number;
  /** Of training. */
  readonly seconds: number;
} & ({ readonly rows: Pick<PackedRows, 'scales' | 'numbers'> } | { readonly failure: Failure });

export const failureRecord: v.GenericSchema<unknown, Failure | null> = v.nullable(
  v.strictObject({
    code: v.picklist(errorCodes),
    details: v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())])),
  }),
);

const headRecord = v.strictObject({
  format: v.literal('firth-run'),
  layout: v.literal(1),
  plan: v.string(),
  run: v.number(),
  seconds: v.number(),
  words: v.number(),
  failure: failureRecord,
});

const bytesOf = (view: ArrayBufferView) => new Uint8Array(view.buffer, view.byteOffset, view.byteLength);

/** One line of JSON, whose digest covers everything; then the scales (float32) and the numbers (int8) of all words. */
export function runBytes(run: PublishedRun): Uint8Array {
  const made = 'rows' in run ? run.rows : null;
  const body =
    made === null ? new Uint8Array(0) : Buffer.concat([bytesOf(made.scales), bytesOf(made.numbers)]);
  const head = {
    format: 'firth-run' as const,
    layout: 1 as const,
    plan: run.plan,
    run: run.run,
    seconds: run.seconds,
    words: made?.scales.length ?? 0,
    failure: 'failure' in run ? run.failure : null,
  };
  return framed(head, body);
}

/** @returns null for bytes of which one is not as it was written */
export function runFrom(bytes: Uint8Array, dimensions: number): PublishedRun | null {
  const found = unframed(bytes);
  const read = v.safeParse(headRecord, found?.head);
  if (found === null || !read.success) return null;
  const { body } = found;
  const { plan, run, seconds, words, failure } = read.output;
  if (failure !== null) return { plan, run, seconds, failure };
  if (body.length !== words * (4 + dimensions)) return null;
  return {
    plan,
    run,
    seconds,
    rows: {
      scales: new Float32Array(body.buffer, 0, words),
      numbers: new Int8Array(body.buffer, words * 4),
    },
  };
}
