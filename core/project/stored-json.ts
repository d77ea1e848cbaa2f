import * as v from 'valibot';
import { AppError } from '../contract/errors.ts';

/**
 * What a project stores as JSON, where it has the form that Firth writes. A file may be anybody’s: what does not fit is damage, and what
 * is missing was not there to be stored at the time and has its default.
 * @param what it is, for the report
 * @throws AppError E_DAMAGED
 */
export function readStored<T>(schema: v.GenericSchema<unknown, T>, json: string, what: string): T {
  const result = v.safeParse(schema, parsed(json, what), { abortEarly: true });
  if (result.success) return result.output;
  const place = v.getDotPath(result.issues[0]);
  throw new AppError('E_DAMAGED', { reason: place === null ? what : `${what}: ${place}` });
}

/** The same where it is a question whether it fits: null where it does not. */
export function storedOrNull(schema: v.GenericSchema, json: string): unknown {
  try {
    readStored(schema, json, '');
    return JSON.parse(json);
  } catch {
    return null;
  }
}

function parsed(json: string, what: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new AppError('E_DAMAGED', { reason: what });
  }
}

/** JSON knows only finite numbers: others are written as null. */
export const measured = v.pipe(
  v.nullable(v.number()),
  v.transform((value) => value ?? NaN),
);
