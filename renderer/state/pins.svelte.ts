/** Words kept in hand for comparison, in the order of pinning. */
export class Pins {
  words = $state.raw<readonly string[]>([]);

  has(word: string): boolean {
    return this.words.includes(word);
  }

  add(...words: readonly string[]): void {
    this.words = [...new Set([...this.words, ...words])];
  }

  remove(word: string): void {
    this.words = this.words.filter((one) => one !== word);
  }

  toggle(word: string): void {
    if (this.has(word)) this.remove(word);
    else this.add(word);
  }

  clear(): void {
    this.words = [];
  }
}
