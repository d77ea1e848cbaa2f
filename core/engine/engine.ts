import { checkedInput } from '../contract/checks.ts';
import type { Checked, Input, Method, Output, ProgressOf } from '../contract/contract.ts';
import type { JobEvent } from '../contract/jobs.ts';
import type { Hooks } from '../contract/progress.ts';
import { stemmersIn } from '../corpus/tokenize/stems.ts';
import type { Environment } from '../environment.ts';
import { goOn } from '../stop-signal.ts';
import { asTold } from './boundary.ts';
import { changesProject } from '../contract/changing-calls.ts';
import { handlerOf, loadHandler } from './calls-by-area.ts';
import { requireNotTheProject } from './not-the-project.ts';
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

/** @param how `lasting`: it answers more than one command */
export function createEngine(environment: Environment, how: { readonly lasting?: boolean } = {}): Engine {
  stemmersIn(environment.kernels);
  const session = openSession(environment, how);
  const naming = async <T>(method: Method, work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw asTold(error, { environment, method, project: session.fileName() });
    }
  };
  const reading = async <T>(work: () => T | Promise<T>): Promise<T> => {
    try {
      return await work();
    } finally {
      session.requireUnchanged();
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
            if (changesProject(method)) session.requireChangeable();
            requireNotTheProject(session, method, input);
            const handler = handlerOf(method);
            return reading(() =>
              handler === null
                ? loadHandler(method).then((loaded) => loaded(session, input, given))
                : handler(session, input, given),
            );
          }),
        ),
      );
    },
    follow: (listener) => session.jobs.follow(listener),
    close: () => session.close(),
  };
  return engine;
}
