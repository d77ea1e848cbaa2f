import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metadataFromNames } from '../../../core/corpus/metadata.ts';

const invalid = (details: object) =>
  expect.objectContaining({
    code: 'E_METADATA_INVALID',
    details: expect.objectContaining(details) as object,
  }) as object;

describe('metadata from file names', () => {
  it('is what stands where the pattern has its fields', () => {
    const of = metadataFromNames('{author}_{year}_{title}');
    expect(of('texts/Eliot_1871_Middlemarch_I.txt')).toEqual({
      author: 'Eliot',
      year: 1871,
      title: 'Middlemarch_I',
    });
    expect(of('Eliot_1871_x.txt.gz')).toEqual({ author: 'Eliot', year: 1871, title: 'x' });
    expect(of('notes.txt')).toEqual({});
    // Marks of letters that a system writes apart.
    expect(of('Mu\u0308ller_1841_Cafe\u0301.txt')).toEqual({ author: 'Müller', year: 1841, title: 'Café' });
    expect(metadataFromNames('B\u00fccher_{n}')('Bu\u0308cher_7.txt')).toEqual({ n: 7 });
  });

  it('takes other signs of the pattern as they stand', () => {
    expect(metadataFromNames('({a}) [{b}].*')('(x) [y].*.txt')).toEqual({ a: 'x', b: 'y' });
  });

  it('is what a regular expression would find, each value as short as it can be', () => {
    const signs = fc.constantFrom('a', 'b', '_', '😀', '-');
    const text = fc.array(signs, { maxLength: 3 }).map((list) => list.join(''));
    const name = fc.array(signs, { minLength: 1, maxLength: 12 }).map((list) => list.join(''));
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 5 }), name, (between, file) => {
        const fields = between.slice(1).map((_, at) => `f${at}`);
        const pattern = between.map((one, at) => (at === 0 ? one : `{f${at - 1}}${one}`)).join('');
        const values = between.slice(1).map((one) => `(.+?)${RegExp.escape(one)}`);
        const found = new RegExp(`^${RegExp.escape(between[0]!)}${values.join('')}$`, 'u').exec(file);
        const expected =
          found === null ? {} : Object.fromEntries(fields.map((field, at) => [field, found[at + 1]]));
        expect(metadataFromNames(pattern)(`${file}.txt`)).toEqual(expected);
      }),
      { numRuns: 2000 },
    );
  });

  it('P27: answers whatever the pattern, also one that a regular expression would never end with', () => {
    const fields = Array.from({ length: 200 }, (_, at) => `{f${at}}`);
    for (let count = 1; count <= fields.length; count += 1)
      for (const [between, sign] of [
        ['', 'y'],
        ['_', '_'],
        ['yy', 'y'],
      ] as const) {
        const of = metadataFromNames(`${fields.slice(0, count).join(between)}!`);
        expect(of(`${sign.repeat(250)}.txt`)).toEqual({});
      }
  });

  it('is what the folders around a file are called', () => {
    const of = metadataFromNames('{genre}/{author}_{year}');
    expect(of('a_1813.txt', '/home/ann/novels/a_1813.txt')).toEqual({
      genre: 'novels',
      author: 'a',
      year: 1813,
    });
    expect(of('a_1813.txt.gz', 'C:\\texts\\letters\\a_1813.txt.gz')).toMatchObject({ genre: 'letters' });
    expect(of('plays.zip/b_1600.txt', '/x/plays.zip/b_1600.txt')).toMatchObject({ genre: 'plays' });
    expect(of('a_1813.txt')).toEqual({});
    expect(metadataFromNames('{genre}/*/{title}')('t.txt', 'novels/early/t.txt')).toEqual({
      genre: 'novels',
      title: 't',
    });
    expect(metadataFromNames('part{n}/texts/{title}')('t.txt', 'part2/other/t.txt')).toEqual({});
  });

  it('is refused where the pattern has no field or one twice', () => {
    expect(() => metadataFromNames('year')).toThrow(invalid({}));
    expect(() => metadataFromNames('{a}_{a}')).toThrow(invalid({}));
  });
});
