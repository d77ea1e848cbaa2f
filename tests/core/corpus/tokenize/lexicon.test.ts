import { describe, expect, it } from 'vitest';
import { createLexicon } from '../../../../core/corpus/tokenize/lexicon.ts';

describe('A lexicon', () => {
  it('numbers forms by first appearance', () => {
    const lexicon = createLexicon();
    expect(['b', 'a', 'b', '__proto__', 'constructor'].map((form) => lexicon.idOf(form))).toEqual([
      0, 1, 0, 2, 3,
    ]);
    expect(lexicon.forms).toEqual(['b', 'a', '__proto__', 'constructor']);
    expect(lexicon.counts.length).toBeGreaterThanOrEqual(4);
  });

  it('makes room for counts as it grows, and keeps them', () => {
    const lexicon = createLexicon();
    for (let id = 0; id < 10_000; id += 1) {
      lexicon.idOf(`w${id}`);
      lexicon.counts[id] = id;
    }
    expect(lexicon.counts.slice(0, 10_000)).toEqual(Uint32Array.from({ length: 10_000 }, (_, id) => id));
  });
});
