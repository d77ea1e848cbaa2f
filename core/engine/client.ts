import { checkedInput } from '../contract/checks.ts';
import type { Checked, Input, Method, Output, ProgressOf } from '../contract/contract.ts';
import type { Reply, Request } from '../contract/envelopes.ts';
import { AppError, fromFailure } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { Port } from './serve.ts';

/** The caller's end of the envelopes: typed calls over any port. */
export interface Client {
  /** Checks what is asked before it is sent: at the other end nothing is checked again. */
  call<M extends Method>(method: M, params: Input<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** Sends an input that was checked where it came in. */
  answer<M extends Method>(method: M, input: Checked<M>, hooks?: Hooks<ProgressOf<M>>): Promise<Output<M>>;
  /** The engine is gone: every pending and later call fails with E_ENGINE_STOPPED. */
  disconnect(): void;
}

interface Pending {
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
  readonly onProgress: ((value: never) => void) | undefined;
}

export function connect(port: Port): Client {
  const pending = new Map<number, Pending>();
  let nextId = 1;
  let gone = false;
  const send = (request: Request) => port.postMessage(request);

  port.on('message', (message) => {
    const reply = message as Reply;
    if (reply.kind === 'ready' || reply.kind === 'event') return;
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
        if (gone) {
          reject(new AppError('E_ENGINE_STOPPED'));
          return;
        }
        const id = nextId++;
        pending.set(id, { resolve, reject, onProgress: hooks.onProgress });
        hooks.signal?.addEventListener('abort', () => send({ kind: 'cancel', id }), { once: true });
        send({ kind: 'call', id, method, params });
        if (hooks.signal?.aborted === true) send({ kind: 'cancel', id });
      });
    },
    disconnect() {
      gone = true;
      for (const call of pending.values()) call.reject(new AppError('E_ENGINE_STOPPED'));
      pending.clear();
    },
  };
  return client;
}
