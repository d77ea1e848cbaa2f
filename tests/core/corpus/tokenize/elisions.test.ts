import { describe, expect, it } from 'vitest';
import { elidedWords } from '../../../../core/corpus/tokenize/elisions.ts';

describe('Elided words', () => {
  it('are known in French, Italian and Catalan, with any region', () => {
    expect(elidedWords('fr')?.has('qu')).toBe(true);
    expect(elidedWords('fr-CA')?.has('l')).toBe(true);
    expect(elidedWords('it')?.has('dell')).toBe(true);
    expect(elidedWords('ca')?.has('d')).toBe(true);
  });

  it('are none in other languages', () => {
    for (const language of ['en', 'und', '', 'constructor', '__proto__'])
      expect(elidedWords(language)).toBeNull();
  });

  it.each(['aujourd', 'quelqu', 'presqu', 'entr'])(
    'are not there for the words of the dictionary that begin with %s’',
    (word) => {
      expect(elidedWords('fr')?.has(word)).toBe(false);
    },
  );
});
