import { AppError } from './contract/errors.ts';
import type { StopSignal } from './contract/progress.ts';

/**
 * A signal and what raises it.
 * @param isRaised raises it as well, for whoever asks: memory that another thread writes, or another signal
 */
export function stopSignal(isRaised: () => boolean = () => false): {
  readonly signal: StopSignal;
  /** Raises it and tells those who listen. */
  readonly stop: () => void;
} {
  const controller = new AbortController();
  const { signal } = controller;
  return {
    stop: () => controller.abort(),
    signal: {
      get aborted() {
        return signal.aborted || isRaised();
      },
      addEventListener: (type, listener, options) => signal.addEventListener(type, listener, options),
      removeEventListener: (type, listener) => signal.removeEventListener(type, listener),
    },
  };
}

/** @throws AppError E_CANCELLED when it was raised */
export function goOn(signal: StopSignal | undefined): void {
  if (signal?.aborted === true) throw new AppError('E_CANCELLED');
}

/** The same items, as long as `goOn` does not throw: for work that goes through many of them without waiting. */
export function* whileGoing<T>(items: Iterable<T>, goOn: () => void): Generator<T, void, undefined> {
  for (const item of items) {
    goOn();
    yield item;
  }
}
