import type { Input, Method, Output, ProgressOf } from '../contract/contract.ts';
import type { CommandContext } from './command-context.ts';
import type { Option } from './option.ts';

/** What was typed in options that a command has beside the fields of its call; by name. */
export type More = ReadonlyMap<string, string>;

/** How a call is shown on the command line, where a table of its rows is not enough. */
export interface Shown<M extends Method> {
  readonly human?: (answer: Output<M>, input: Input<M>) => string;
  /** What `--json` prints, where that is not the answer itself. */
  readonly json?: (answer: Output<M>) => unknown;
  /** An answer that is no success: nothing is saved, and the command ends with 1. @throws AppError */
  readonly refuses?: (answer: Output<M>, note: CommandContext['note']) => void;
  readonly progress?: (progress: ProgressOf<M>) => string;
  /** Options beside the fields of the call. */
  readonly more?: readonly Option[];
  /** Asked before the project is opened. @throws UsageError */
  readonly check?: (input: Input<M>) => void;
  /** Asked when the project is open: the input as it is then asked. */
  readonly before?: (context: CommandContext, input: Input<M>, more: More) => Promise<Input<M>>;
}

export type ShownCalls<Area extends string> = {
  readonly [M in Extract<Method, `${Area}.${string}`>]?: Shown<M>;
};
