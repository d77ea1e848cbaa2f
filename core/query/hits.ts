/** Places of the corpus that a query found: two numbers a hit. Ascending by start, and none within another. */
export interface Hits {
  /** First tokens. */
  readonly starts: Uint32Array;
  /** Last tokens. */
  readonly ends: Uint32Array;
}

/** Hits as they are found, one after the other. */
export class GrowingHits {
  #starts = new Uint32Array(1024);
  #ends = new Uint32Array(1024);
  #count = 0;

  push(start: number, end: number): void {
    if (this.#count === this.#starts.length) {
      this.#starts = twice(this.#starts);
      this.#ends = twice(this.#ends);
    }
    this.#starts[this.#count] = start;
    this.#ends[this.#count] = end;
    this.#count++;
  }

  all(): Hits {
    return { starts: this.#starts.slice(0, this.#count), ends: this.#ends.slice(0, this.#count) };
  }
}

function twice(numbers: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(numbers.length * 2);
  longer.set(numbers);
  return longer;
}

/** Those hits that fulfil a condition. */
export function keepHits({ starts, ends }: Hits, keep: (start: number, end: number) => boolean): Hits {
  const kept = new GrowingHits();
  for (let hit = 0; hit < starts.length; hit++)
    if (keep(starts[hit]!, ends[hit]!)) kept.push(starts[hit]!, ends[hit]!);
  return kept.all();
}
