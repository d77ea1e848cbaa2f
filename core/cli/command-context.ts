import type { Input, Method, Output, ProgressOf } from '../contract/contract.ts';
import type { Hooks } from '../contract/progress.ts';

/** What a command may use: the engine's calls and a place to say how far it has come. */
export interface CommandContext {
  /** Asks the engine; progress is shown on stderr. */
  readonly call: <M extends Method>(
    method: M,
    params: Input<M>,
    onProgress?: Hooks<ProgressOf<M>>['onProgress'],
  ) => Promise<Output<M>>;
  /** One line on stderr, replaced by the next where stderr is a terminal. */
  readonly status: (line: string) => void;
  /** A line on stderr that stays. */
  readonly note: (line: string) => void;
  /** Answers lines of stdin until they end; not there where nothing can be read. */
  readonly serve?: () => Promise<void>;
}
