import type { Failure } from '../../core/contract/errors.ts';
import { asFailure, isCancelled } from './failure.ts';

const pageSize = 500;
/** More than a second of the fastest scrolling. */
const ahead = 1500;

export interface Stretch<Row> {
  readonly total: number;
  readonly rows: readonly Row[];
}

export type Fetch<Row> = (offset: number, limit: number, signal: AbortSignal) => Promise<Stretch<Row>>;

/** A list that lies in the engine and is fetched where it is looked at. */
export class RemoteRows<Row> {
  total = $state(0);
  /** Null until the first stretch is there. */
  ready = $state(false);
  failure = $state.raw<Failure | null>(null);
  #pages = $state.raw<ReadonlyMap<number, readonly Row[]>>(new Map());
  #fetch: Fetch<Row> | null = null;
  #abort = new AbortController();
  #asked = new Set<number>();

  row(index: number): Row | undefined {
    return this.#pages.get(Math.floor(index / pageSize))?.[index % pageSize];
  }

  /** Forgets everything and asks anew; answers to the old question are dropped. What was shown stays until then. */
  begin(fetch: Fetch<Row>): void {
    this.stop();
    this.#abort = new AbortController();
    this.#fetch = fetch;
    this.#asked = new Set([0]);
    void this.#load(0, true);
  }

  /** Asks for what is about to be seen too, so that scrolling meets no gap. */
  need(start: number, end: number): void {
    const last = Math.min(this.total, end + ahead);
    for (let page = Math.floor(Math.max(0, start - ahead) / pageSize); page * pageSize < last; page++) {
      if (this.#asked.has(page)) continue;
      this.#asked.add(page);
      void this.#load(page, false);
    }
  }

  /** All rows from the first to the last, for copying. */
  async all(): Promise<readonly Row[]> {
    if (this.#fetch === null) return [];
    const rows: Row[] = [];
    while (rows.length < this.total) {
      const stretch = await this.#fetch(rows.length, 10_000, this.#abort.signal);
      if (stretch.rows.length === 0) break;
      rows.push(...stretch.rows);
    }
    return rows;
  }

  stop = (): void => this.#abort.abort();

  async #load(page: number, first: boolean): Promise<void> {
    const { signal } = this.#abort;
    if (this.#fetch === null) return;
    try {
      const stretch = await this.#fetch(page * pageSize, pageSize, signal);
      if (signal.aborted) return;
      this.#pages = new Map(first ? [] : this.#pages).set(page, stretch.rows);
      this.total = stretch.total;
      this.ready = true;
      this.failure = null;
    } catch (thrown) {
      if (signal.aborted || isCancelled(thrown)) return;
      this.#asked.delete(page);
      this.failure = asFailure(thrown);
    }
  }
}
