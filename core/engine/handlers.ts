import type { Checked, Method, Output, ProgressOf } from '../contract/contract.ts';
import { AppError } from '../contract/errors.ts';
import type { FileRef } from '../contract/project.ts';
import type { CallHooks } from './jobs.ts';
import type { Session } from './session.ts';

export type Handler<M extends Method> = (
  session: Session,
  input: Checked<M>,
  hooks: CallHooks<ProgressOf<M>>,
) => Output<M> | Promise<Output<M>>;

/** One handler for each method, or for each method of one area: `Handlers<'search'>`. */
export type Handlers<Area extends string = string> = {
  readonly [M in Extract<Method, `${Area}.${string}`>]: Handler<M>;
};

/** The engine only ever sees paths: whoever holds grants resolves them first. */
export function pathOf(file: FileRef): string {
  if ('path' in file) return file.path;
  throw new AppError('E_REQUEST_INVALID', { field: 'file', reason: 'a grant reached the engine unresolved' });
}
