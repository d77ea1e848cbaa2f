/** Words kept in hand for comparison, in the order of pinning. */
export class Pins {
  words = $state.raw<readonly string[]>([]);
  readonly #onchange: () => void;

  /** @param onchange told when the person has pinned or unpinned something */
  constructor(onchange: () => void = () => undefined) {
    this.#onchange = onchange;
  }

  has(word: string): boolean {
    return this.words.includes(word);
  }

  add(...words: readonly string[]): void {
    this.#put([...new Set([...this.words, ...words])]);
  }

  remove(word: string): void {
    this.#put(this.words.filter((one) => one !== word));
  }

  toggle(word: string): void {
    if (this.has(word)) this.remove(word);
    else this.add(word);
  }

  clear(): void {
    this.#put([]);
  }

  /** Those of the project that was just opened. */
  begin(words: readonly string[]): void {
    this.words = words;
  }

  #put(words: readonly string[]): void {
    this.words = words;
    this.#onchange();
  }
}
