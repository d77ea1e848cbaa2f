/** Reports that come oftener than anybody can look. */
export interface Sparse<P> {
  put(progress: P): void;
  /** Sends what was held back. */
  flush(): void;
}

const intervalMs = 100;

/** Sends at most ten reports a second, the newest wins; the first of each phase goes out at once. @param now milliseconds */
export function sparse<P>(now: () => number, send: (progress: P) => void): Sparse<P> {
  let sentAt = -Infinity;
  let phase: unknown;
  let held: { readonly progress: P } | null = null;
  return {
    put(progress) {
      const next = (progress as { readonly phase?: unknown }).phase;
      if (now() - sentAt < intervalMs && next === phase) {
        held = { progress };
        return;
      }
      held = null;
      sentAt = now();
      phase = next;
      send(progress);
    },
    flush() {
      if (held !== null) send(held.progress);
      held = null;
    },
  };
}
