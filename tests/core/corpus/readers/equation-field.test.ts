import { describe, expect, it } from 'vitest';
import { baseOfReading, makesContents } from '../../../../core/corpus/readers/equation-field.ts';

describe('fields', () => {
  it.each([
    [' EQ \\* jc2 \\* "Font:MS Mincho" \\* hps10 \\o\\ad(\\s\\up 9(とうきょう),東京)', '東京'],
    ['EQ \\o(\\s\\up 10(a\\,b);x\\(y\\))', 'x(y)'],
    ['eq \\o\\ac(○,字)', '字'],
    ['EQ \\o(\\s\\do 4(below),base', 'base'],
    ['EQ \\f(1,2)', undefined],
    ['PAGE', undefined],
  ])('%s has the base %s', (instruction, base) => expect(baseOfReading(instruction)).toBe(base));

  it('of contents and indexes are told', () => {
    expect(
      [' TOC \\o "1-3" ', 'INDEX \\e', 'TOA', 'BIBLIOGRAPHY', 'PAGEREF _Toc1'].map(makesContents),
    ).toEqual([true, true, true, false, false]);
  });
});
