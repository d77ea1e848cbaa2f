import { checkedInput } from '../contract/checks.ts';
import type { Checked, Input, Method, Output, ProgressOf } from '../contract/contract.ts';
import type { Reply, Request } from '../contract/envelopes.ts';
import { AppError, fromFailure } from '../contract/errors.ts';
import type { JobEvent } from '../contract/jobs.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Port } from './serve.ts';

/** The caller's end of the envelopes: typed calls over any port. */
export interface Client {
  /** Checks what is asked before it is sent: at the other end nothing is checked again. */
  call<M extends Method>(method: M, params: Input<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** Sends an input that was checked where it came in. */
  answer<M extends Method>(method: M, input: Checked<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** The call that waits longest, or null. */
  waiting(): Method | null;
  /** Messages of the engine so far: where it says nothing although it was pinged, it works without an end. */
  heard(): number;
  ping(): void;
  /** The engine is gone: every pending and later call fails with E_ENGINE_STOPPED. @param call the one that ended it, where that is known */
  disconnect(call?: Method): void;
}

interface Pending {
  readonly method: Method;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((value: never) => void) | undefined;
  readonly stop: Int32Array;
}

/** @param onEvent told of every job of the engine, whoever asked for it */
export function connect(port: Port, onEvent: (event: JobEvent) => void = () => undefined): Client {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let gone: AppError | null = null;
  let heard = 0;
  const send = (request: Request) => port.postMessage(request);
  // The flag is seen by work that reads no messages; the message wakes work that waits.
  const cancel = (id: number) => {
    const call = pending.get(id);
    if (call === undefined) return;
    Atomics.store(call.stop, 0, 1);
    send({ kind: 'cancel', id });
  };

  port.on('message', (message) => {
    const reply = message as Reply;
    heard++;
    if (reply.kind === 'ready' || reply.kind === 'pong') return;
    if (reply.kind === 'event') {
      onEvent(reply);
      return;
    }
    const call = pending.get(reply.id);
    if (call === undefined) return;
    if (reply.kind === 'progress') {
      call.onProgress?.(reply.value as never);
      return;
    }
    pending.delete(reply.id);
    if (reply.kind === 'ok') call.resolve(reply.value as never);
    else call.reject(fromFailure(reply.error));
  });

  const client: Client = {
    async call(method, params, hooks) {
      return client.answer(method, checkedInput(method, params), hooks);
    },
    answer(method, params, hooks = {}) {
      return new Promise((resolve, reject) => {
        if (gone !== null) {
          reject(gone);
          return;
        }
        const id = nextId++;
        const stop = new Int32Array(new SharedArrayBuffer(4));
        pending.set(id, { method, resolve, reject, onProgress: hooks.onProgress, stop });
        hooks.signal?.addEventListener('abort', () => cancel(id), { once: true });
        // A job has the number of its call: this one stands before those that the engine is too busy to read.
        if (method === 'job.cancel') cancel((params as Input<'job.cancel'>).job);
        send({ kind: 'call', id, method, params, stop });
        if (hooks.signal?.aborted === true) cancel(id);
      });
    },
    waiting: () => pending.values().next().value?.method ?? null,
    heard: () => heard,
    ping: () => send({ kind: 'ping' }),
    disconnect(method) {
      gone ??= new AppError('E_ENGINE_STOPPED', method === undefined ? {} : { call: method });
      for (const call of pending.values()) call.reject(gone);
      pending.clear();
    },
  };
  return client;
}
