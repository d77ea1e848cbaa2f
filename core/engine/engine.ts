import { checkedInput } from '../contract/checks.ts';
import type { Input, Method, Output, ProgressOf } from '../contract/contract.ts';
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
  /** @throws AppError; every call settles exactly once. */
  call<M extends Method>(method: M, params: Input<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
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
  return {
    async call(method, params, hooks = {}) {
      const input = checkedInput(method, params);
      return handlers[method](session, input, hooks);
    },
    close: () => session.close(),
  };
}
