import { describe, expect, it } from 'vitest';
import { rowsOfFigures } from '../../../../core/corpus/tokenize/rows-of-figures.ts';

const found = (text: string) => rowsOfFigures(text).map(({ from, to }) => text.slice(from, to));

describe('Chinese figures in a row', () => {
  it('are found where they stand as digits do, a year with its sign', () => {
    expect(found('从一九四九年到二〇二四年，住三〇一室')).toEqual(['一九四九年', '二〇二四年', '三〇一']);
    expect(found('〇三年')).toEqual(['〇三']);
  });

  it('do not take the sign of a decade or a term along', () => {
    expect(found('二〇一〇年代，二〇二四年度')).toEqual(['二〇一〇', '二〇二四']);
  });

  it('are no numbers with units, single figures or short rows without a nought', () => {
    expect(found('一百〇八将，二十四年，〇，三六九等，五零')).toEqual([]);
  });
});
