/** Places of the corpus that a query found: two numbers a hit. Ascending by start, and none within another. */
export interface Hits {
  /** First tokens. */
  readonly starts: Uint32Array;
  /** Last tokens. */
  readonly ends: Uint32Array;
}

/** Tokens that a match may have where no region ends it before. As in CQP (its HardBoundary). */
export const longestMatch = 500;

/** Hits as they are found, one after the other. */
export class GrowingHits {
  readonly #whole: Hits[] = [];
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  push(start: number, end: number): void {
    if (this.#count === this.#starts.length) this.#putAway(this.#count * 2);
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#count++;
  }

  /** Many at once; they are copied. */
  append({ starts, ends }: Hits): void {
    if (starts.length === 0) return;
    this.#putAway(this.#starts.length);
    this.#whole.push({ starts: starts.slice(), ends: ends.slice() });
  }

  all(): Hits {
    this.#putAway(0);
    const count = this.#whole.reduce((sum, { starts }) => sum + starts.length, 0);
    const [starts, ends] = [new Uint32Array(count), new Uint32Array(count)];
    let at = 0;
    for (const piece of this.#whole) {
      starts.set(piece.starts, at);
      ends.set(piece.ends, at);
      at += piece.starts.length;
    }
    return { starts, ends };
  }

  /** Begins a new piece. */
  #putAway(room: number): void {
    if (this.#count > 0)
      this.#whole.push({
        starts: this.#starts.subarray(0, this.#count),
        ends: this.#ends.subarray(0, this.#count),
      });
    if (this.#count > 0 || room > this.#starts.length) {
      this.#starts = new Uint32Array(room);
      this.#ends = new Uint32Array(room);
      this.#count = 0;
    }
  }
}

/** Those hits that fulfil a condition. */
export function keepHits({ starts, ends }: Hits, keep: (start: number, end: number) => boolean): Hits {
  const kept = new GrowingHits();
  for (let hit = 0; hit < starts.length; hit++)
    if (keep(starts[hit]!, ends[hit]!)) kept.push(starts[hit]!, ends[hit]!);
  return kept.all();
}
