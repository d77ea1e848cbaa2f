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
  /** Ends the thread. What it kept on the disk stays. @returns false where it does not end: it is then in the middle of one endless statement */
  stop(): Promise<boolean>;
}

/** Who is told of what the thread does by itself. */
export interface EngineWatch {
  /** It ended: every pending call has then failed with E_ENGINE_STOPPED. @param hung the call that it was ended for, or null */
  readonly onStopped: (hung: Method | null) => void;
  /** What ended it, where it was an error of its own. */
  readonly onFault?: (error: unknown) => void;
  /** Of every job, whoever asked for it. */
  readonly onJob?: (event: JobEvent) => void;
  /** So long it may say nothing while a call waits, in milliseconds. Asked each time: what it works on may be large. */
  readonly patience?: () => number;
  /** How often it is looked at, in milliseconds. */
  readonly every?: number;
}

const usualPatience = 120_000;
/** So long a thread may take to end: only a statement of the database that never ends takes longer. */
const endsWithin = 5_000;

export function startEngine(
  places: Places,
  { onStopped, onFault, onJob, patience = () => usualPatience, every = 5_000 }: EngineWatch,
): EngineHost {
  let stopping = false;
  let hasSpoken = false;
  let worker: Worker;
  let client: Client;
  let hung: Method | null = null;
  let silentFor = 0;
  let heard = 0;

  function start(): void {
    const thread = new Worker(new URL(places.workers.engine), { workerData: { places } });
    worker = thread;
    client = connect(thread, onJob);
    hasSpoken = false;
    [hung, silentFor, heard] = [null, 0, 0];
    thread.once('message', () => (hasSpoken = true));
    // Without a listener an error in the thread would end the main process as well; the exit follows.
    thread.on('error', (error) => onFault?.(error));
    thread.on('exit', () => ended(thread));
  }

  function ended(thread: Worker): void {
    // One that was given up may end at last.
    if (thread !== worker) return;
    client.disconnect(hung ?? undefined);
    // One that ended before it said a word would do so again, for ever: calls then fail, and the window says so.
    if (stopping || !hasSpoken) return;
    const cause = hung;
    start();
    onStopped(cause);
  }

  // Counted in looks, not by the clock: a computer that slept has not been waiting.
  function look(): void {
    const said = client.heard();
    const waits = client.waiting();
    if (waits === null || said !== heard || !hasSpoken) silentFor = 0;
    else silentFor += every;
    heard = said;
    if (waits === null || hung !== null) return;
    if (silentFor < patience()) {
      client.ping();
      return;
    }
    hung = waits;
    const thread = worker;
    void endOf(thread).then(() => ended(thread));
  }

  const watch = setInterval(look, every);
  watch.unref();
  start();
  return {
    call: (method, params, hooks) => client.call(method, params, hooks),
    answer: (method, input, hooks) => client.answer(method, input, hooks),
    async stop() {
      stopping = true;
      clearInterval(watch);
      const ends = await endOf(worker);
      if (!ends) client.disconnect(client.waiting() ?? undefined);
      return ends;
    },
  };
}

/** Whether a thread ended that was told to. */
async function endOf(thread: Worker): Promise<boolean> {
  const { promise: late, resolve } = Promise.withResolvers<false>();
  const timer = setTimeout(() => resolve(false), endsWithin);
  try {
    return await Promise.race([thread.terminate().then(() => true), late]);
  } finally {
    clearTimeout(timer);
  }
}
