import { describe, expect, it } from 'vitest';
import { hasHeader } from '../../../../core/corpus/readers/table-header.ts';

describe('hasHeader', () => {
  it.each([
    [
      'usual names',
      [
        ['id', 'text'],
        ['1', 'One two three'],
      ],
    ],
    [
      'a name over numbers',
      [
        ['The year it was written', 'b'],
        ['1789', 'One two three'],
        ['1793', 'Four'],
      ],
    ],
    [
      'names over short values',
      [
        ['source of it', 'b'],
        ['A', 'One two three four five six'],
        ['B', 'x'],
      ],
    ],
    [
      'a question over answers',
      [
        ['What did you do?', 'b'],
        ['I slept well', 'x'],
        ['Nothing at all', 'y'],
      ],
    ],
    ['one row alone', [['The goats sleep here']]],
  ])('sees names: %s', (_, rows) => expect(hasHeader(rows)).toBe(true));

  it.each([
    [
      'a text over texts',
      [
        ['The goats sleep', 'A'],
        ['The cats do not', 'B'],
      ],
    ],
    [
      'a number over numbers',
      [
        ['1', 'One two'],
        ['2', 'Three four'],
      ],
    ],
    [
      'a date over dates',
      [
        ['1999-01-02', 'x'],
        ['2001-03-04', 'y'],
      ],
    ],
    ['a Chinese text', [['今天天气很好我们去公园'], ['明天要下雨了吧']]],
  ])('sees none: %s', (_, rows) => expect(hasHeader(rows)).toBe(false));
});
