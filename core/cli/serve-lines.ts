import * as v from 'valibot';
import { isMethod } from '../contract/checks.ts';
import type { Method } from '../contract/contract.ts';
import { AppError, toFailure } from '../contract/errors.ts';
import { messageFor } from '../contract/messages/message.ts';
import type { Engine } from '../engine/engine.ts';
import { sparse } from '../engine/sparse.ts';

const id = v.union([v.string(), v.pipe(v.number(), v.finite())]);
/** A list is none, whatever is in it. */
const fields = v.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
const request = v.union([
  v.strictObject({ id, method: v.string(), params: v.optional(fields, {}) }),
  v.strictObject({ cancel: id }),
]);
type Id = v.InferOutput<typeof id>;

/** The project is the one that the command was started with, from its first line to its last. */
const notHere: ReadonlySet<Method> = new Set(['project.open', 'project.close', 'project.recover']);

export interface Served {
  readonly engine: Pick<Engine, 'call'>;
  readonly lines: AsyncIterable<string | null>;
  /** Writes a line. */
  readonly out: (line: string) => void;
  /** Milliseconds, for progress. */
  readonly now: () => number;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Answers each line with one line, as soon as it is answered, under the id that it has: `{ id, answer }` or `{ id, error }`, and on the way
 * `{ id, progress }`. A line that is no request is answered with the id null. Settles when the lines have ended and all is
 * answered, or when it is stopped.
 */
export async function serveLines({ engine, lines, out, now, signal }: Served): Promise<void> {
  const running = new Map<Id, AbortController>();
  const open = new Set<Promise<void>>();
  const say = (what: object) => out(JSON.stringify(what, plain));
  const fail = (of: Id | null, thrown: unknown) => {
    const failure = toFailure(thrown);
    say({ id: of, error: { ...failure, message: messageFor(failure, 'en') } });
  };

  const answer = async (of: Id, method: string, params: unknown) => {
    const stop = new AbortController();
    running.set(of, stop);
    const progress = sparse<unknown>(now, (value) => say({ id: of, progress: value }));
    try {
      if (!isMethod(method) || notHere.has(method)) throw invalid('method', 'no such method here');
      const hooks = { signal: stop.signal, onProgress: (value: unknown) => progress.put(value) };
      const value = await engine.call(method, params as never, hooks);
      progress.flush();
      say({ id: of, answer: value });
    } catch (thrown) {
      fail(of, thrown);
    } finally {
      running.delete(of);
    }
  };

  for await (const line of untilStopped(lines, signal)) {
    let of: Id | null = null;
    try {
      if (line === null) throw invalid('', 'the line is too long');
      const asked = parsed(line);
      of = idIn(asked);
      const checked = v.safeParse(request, asked);
      if (!checked.success) throw invalid('', 'no request: {"id","method","params"} or {"cancel"}');
      if ('cancel' in checked.output) {
        running.get(checked.output.cancel)?.abort();
        continue;
      }
      const { id: number, method, params } = checked.output;
      if (running.has(number)) throw invalid('id', 'it is of a request that is not answered yet');
      const answered = answer(number, method, params).finally(() => open.delete(answered));
      open.add(answered);
    } catch (thrown) {
      fail(of, thrown);
    }
  }
  // Who is stopped does not wait: closing the project ends what runs, a training after a checkpoint.
  if (signal?.aborted !== true) await Promise.all(open);
}

/** Whoever is stopped does not wait for a line that may never come. */
async function* untilStopped<T>(lines: AsyncIterable<T>, signal: AbortSignal | undefined): AsyncGenerator<T> {
  const stopped = Promise.withResolvers<null>();
  signal?.addEventListener('abort', () => stopped.resolve(null), { once: true });
  const reading = lines[Symbol.asyncIterator]();
  while (signal?.aborted !== true) {
    const next = await Promise.race([reading.next(), stopped.promise]);
    if (next === null || next.done === true) return;
    yield next.value;
  }
}

const invalid = (field: string, reason: string) => new AppError('E_REQUEST_INVALID', { field, reason });

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw invalid('', 'the line is no JSON');
  }
}

/** So that whoever asked wrongly learns which question it was. */
function idIn(asked: unknown): Id | null {
  const found = v.safeParse(v.object({ id }), asked);
  return found.success ? found.output.id : null;
}

/** Typed arrays become lists. */
const plain = (_: string, value: unknown): unknown =>
  ArrayBuffer.isView(value) ? Array.from(value as Float32Array) : value;
