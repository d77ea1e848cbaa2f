import { describe, expect, it } from 'vitest';
import { countScripts } from '../../../core/corpus/scripts.ts';

describe('The scripts of a text', () => {
  it('are counted by letters, the most frequent first', () => {
    expect(countScripts('Война и мир (War), 红楼, かな, 한국어')).toEqual([
      ['Cyrillic', 9],
      ['Latin', 3],
      ['ko', 3],
      ['Han', 2],
      ['Kana', 2],
    ]);
  });

  it('know letters beyond the basic plane and accents of their own blocks', () => {
    expect(countScripts('𠀋')).toEqual([['Han', 1]]);
    expect(countScripts('ἐν ệ')).toEqual([
      ['Greek', 2],
      ['Latin', 1],
    ]);
  });

  it('are none in numbers and signs', () => {
    expect(countScripts('12, 3! — …')).toEqual([]);
  });

  it('are those of the text that is asked about, whichever was asked about before', () => {
    const texts = ['war', 'мир', 'war', '', '𠀋\ud840', '\udc0b𠀋a'];
    const expected = [[['Latin', 3]], [['Cyrillic', 3]], [['Latin', 3]], [], [['Han', 1]]];
    expect(texts.slice(0, 5).map((text) => countScripts(text))).toEqual(expected);
    // Of as many letters the one that came first.
    expect(countScripts(texts[5]!)).toEqual([
      ['Han', 1],
      ['Latin', 1],
    ]);
  });
});
