import * as v from 'valibot';
import { calls } from './calls/all.ts';
import type { Checked, Method } from './contract.ts';
import type { TrainedSubCorpus } from './corpus.ts';
import { AppError } from './errors.ts';
import { conditions, count, name } from './fields.ts';

const trainedSubCorpus = v.object({
  name: v.exactOptional(name),
  conditions,
  documents: count,
  tokens: count,
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});

export function isMethod(value: unknown): value is Method {
  return typeof value === 'string' && Object.hasOwn(calls, value);
}

/** The input of a call, checked, with its defaults. @throws AppError E_REQUEST_INVALID naming the first field that does not fit. */
export function checkedInput<M extends Method>(method: M, params: unknown): Checked<M> {
  const schema = calls[method].input as v.GenericSchema<unknown, Checked<M>>;
  const result = v.safeParse(schema, params, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new AppError('E_REQUEST_INVALID', {
    method,
    field: v.getDotPath(issue) ?? '',
    reason: issue.message,
  });
}

/** What a model has stored of its texts; null where it has nothing, or nothing that Firth would have written. */
export function checkedTrainedSubCorpus(value: unknown): TrainedSubCorpus | null {
  const result = v.safeParse(trainedSubCorpus, value);
  return result.success ? result.output : null;
}
