/** Progress of long work: `done` never decreases, and the last one always has `done === total`. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/**
 * Tells long work to stop. Work that never waits asks `aborted` every now and then, work that waits may listen. An AbortSignal is one;
 * that of a call to the engine’s thread is raised at once, also while the thread is too busy to read its messages.
 */
export interface StopSignal {
  readonly aborted: boolean;
  addEventListener(type: 'abort', listener: () => void, options?: { readonly once?: boolean }): void;
  removeEventListener(type: 'abort', listener: () => void): void;
}

/** What long work in core is handed: it reports, and it stops soon after the signal says so (E_CANCELLED). */
export interface Hooks<P = Progress> {
  readonly signal?: StopSignal;
  readonly onProgress?: (progress: P) => void;
}
