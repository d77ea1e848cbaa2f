import type { Input, Method, Output } from '../../core/contract/contract.ts';
import type { CallOptions, Firth } from '../../core/contract/window.ts';

/** A shorter wait is none: a sign of it would only flicker. */
const unnoticedMs = 150;

/** Whether an answer lets wait, whoever asked for it. Work that tells how far it is has a line of its own. */
export class Waiting {
  long = $state(false);
  #under = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** The engine as before, with every question watched. */
  watching(firth: Firth): Firth {
    const call = <M extends Method>(
      method: M,
      params: Input<M>,
      options: CallOptions<M> = {},
    ): Promise<Output<M>> => {
      const answer = firth.call(method, params, options);
      return options.onProgress === undefined ? this.#watched(answer, options.signal) : answer;
    };
    return { ...firth, call };
  }

  /** Several questions one after the other are one wait: each alone may be too short to be told. */
  during<T>(work: Promise<T>): Promise<T> {
    return this.#watched(work, undefined);
  }

  #watched<T>(answer: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
    const end = once(() => this.#ended());
    this.#began();
    // Nobody waits for an answer that is no longer wanted.
    signal?.addEventListener('abort', end, { once: true });
    return answer.finally(() => {
      signal?.removeEventListener('abort', end);
      end();
    });
  }

  #began(): void {
    if (this.#under++ === 0) this.#timer = setTimeout(() => (this.long = true), unnoticedMs);
  }

  #ended(): void {
    if (--this.#under > 0) return;
    clearTimeout(this.#timer);
    this.long = false;
  }
}

function once(act: () => void): () => void {
  let done = false;
  return () => {
    if (!done) act();
    done = true;
  };
}
