import type { LeftOut, LeavesOut } from '../../contract/import.ts';

export type { LeavesOut };

/** What a reader leaves out of a text, so that the report can say it. */
export class LeftOutCounts {
  readonly #counts = new Map<LeavesOut, number>();

  add(what: LeavesOut, places = 1): void {
    this.#counts.set(what, (this.#counts.get(what) ?? 0) + places);
  }

  /** In the order in which it was found. */
  all(): readonly LeftOut[] {
    return [...this.#counts].map(([what, places]) => ({ what, places }));
  }
}
