import { describe, expect, it } from 'vitest';
import {
  foundKind,
  mostFound,
  noWords,
  startsSentence,
} from '../../../../core/corpus/tokenize/found-words.ts';
import { tokensOf } from './tokens-of.ts';

describe('Found words', () => {
  it('tell what they are and whether a sentence starts in one number', () => {
    const { word, number, punctuation, mask } = foundKind;
    for (const kind of [word, number, punctuation]) {
      expect((kind | startsSentence) & mask).toBe(kind);
      expect(kind).toBeLessThan(startsSentence);
    }
  });

  it('are none at first', () => {
    expect(noWords().count).toBe(0);
  });

  it('lose nothing when a stretch has more than they hold', () => {
    const found = tokensOf('word '.repeat(3 * mostFound + 1));
    expect(found.counts.get('word')).toBe(3 * mostFound + 1);
  });
});
