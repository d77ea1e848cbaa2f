import { checkedInput } from '../contract/checks.ts';
import type { Checked, Input, Method, Output, ProgressOf } from '../contract/contract.ts';
import type { JobEvent } from '../contract/jobs.ts';
import type { Hooks } from '../contract/progress.ts';
import { stemmersIn } from '../corpus/tokenize/stems.ts';
import type { Environment } from '../environment.ts';
import { goOn } from '../stop-signal.ts';
import { asTold } from './boundary.ts';
import { contrastCalls } from './contrast-calls.ts';
import { corpusCalls } from './corpus-calls.ts';
import { evaluateCalls } from './evaluate-calls.ts';
import { exchangeCalls } from './exchange-calls.ts';
import type { Handlers } from './handlers.ts';
import { jobCalls } from './job-calls.ts';
import { linesCalls } from './lines-calls.ts';
import { mapCalls } from './map-calls.ts';
import { modelCalls } from './model-calls.ts';
import { projectCalls } from './project-calls.ts';
import { queryCalls } from './query-calls.ts';
import { searchCalls } from './search-calls.ts';
import { sequenceCalls } from './sequence-calls.ts';
import { studyCalls } from './study-calls.ts';
import { openSession } from './session.ts';

/** The program without a window: answers the contract for one project at a time. */
export interface Engine {
  /** Checks what is asked and answers it. @throws AppError; every call settles exactly once. */
  call<M extends Method>(method: M, params: Input<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /**
   * The same for an input that was checked where it came in.
   * @param id number under which its job is known; counted here without one
   */
  answer<M extends Method>(
    method: M,
    input: Checked<M>,
    hooks?: Hooks<ProgressOf<M>>,
    id?: number,
  ): Promise<Output<M>>;
  /** Tells of every job, whoever asked for it. @returns a function that stops telling */
  follow(listener: (event: JobEvent) => void): () => void;
  /** Stops what is running and closes the project as it is; unpublished work stays recoverable. */
  close(): Promise<void>;
}

const handlers: Handlers = {
  ...projectCalls,
  ...jobCalls,
  ...corpusCalls,
  ...linesCalls,
  ...queryCalls,
  ...modelCalls,
  ...searchCalls,
  ...contrastCalls,
  ...mapCalls,
  ...studyCalls,
  ...evaluateCalls,
  ...sequenceCalls,
  ...exchangeCalls,
};

export function createEngine(environment: Environment): Engine {
  stemmersIn(environment.kernels);
  const session = openSession(environment);
  const naming = async <T>(method: Method, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asTold(error, { environment, method, project: session.fileName() });
    }
  };
  const engine: Engine = {
    async call(method, params, hooks) {
      return engine.answer(method, checkedInput(method, params), hooks);
    },
    answer(method, input, hooks = {}, id) {
      const call = { method, input, ...(id === undefined ? {} : { id }) };
      return naming(method, () =>
        session.jobs.run(call, hooks, (given) =>
          // The end of a job is told with the same number.
          naming(method, () => {
            // Whoever asks again and again gives up what waits: it need not begin.
            goOn(given.signal);
            return handlers[method](session, input, given);
          }),
        ),
      );
    },
    follow: (listener) => session.jobs.follow(listener),
    close: () => session.close(),
  };
  return engine;
}
