import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildVocabulary } from '../../../core/vocabulary/vocabulary.ts';

const toy =
  'human interface computer survey user computer system response time eps user interface system system human system eps user response time trees graph trees graph minors trees graph minors survey';

function counted(text: string) {
  const counts = new Map<string, number>();
  for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { forms: [...counts.keys()], counts: Uint32Array.from(counts.values()) };
}

const all = { minCount: 1, maxVocabulary: 0 };

describe('the vocabulary', () => {
  it('orders words by falling count, then by code points', () => {
    const { words, counts } = buildVocabulary(counted(toy), all);
    expect(words.slice(0, 5)).toEqual(['system', 'graph', 'trees', 'user', 'computer']);
    expect([...counts.slice(0, 5)]).toEqual([4, 3, 3, 3, 2]);
    expect(words).toHaveLength(12);
  });

  it('counts the nine toy sentences as gensim does', () => {
    const { keptTokens, totalTokens } = buildVocabulary(counted(toy), all);
    expect([keptTokens, totalTokens]).toEqual([29, 29]);
  });

  it('raises the minimum count until the words fit', () => {
    const types = counted(toy);
    const four = buildVocabulary(types, { minCount: 2, maxVocabulary: 4 });
    expect([four.words.length, four.keptTokens]).toEqual([4, 13]);
    const one = buildVocabulary(types, { minCount: 4, maxVocabulary: 4 });
    expect([one.words.length, one.keptTokens]).toEqual([1, 4]);
  });

  it('leaves stop words out, and keeps words such as “constructor”', () => {
    const types = counted('constructor __proto__ the the constructor');
    const { words, rowOfType } = buildVocabulary(types, { ...all, stopWords: ['the'] });
    expect(words).toEqual(['constructor', '__proto__']);
    expect([...rowOfType]).toEqual([0, 1, -1]);
  });

  it('puts characters outside the basic plane last, as other programs do', () => {
    const types = { forms: ['\u{20000}', '\uffe5', 'a'], counts: Uint32Array.of(1, 1, 1) };
    expect(buildVocabulary(types, all).words).toEqual(['a', '\uffe5', '\u{20000}']);
  });

  it('refuses to be empty, with the numbers', () => {
    expect(() => buildVocabulary(counted(toy), { minCount: 9, maxVocabulary: 0 })).toThrow(
      expect.objectContaining({ code: 'E_VOCABULARY_EMPTY', details: { minCount: 9, types: 12 } }),
    );
    expect(() => buildVocabulary({ forms: [], counts: new Uint32Array() }, all)).toThrow();
  });

  it('keeps every word that reaches the minimum count and no other', () => {
    const list = fc.array(fc.nat(20), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(list, fc.integer({ min: 1, max: 20 }), (counts, minCount) => {
        fc.pre(counts.some((count) => count >= minCount));
        const forms = counts.map((_, id) => `w${id}`);
        const { words, rowOfType, keptTokens } = buildVocabulary(
          { forms, counts: Uint32Array.from(counts) },
          { minCount, maxVocabulary: 0 },
        );
        counts.forEach((count, id) => {
          expect(words[rowOfType[id]!]).toBe(count >= minCount ? forms[id] : undefined);
        });
        expect(keptTokens).toBe(
          counts.filter((count) => count >= minCount).reduce((sum, count) => sum + count),
        );
      }),
    );
  });
});
