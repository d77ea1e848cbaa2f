import { isMethod } from '../contract/checks.ts';
import { protocolVersion, type Reply, type Request } from '../contract/envelopes.ts';
import { AppError, toFailure } from '../contract/errors.ts';
import type { Engine } from './engine.ts';

/** The little of a MessagePort that both Node's and Electron's ports have. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

const progressIntervalMs = 100;

/** Answers requests from a port until it closes; their inputs were checked at its other end. Progress goes out at most ten times a second, the newest wins, the last always arrives. */
export function serveEngine(engine: Pick<Engine, 'answer'>, port: Port, now: () => number): void {
  const running = new Map<number, AbortController>();
  const reply = (message: Reply) => port.postMessage(message);

  async function answer(request: Extract<Request, { kind: 'call' }>): Promise<void> {
    const { id, method, params } = request;
    const cancel = new AbortController();
    running.set(id, cancel);
    let sentAt = -Infinity;
    let held: unknown;
    const onProgress = (value: unknown) => {
      if (now() - sentAt < progressIntervalMs) {
        held = value;
        return;
      }
      held = undefined;
      sentAt = now();
      reply({ kind: 'progress', id, value });
    };
    try {
      if (!isMethod(method))
        throw new AppError('E_REQUEST_INVALID', { method: String(method), reason: 'no such method' });
      const value = await engine.answer(method, params as never, { signal: cancel.signal, onProgress });
      if (held !== undefined) reply({ kind: 'progress', id, value: held });
      reply({ kind: 'ok', id, value });
    } catch (error) {
      reply({ kind: 'fail', id, error: toFailure(error) });
    } finally {
      running.delete(id);
    }
  }

  port.on('message', (message) => {
    const request = message as Request;
    if (request.kind === 'call') void answer(request);
    else running.get(request.id)?.abort();
  });
  reply({ kind: 'ready', protocol: protocolVersion });
}
