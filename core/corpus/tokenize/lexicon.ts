import { ownString } from './own-string.ts';

/** The types of an import: forms by id, in order of first appearance, and how often each occurred. */
export interface Lexicon {
  readonly forms: readonly string[];
  /** By id; longer than there are forms. */
  counts: Uint32Array;
  /** Id of a form; given when it is new. */
  idOf(form: string): number;
}

export function createLexicon(): Lexicon {
  const ids = new Map<string, number>();
  const forms: string[] = [];
  return {
    forms,
    counts: new Uint32Array(1 << 12),
    idOf(form) {
      const known = ids.get(form);
      if (known !== undefined) return known;
      const id = forms.length;
      if (id === this.counts.length) {
        const longer = new Uint32Array(id * 2);
        longer.set(this.counts);
        this.counts = longer;
      }
      const own = ownString(form);
      ids.set(own, id);
      forms.push(own);
      return id;
    },
  };
}
