import { describe, expect, it } from 'vitest';
import { displayWidth, inColumns } from '../../../core/cli/columns.ts';

describe('columns', () => {
  it('counts Chinese characters as two and combining marks as none', () => {
    expect(displayWidth('黛玉')).toBe(4);
    expect(displayWidth('e\u0301')).toBe(1);
    expect(displayWidth('abc')).toBe(3);
  });

  it('takes as many rows as there are', () => {
    const rows = Array.from({ length: 200_000 }, (_, at) => [`w${at}`]);
    expect(inColumns([{ title: 'word' }], rows).split('\n').length).toBe(200_001);
  });

  it('lines up words of different scripts, numbers to the right', () => {
    const table = inColumns(
      [{ title: 'word' }, { title: 'count', align: 'right' }],
      [
        ['黛玉', '7'],
        ['house', '1234'],
      ],
    );
    expect(table).toBe('word   count\n黛玉       7\nhouse   1234');
  });
});
