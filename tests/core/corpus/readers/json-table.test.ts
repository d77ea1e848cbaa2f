import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

const rowsOf = async (name: string, source: unknown, chosen = {}) =>
  (
    await openedFile(name, typeof source === 'string' ? source : JSON.stringify(source), chosen)
  ).documents.map(({ whole, metadata }) => [whole, metadata]);
const right = [
  ['One two\nthree', { n: 1 }],
  ['Four é', { n: 2 }],
];
const records = [
  { n: 1, text: 'One two\nthree' },
  { n: 2, text: 'Four é' },
];

describe('records of JSON', () => {
  it.each([
    ['an array', 'a.json', records],
    ['an array within an object', 'b.json', { version: 'of today it is', data: { items: records } }],
    ['an object in each line', 'c.json', records.map((one) => JSON.stringify(one)).join('\n')],
    ['an object in each line of a text', 'named.txt', records.map((one) => JSON.stringify(one)).join('\n')],
    ['an array of any name', 'posts.dump', JSON.stringify(records, null, 2)],
    ['an array called lines', 'd.jsonl', JSON.stringify(records, null, 2)],
    [
      'escapes and a mark',
      'e.json',
      '\ufeff[{"n":1,"text":"One two\\nthree"},{"n":2,"text":"Four \\u00e9"}]',
    ],
  ])('are a text each: %s', async (_, name, source) => {
    expect(await rowsOf(name, source)).toEqual(right);
  });

  it('may be one object, objects by their keys, or texts alone', async () => {
    expect(await rowsOf('a.json', { n: 1, text: 'One two', tags: [{ text: 'no', at: 1 }] })).toEqual([
      ['One two', { n: 1, tags: '[{"text":"no","at":1}]' }],
    ]);
    expect(await rowsOf('a.json', { x: { body: 'One two' }, y: { body: 'Three' } })).toEqual([
      ['One two', { key: 'x' }],
      ['Three', { key: 'y' }],
    ]);
    expect(await rowsOf('a.json', ['One two', 'Three'])).toEqual([
      ['One two', {}],
      ['Three', {}],
    ]);
  });

  it('have fields within fields, and texts of several lines', async () => {
    const source = [
      { user: { name: 'Ann', at: { place: 'Oslo' } }, content: ['One two.', 'Three.'], tags: ['a', 'b'] },
    ];
    expect(await rowsOf('a.json', source)).toEqual([
      ['One two.\n\nThree.', { 'user.name': 'Ann', 'user.at.place': 'Oslo', tags: 'a, b' }],
    ]);
    expect(await rowsOf('a.json', source, { take: ['user.at.place'] })).toMatchObject([['Oslo', {}]]);
  });

  it('of which none looks like a text are offered, and refused until somebody chooses', async () => {
    const source = [
      { id: 'x1', label: 'PER', name: 'Ann' },
      { id: 'x2', label: 'LOC', name: 'Oslo' },
    ];
    await expect(rowsOf('a.json', source)).rejects.toMatchObject({
      code: 'E_NO_TEXT_FIELD',
      details: { fields: ['id', 'label', 'name'] },
    });
    expect(await rowsOf('a.json', source, { take: ['name'] })).toMatchObject([
      ['Ann', {}],
      ['Oslo', {}],
    ]);
    await expect(rowsOf('a.json', '[1,2,3]')).rejects.toMatchObject({ code: 'E_NO_TEXT_FIELD' });
  });

  it('that are broken are refused with the line', async () => {
    await expect(rowsOf('a.json', '{\n "text": "a",\n "b": }\n')).rejects.toMatchObject({
      code: 'E_TABLE_INVALID',
      details: { line: 3 },
    });
    await expect(rowsOf('a.jsonl', '{"text":"a"}\n{"text":"b"}\n{"text":\n')).rejects.toMatchObject({
      code: 'E_TABLE_INVALID',
      details: { line: 3 },
    });
  });
});
