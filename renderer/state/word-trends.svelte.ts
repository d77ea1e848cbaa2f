import type { TextsRef } from '../../core/contract/texts.ts';
import type { Firth } from '../../core/contract/window.ts';
import type { WordTrend, WordTrends } from '../../core/contract/word-page.ts';

/** Words asked for at once, and how many are remembered: what is scrolled over and back. */
const [atOnce, mostKept] = [200, 5000];

type Heading = Pick<WordTrends, 'field' | 'periods'>;

/** Frequencies over periods of the words that are in sight, fetched as they come into it. */
export class TrendsInSight {
  /** Null while nothing is known, and where no text says when it is from. */
  heading = $state.raw<Heading | null>(null);
  #rows = $state.raw<ReadonlyMap<string, WordTrend>>(new Map());
  #texts: TextsRef = 'all';
  #abort = new AbortController();
  #asked = new Set<string>();
  /** No text says when it is from: nothing more is asked. */
  #isWithout = false;
  readonly #firth: Pick<Firth, 'call'>;

  constructor(firth: Pick<Firth, 'call'>) {
    this.#firth = firth;
  }

  of = (word: string): WordTrend | undefined => this.#rows.get(word);

  /** Forgets everything: other texts, or another state of them. */
  begin(texts: TextsRef): void {
    this.stop();
    this.#abort = new AbortController();
    this.#texts = texts;
    this.#asked = new Set();
    this.#rows = new Map();
    this.heading = null;
    this.#isWithout = false;
  }

  need(words: readonly string[]): void {
    const missing = words.filter((word) => !this.#asked.has(word)).slice(0, atOnce);
    if (this.#isWithout || missing.length === 0) return;
    for (const word of missing) this.#asked.add(word);
    void this.#load(missing);
  }

  stop = (): void => this.#abort.abort();

  async #load(words: readonly string[]): Promise<void> {
    const { signal } = this.#abort;
    try {
      const found = await this.#firth.call(
        'word.trends',
        { words: [...words], texts: this.#texts },
        { signal },
      );
      if (signal.aborted) return;
      this.#isWithout = found === null;
      if (found === null) return;
      this.heading = { field: found.field, periods: found.periods };
      const isFull = this.#rows.size > mostKept;
      // What is forgotten is asked for again when it comes back into sight.
      if (isFull) this.#asked = new Set(words);
      const before = isFull ? [] : this.#rows;
      this.#rows = new Map([...before, ...found.rows.map((row) => [row.word, row] as const)]);
    } catch {
      // The list itself says what went wrong; without lines it is still whole.
      for (const word of words) this.#asked.delete(word);
    }
  }
}
