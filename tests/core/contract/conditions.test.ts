import { describe, expect, it } from 'vitest';
import { conditionsOf, lineOf, sameConditions } from '../../../core/contract/conditions.ts';

describe('conditions on one line', () => {
  it.each([
    ['author=Austen|Shelley; year=1811..1818', 'author=Austen|Shelley; year=1811..1818'],
    [' year = ..1850 ;', 'year=..1850'],
    ['year=1851..', 'year=1851..'],
    ['author', 'author'],
    ['title=a=b', 'title=a=b'],
    ['', ''],
  ])('“%s” is read and written again', (line, written) => {
    expect(lineOf(conditionsOf(line))).toBe(written);
    expect(conditionsOf(lineOf(conditionsOf(line)))).toEqual(conditionsOf(line));
  });

  it('are values, or a range either of whose ends may be missing', () => {
    expect(conditionsOf('author=Austen | Shelley; year=1811..; pages=..200; genre')).toEqual([
      { field: 'author', values: ['Austen', 'Shelley'] },
      { field: 'year', from: '1811' },
      { field: 'pages', to: '200' },
      { field: 'genre' },
    ]);
  });

  it('ask for the same in whatever order they stand', () => {
    expect(sameConditions(conditionsOf('a=x|y; b=1..2'), conditionsOf('b=1..2; a=y|x'))).toBe(true);
    expect(sameConditions(conditionsOf('a=x|y'), conditionsOf('a=x'))).toBe(false);
    expect(sameConditions(conditionsOf('a=1..'), conditionsOf('a=..1'))).toBe(false);
    expect(sameConditions(conditionsOf('a'), [])).toBe(false);
  });
});
