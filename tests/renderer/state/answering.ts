import type { Input, Method, Output } from '../../../core/contract/contract.ts';
import type { CallOptions, Firth } from '../../../core/contract/window.ts';

type Answers = {
  readonly [M in Method]?: (input: Input<M>, options: CallOptions<M>) => Output<M> | Promise<Output<M>>;
};

/** An engine that answers some questions, and keeps what it was asked. Of the rest of the window there is nothing. */
export function answering(answers: Answers): {
  readonly firth: Firth;
  readonly asked: readonly { readonly method: Method; readonly input: unknown }[];
} {
  const asked: { method: Method; input: unknown }[] = [];
  const call = async (method: Method, input: never, options: never = {} as never) => {
    asked.push({ method, input });
    const answer = answers[method] as ((input: never, options: never) => unknown) | undefined;
    if (answer === undefined) throw new Error(`nobody answers ${method}`);
    return await answer(input, options);
  };
  return { firth: { call } as unknown as Firth, asked };
}

/** An error as it comes from the engine: without its class. */
export const failing = (code: string, details: object = {}): Error =>
  Object.assign(new Error(code), { code, details });

/** Answers that are given when the test says so, in any order. */
export function inHand<T>(): {
  readonly ask: (signal?: AbortSignal) => Promise<T>;
  readonly asked: readonly {
    answer(value: T): void;
    fail(error: unknown): void;
    readonly signal?: AbortSignal;
  }[];
} {
  const asked: { answer(value: T): void; fail(error: unknown): void; signal?: AbortSignal }[] = [];
  const ask = (signal?: AbortSignal) =>
    new Promise<T>((answer, fail) => {
      asked.push({ answer, fail, ...(signal === undefined ? {} : { signal }) });
    });
  return { ask, asked };
}

/** Long enough for every promise that is settled to be heard of. */
export const settled = () => new Promise<void>((done) => setTimeout(done, 0));
