import { describe, expect, it } from 'vitest';
import { Examples, meaningful } from '../../../renderer/state/examples.svelte.ts';
import { answering } from './answering.ts';

const row = (word: string, at: number) => ({
  word,
  count: 1000 - at,
  perMillion: 1,
  documents: 3,
  dispersion: null,
});

describe('examples of a corpus', () => {
  it('are its most frequent words that mean something, and sentences with them', async () => {
    const list = ['der', 'und', '1849', 'Mann', ',', 'nicht', 'Haus', 'Frau', 'Garten'];
    const { firth, asked } = answering({
      'corpus.words': () => ({ total: list.length, tokens: 5000, rows: list.map(row) }),
      'corpus.stopWords': () => ({
        language: 'de',
        words: ['der', 'und', 'nicht'],
        content: ['mann'],
        isReviewed: true,
        occurring: [],
      }),
      'lines.concordance': ({ word }) => ({
        total: 1,
        lines: [
          {
            documentId: 0,
            document: 'a.txt',
            position: 4,
            left: 'Er kam. Lange stand das alte ',
            node: word,
            right: ' am Ufer des Flusses leer. Dann',
          },
        ],
      }),
    });
    const examples = new Examples(firth);
    await examples.of('1 0');
    expect(examples.language).toBe('de');
    expect(examples.words).toEqual(['Haus', 'Frau', 'Garten']);
    expect(examples.sentences[0]).toBe('Lange stand das alte Haus am Ufer des Flusses leer.');
    const before = asked.length;
    await examples.of('1 0');
    expect(asked.length).toBe(before);
    await examples.of('1 1');
    expect(asked.length).toBeGreaterThan(before);
  });

  it('pass over the most frequent words where no list tells words of grammar', () => {
    const words = Array.from(
      { length: 400 },
      (_, n) => `w${String.fromCodePoint(97 + (n % 26))}${'x'.repeat(n)}`,
    );
    expect(meaningful(words, new Set())).toEqual(words.slice(100, 103));
  });

  it('are fewer where the corpus has no more', () => {
    expect(meaningful(['a', 'of', 'peace'], new Set(['of']))).toEqual(['peace']);
    expect(meaningful([], new Set())).toEqual([]);
  });
});
