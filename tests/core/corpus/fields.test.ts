import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { FieldCondition, FieldKind } from '../../../core/contract/corpus.ts';
import { fieldRows, fulfils, kindOfValues, valuesMeant } from '../../../core/corpus/fields.ts';

describe('the kind of a field', () => {
  it('is told by its values, and for years by its name', () => {
    expect(kindOfValues('pages', [12, 300])).toBe('number');
    expect(kindOfValues('pages', [12, '300 f.'])).toBe('text');
    expect(kindOfValues('year', [1813, 1815])).toBe('date');
    expect(kindOfValues('年份', [1813])).toBe('date');
    expect(kindOfValues('written', ['1813-01', '1815-12-23', '2001-01-31T12:00:00Z'])).toBe('date');
    expect(kindOfValues('date', ['1863-1869', '1812 – 1815', '1949'])).toBe('date');
    expect(kindOfValues('date', ['1869-1863'])).toBe('text');
    expect(kindOfValues('pages', ['1863-1869'])).toBe('text');
    expect(kindOfValues('date', ['1813-13'])).toBe('text');
    expect(kindOfValues('date', ['spring 1813', 1815])).toBe('text');
    expect(kindOfValues('author', [])).toBe('text');
  });
});

describe('the fields of texts', () => {
  const documents = [
    { metadata: { year: 1815, author: 'Austen' } },
    { metadata: { year: 1813, author: 'Austen', pages: '007' } },
    { metadata: { author: 'Shelley', pages: 'many' } },
  ];

  it('have a kind, their values and their range', () => {
    expect(fieldRows(documents, new Map())).toEqual([
      { name: 'year', kind: 'date', isChosen: false, documents: 2, values: 2, unfit: 0, range: [1813, 1815] },
      { name: 'author', kind: 'text', isChosen: false, documents: 3, values: 2, unfit: 0 },
      { name: 'pages', kind: 'text', isChosen: false, documents: 2, values: 2, unfit: 0 },
    ]);
  });

  it('are what a person takes them for, and say which values are not', () => {
    const [, , pages] = fieldRows(documents, new Map([['pages', 'number']]));
    expect(pages).toMatchObject({ kind: 'number', isChosen: true, unfit: 1, range: ['007', '007'] });
  });
});

describe('a value that a person types', () => {
  const known = new Set(['Iğdır', 'Brontë', 'İstanbul', 'us', 'US', 'Mary’s  book']);

  it('is the value itself where there is one', () => {
    expect(valuesMeant('US', known)).toEqual(['US']);
    expect(valuesMeant('Austen', known)).toEqual([]);
  });

  it('is written in any orthography, and in any case where none is written so', () => {
    expect(valuesMeant('Bronte\u0308', known)).toEqual(['Brontë']);
    expect(valuesMeant("Mary's book", known)).toEqual(['Mary’s  book']);
    expect(valuesMeant('ISTANBUL', known)).toEqual(['İstanbul']);
    expect(valuesMeant('IĞDIR', known)).toEqual(['Iğdır']);
    expect(valuesMeant('Us', known)).toEqual(['us', 'US']);
  });
});

describe('a condition', () => {
  const takes = (value: string | number | undefined, kind: FieldKind, rest: Omit<FieldCondition, 'field'>) =>
    fulfils(value === undefined ? {} : { f: value }, [{ field: 'f', ...rest }], () => kind);

  it('takes one of its values, whatever they are', () => {
    expect(takes('Austen', 'text', { values: ['Austen', 'Shelley'] })).toBe(true);
    expect(takes(1813, 'number', { values: ['1813'] })).toBe(true);
    expect(takes('Byron', 'text', { values: ['Austen'] })).toBe(false);
    expect(takes(undefined, 'text', { values: [''] })).toBe(false);
    // Words that objects have of themselves.
    expect(fulfils({}, [{ field: 'constructor' }], () => 'text')).toBe(false);
  });

  it('takes two years when all between them lies within its ends', () => {
    expect(takes('1863–1869', 'date', { from: '1863', to: '1869' })).toBe(true);
    expect(takes('1863–1869', 'date', { from: '1864' })).toBe(false);
    expect(takes('1863–1869', 'date', { to: '1868' })).toBe(false);
    expect(takes('1866-05', 'date', { from: '1863', to: '1863–1869' })).toBe(true);
  });

  it('takes numbers within its ends', () => {
    expect(takes(9, 'number', { from: '9', to: '10' })).toBe(true);
    expect(takes('010', 'number', { from: '9', to: '10' })).toBe(true);
    expect(takes(11, 'number', { from: '9', to: '10' })).toBe(false);
    expect(takes(11, 'number', { from: '9' })).toBe(true);
    expect(takes('many', 'number', { from: '0' })).toBe(false);
    expect(takes(9, 'number', { from: 'few' })).toBe(false);
  });

  it('takes dates of which no day lies outside', () => {
    const years = { from: '1813', to: '1815' };
    for (const date of ['1813-01-01', 1813, '1815-12-31', '1815-12'])
      expect(takes(date, 'date', years)).toBe(true);
    for (const date of ['1812-12-31', '1816', 1816, '-1813']) expect(takes(date, 'date', years)).toBe(false);
    expect(takes(1813, 'date', { from: '1813-02' })).toBe(false);
    expect(takes('1813-02', 'date', { from: '1813-02', to: '1813-02-31' })).toBe(true);
  });

  it('holds beside others', () => {
    const texts = { author: 'Austen', year: 1815 };
    const conditions = [
      { field: 'author', values: ['Austen'] },
      { field: 'year', to: '1813' },
    ];
    expect(fulfils(texts, conditions, () => 'number')).toBe(false);
    expect(fulfils(texts, conditions.slice(0, 1), () => 'number')).toBe(true);
    expect(fulfils(texts, [], () => 'number')).toBe(true);
  });

  it('orders dates as calendars do', () => {
    const date = fc.record({
      y: fc.integer({ min: 1000, max: 2999 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 28 }),
    });
    const written = ({ y, m, d }: { y: number; m: number; d: number }) =>
      `${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(takes(written(a), 'date', { from: written(b) })).toBe(written(a) >= written(b));
        expect(takes(written(a), 'date', { to: written(b) })).toBe(written(a) <= written(b));
        expect(takes(written(a), 'date', { from: String(a.y), to: String(a.y) })).toBe(true);
      }),
    );
  });
});
