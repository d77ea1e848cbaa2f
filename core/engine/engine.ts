import { checkedInput } from '../contract/checks.ts';
import type { Checked, Input, Method, Output, ProgressOf } from '../contract/contract.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Environment } from '../environment.ts';
import { corpusCalls } from './corpus-calls.ts';
import { evaluateCalls } from './evaluate-calls.ts';
import { exchangeCalls } from './exchange-calls.ts';
import type { Handlers } from './handlers.ts';
import { linesCalls } from './lines-calls.ts';
import { modelCalls } from './model-calls.ts';
import { projectCalls } from './project-calls.ts';
import { queryCalls } from './query-calls.ts';
import { searchCalls } from './search-calls.ts';
import { sequenceCalls } from './sequence-calls.ts';
import { openSession } from './session.ts';

/** The program without a window: answers the contract for one project at a time. */
export interface Engine {
  /** Checks what is asked and answers it. @throws AppError; every call settles exactly once. */
  call<M extends Method>(method: M, params: Input<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** The same for an input that was checked where it came in. */
  answer<M extends Method>(method: M, input: Checked<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** Stops what is running and closes the project as it is; unpublished work stays recoverable. */
  close(): Promise<void>;
}

const handlers: Handlers = {
  ...projectCalls,
  ...corpusCalls,
  ...linesCalls,
  ...queryCalls,
  ...modelCalls,
  ...searchCalls,
  ...evaluateCalls,
  ...sequenceCalls,
  ...exchangeCalls,
};

export function createEngine(environment: Environment): Engine {
  const session = openSession(environment);
  const engine: Engine = {
    async call(method, params, hooks) {
      return engine.answer(method, checkedInput(method, params), hooks);
    },
    async answer(method, input, hooks = {}) {
      return handlers[method](session, input, hooks);
    },
    close: () => session.close(),
  };
  return engine;
}
