import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../../core/corpus/tokenize/lexicon.ts';

describe('A lexicon', () => {
  it('numbers forms by first appearance', () => {
    const lexicon = createLexicon();
    expect(['b', 'a', 'b', '__proto__', 'constructor'].map((form) => lexicon.idOf(form))).toEqual([
      0, 1, 0, 2, 3,
    ]);
    expect(lexicon.forms).toEqual(['b', 'a', '__proto__', 'constructor']);
  });
});
