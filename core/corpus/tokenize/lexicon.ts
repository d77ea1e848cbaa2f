import { ownString } from './own-string.ts';

/** The types of an import: forms by id, in order of first appearance. */
export interface Lexicon {
  readonly forms: readonly string[];
  /** Id of a form; given when it is new. */
  idOf(form: string): number;
}

export function createLexicon(): Lexicon {
  const ids = new Map<string, number>();
  const forms: string[] = [];
  return {
    forms,
    idOf(form) {
      const known = ids.get(form);
      if (known !== undefined) return known;
      const id = forms.length;
      const own = ownString(form);
      ids.set(own, id);
      forms.push(own);
      return id;
    },
  };
}
