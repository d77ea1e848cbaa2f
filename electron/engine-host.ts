import { Worker } from 'node:worker_threads';
import type { Checked, Input, Method, Output, ProgressOf } from '../core/contract/contract.ts';
import type { JobEvent } from '../core/contract/jobs.ts';
import type { Hooks } from '../core/contract/progress.ts';
import { connect, type Client } from '../core/engine/client.ts';
import type { Places } from '../core/environment.ts';

/** The engine in its own thread; started again when it stops. */
export interface EngineHost {
  /** Checks what is asked. */
  call<M extends Method>(method: M, params: Input<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** For an input that was checked already. */
  answer<M extends Method>(method: M, input: Checked<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** Ends the thread. What it kept on the disk stays. */
  stop(): Promise<void>;
}

/** Who is told of what the thread does by itself. */
export interface EngineWatch {
  /** It ended: every pending call has then failed with E_ENGINE_STOPPED. */
  readonly onStopped: () => void;
  /** What ended it, where it was an error of its own. */
  readonly onFault?: (error: unknown) => void;
  /** Of every job, whoever asked for it. */
  readonly onJob?: (event: JobEvent) => void;
}

export function startEngine(places: Places, { onStopped, onFault, onJob }: EngineWatch): EngineHost {
  let stopping = false;
  let hasSpoken = false;
  let worker: Worker;
  let client: Client;
  function start(): void {
    worker = new Worker(new URL(places.workers.engine), { workerData: { places } });
    client = connect(worker, onJob);
    const started = client;
    hasSpoken = false;
    worker.once('message', () => (hasSpoken = true));
    // Without a listener an error in the thread would end the main process as well; the exit follows.
    worker.on('error', (error) => onFault?.(error));
    worker.on('exit', () => {
      started.disconnect();
      // One that ended before it said a word would do so again, for ever: calls then fail, and the window says so.
      if (stopping || !hasSpoken) return;
      start();
      onStopped();
    });
  }
  start();
  return {
    call: (method, params, hooks) => client.call(method, params, hooks),
    answer: (method, input, hooks) => client.answer(method, input, hooks),
    async stop() {
      stopping = true;
      await worker.terminate();
    },
  };
}
