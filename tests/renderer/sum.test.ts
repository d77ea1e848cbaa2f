import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSingle, readSum, writeSum } from '../../renderer/pages/explore/sum.ts';

describe('a sum of words', () => {
  it('is read with any kind of minus, with and without spaces after signs', () => {
    const sum = { positive: ['king', 'woman'], negative: ['man'] };
    for (const text of ['king - man + woman', 'king − man + woman', 'king –man +woman', '+king -man woman']) {
      expect(readSum(text), text).toEqual(sum);
    }
  });

  it('keeps hyphenated words whole', () => {
    expect(readSum('mother-in-law − law')).toEqual({ positive: ['mother-in-law'], negative: ['law'] });
  });

  it('adds words that carry no sign', () => {
    expect(readSum('paris  france rome')).toEqual({ positive: ['paris', 'france', 'rome'], negative: [] });
  });

  it('splits at a plus inside', () => {
    expect(readSum('国王+女人 −男人')).toEqual({ positive: ['国王', '女人'], negative: ['男人'] });
  });

  it('is nothing where nothing was typed', () => {
    expect(readSum('  + − ')).toEqual({ positive: [], negative: [] });
  });

  it('asks for neighbours only where one word stands alone', () => {
    expect([readSum('king'), readSum('king − man'), readSum('− man')].map(isSingle)).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('reads what it writes', () => {
    const word = fc.stringMatching(/^[\p{L}'][\p{L}'-]{0,8}$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), fc.array(word), (positive, negative) => {
        expect(readSum(writeSum({ positive, negative }))).toEqual({ positive, negative });
      }),
    );
  });
});
