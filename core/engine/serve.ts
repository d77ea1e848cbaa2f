import { isMethod } from '../contract/checks.ts';
import { protocolVersion, type Reply, type Request } from '../contract/envelopes.ts';
import { AppError, toFailure } from '../contract/errors.ts';
import { stopSignal } from '../stop-signal.ts';
import type { Engine } from './engine.ts';
import { sparse } from './sparse.ts';

/** The little of a MessagePort that both Node's and Electron's ports have. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** Answers requests from a port until it closes; their inputs were checked at its other end. Progress goes out at most ten times a second, the newest wins, the last always arrives. */
export function serveEngine(engine: Pick<Engine, 'answer' | 'follow'>, port: Port, now: () => number): void {
  const running = new Map<number, () => void>();
  const reply = (message: Reply) => port.postMessage(message);

  async function answer({
    id,
    method,
    params,
    stop: flag,
  }: Extract<Request, { kind: 'call' }>): Promise<void> {
    const { signal, stop } = stopSignal(() => flag !== undefined && Atomics.load(flag, 0) !== 0);
    running.set(id, stop);
    const progress = sparse<unknown>(now, (value) => reply({ kind: 'progress', id, value }));
    try {
      if (!isMethod(method))
        throw new AppError('E_REQUEST_INVALID', { method: String(method), reason: 'no such method' });
      const hooks = { signal, onProgress: (value: unknown) => progress.put(value) };
      const value = await engine.answer(method, params as never, hooks, id);
      progress.flush();
      reply({ kind: 'ok', id, value });
    } catch (error) {
      reply({ kind: 'fail', id, error: toFailure(error) });
    } finally {
      running.delete(id);
    }
  }

  engine.follow((event) => reply({ kind: 'event', ...event }));
  port.on('message', (message) => {
    const request = message as Request;
    if (request.kind === 'call') void answer(request);
    else if (request.kind === 'ping') reply({ kind: 'pong' });
    else running.get(request.id)?.();
  });
  reply({ kind: 'ready', protocol: protocolVersion });
}
