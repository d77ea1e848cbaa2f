import { describe, expect, it } from 'vitest';
import { rowsOfFiles } from '../../../core/corpus/rows-of-files.ts';

const fit = (names: readonly string[], files: readonly string[], root = '/home/ann/corpus') => {
  const named = files.map((file) => ({ file, place: `${root}/${file}` }));
  const { rowOf, unmatched, ambiguous } = rowsOfFiles(names, named);
  return { rowOf: Object.fromEntries(rowOf), unmatched, ambiguous };
};

describe('rows of a table', () => {
  it('find their file with or without folders and ending, in whatever normal form and with strokes of either kind', () => {
    const files = ['austen/01.txt', 'shelley/01.txt', 'weiß.txt', 'mu\u0308ller.txt', 'x.y.txt.gz'];
    expect(fit(['austen/01.txt', 'shelley\\01', 'corpus/weiß', 'm\u00fcller.txt', 'x.y'], files)).toEqual({
      rowOf: {
        'austen/01.txt': 0,
        'shelley/01.txt': 1,
        'weiß.txt': 2,
        'mu\u0308ller.txt': 3,
        'x.y.txt.gz': 4,
      },
      unmatched: [],
      ambiguous: [],
    });
    expect(fit(['C:\\texts\\austen\\01.txt'], ['austen/01.txt'], '/elsewhere').rowOf).toEqual({
      'austen/01.txt': 0,
    });
  });

  it('that several files may be meant by are told and not used; so are names that nobody has', () => {
    expect(fit(['01.txt', 'absent.txt', 'constructor'], ['austen/01.txt', 'shelley/01.txt'])).toEqual({
      rowOf: {},
      unmatched: ['absent.txt', 'constructor'],
      ambiguous: [{ name: '01.txt', files: ['austen/01.txt', 'shelley/01.txt'] }],
    });
  });

  it('tell files apart by capitals only where files differ by them', () => {
    expect(fit(['austen/brief01.TXT'], ['Austen/Brief01.txt']).rowOf).toEqual({ 'Austen/Brief01.txt': 0 });
    expect(fit(['a.txt', 'A.txt', 'B.TXT'], ['a.txt', 'A.txt', 'b.txt']).rowOf).toEqual({
      'a.txt': 0,
      'A.txt': 1,
      'b.txt': 2,
    });
    expect(fit(['BRIEF'], ['Brief.txt', 'brief.txt'])).toMatchObject({
      rowOf: {},
      ambiguous: [{ name: 'BRIEF' }],
    });
  });

  it('that name other folders than those around a file are about another one', () => {
    expect(fit(['austen/01.txt', 'shelley/01.txt'], ['01.txt'], '/home/ann/austen')).toEqual({
      rowOf: { '01.txt': 0 },
      unmatched: ['shelley/01.txt'],
      ambiguous: [],
    });
    expect(fit(['shelley/01.txt'], ['01.txt'], '/home/ann/austen').rowOf).toEqual({});
    expect(fit(['novels/austen/01.txt'], ['01.txt'], '/home/ann/austen').rowOf).toEqual({ '01.txt': 0 });
    expect(fit(['D:\\corpus\\01.txt'], ['01.txt'], '/home/ann/austen').rowOf).toEqual({ '01.txt': 0 });
  });

  it('prefer the very name and the place; the row that says more counts', () => {
    expect(fit(['a', 'a.xml'], ['a.txt', 'a.xml'])).toMatchObject({
      rowOf: { 'a.xml': 1 },
      ambiguous: [{ name: 'a', files: ['a.txt', 'a.xml'] }],
    });
    expect(fit(['01.txt'], ['01.txt', 'more/01.txt']).rowOf).toEqual({ '01.txt': 0 });
    expect(fit(['01.txt', 'austen/01.txt'], ['austen/01.txt']).rowOf).toEqual({ 'austen/01.txt': 1 });
    expect(fit(['a.txt', 'a.txt'], ['a.txt'])).toMatchObject({
      rowOf: { 'a.txt': 0 },
      ambiguous: [{ name: 'a.txt', files: ['a.txt'] }],
    });
  });
});
