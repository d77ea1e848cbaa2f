import type * as v from 'valibot';
import type { CallDefinition } from './call.ts';
import type { calls } from './calls/all.ts';

/** One thing that can be asked of the engine: what goes in, what comes out, what is reported on the way. */
interface Call<Input, Checked, Output, P> {
  readonly input: Input;
  readonly checked: Checked;
  readonly output: Output;
  readonly progress: P;
}

/** Callers may hold what nobody may change. */
type Unchanging<T> = T extends object ? { readonly [K in keyof T]: Unchanging<T[K]> } : T;

type Described = {
  [M in keyof typeof calls]: (typeof calls)[M] extends CallDefinition<infer S, infer Output, infer P>
    ? Call<Unchanging<v.InferInput<S>>, v.InferOutput<S>, Output, P>
    : never;
};

/** What can be asked, as types: client, preload, dispatch and command line follow from it. */
// An interface, so that a call of several names has what all of them have.
// eslint-disable-next-line @typescript-eslint/no-empty-object-type
export interface Contract extends Described {}

export type Method = keyof Contract;
/** What may be asked. */
export type Input<M extends Method> = Contract[M]['input'];
/** What the engine then sees: with the defaults in it. */
export type Checked<M extends Method> = Contract[M]['checked'];
export type Output<M extends Method> = Contract[M]['output'];
export type ProgressOf<M extends Method> = Contract[M]['progress'];
