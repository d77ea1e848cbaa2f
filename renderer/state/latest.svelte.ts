import type { Failure } from '../../core/contract/errors.ts';
import { asFailure, isCancelled } from './failure.ts';

/** One question whose newest answer counts: asking again drops the answer that is still under way. */
export class Latest<T> {
  value = $state.raw<T | null>(null);
  failure = $state.raw<Failure | null>(null);
  busy = $state(false);
  #abort: AbortController | null = null;

  /** @returns the answer, or null when it failed or came too late. */
  async ask(question: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
    this.#abort?.abort();
    const abort = new AbortController();
    this.#abort = abort;
    this.busy = true;
    try {
      const value = await question(abort.signal);
      if (abort.signal.aborted) return null;
      this.value = value;
      this.failure = null;
      return value;
    } catch (thrown) {
      if (abort.signal.aborted) return null;
      this.failure = isCancelled(thrown) ? null : asFailure(thrown);
      if (this.failure !== null) this.value = null;
      return null;
    } finally {
      if (this.#abort === abort) this.busy = false;
    }
  }

  /** Drops what is under way and what was answered. */
  clear(): void {
    this.stop();
    this.value = null;
    this.failure = null;
  }

  stop = (): void => {
    this.#abort?.abort();
    this.#abort = null;
    this.busy = false;
  };
}
