/** The types of an import: forms by id, in order of first appearance, and how often each occurred. */
export interface Lexicon {
  readonly forms: readonly string[];
  readonly counts: readonly number[];
  /** Id of a form; given when it is new. */
  idOf(form: string): number;
  count(id: number): void;
}

export function createLexicon(): Lexicon {
  const ids = new Map<string, number>();
  const forms: string[] = [];
  const counts: number[] = [];
  return {
    forms,
    counts,
    idOf(form) {
      const known = ids.get(form);
      if (known !== undefined) return known;
      // A slice of a longer string would keep all of that string in memory.
      const own = Buffer.from(form, 'utf16le').toString('utf16le');
      ids.set(own, forms.length);
      forms.push(own);
      counts.push(0);
      return forms.length - 1;
    },
    count(id) {
      counts[id] = counts[id]! + 1;
    },
  };
}
