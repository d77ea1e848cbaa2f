/** Progress of long work: `done` never decreases, and the last one always has `done === total`. */
export interface Progress {
  readonly phase: string;
  readonly done: number;
  readonly total: number;
}

/** What long work in core is handed: it reports, and it stops soon after the signal says so (E_CANCELLED). */
export interface Hooks<P = Progress> {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: P) => void;
}
