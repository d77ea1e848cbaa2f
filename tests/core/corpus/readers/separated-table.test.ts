import { describe, expect, it } from 'vitest';
import { openedFile } from './opened-file.ts';

const rowsOf = async (name: string, source: string, chosen = {}) =>
  (await openedFile(name, source, chosen)).documents.map(({ whole, metadata }) => [whole, metadata]);

describe('tables as text', () => {
  it.each([
    ['comma.csv', 'n,text\n1,One two\n2,"three, ""four"""\n'],
    ['semicolon.csv', 'n;text\n1;One two\n2;"three, ""four"""\n'],
    ['stroke.csv', 'n|text\r\n1|One two\r\n2|three, "four"\r\n'],
    ['tab.csv', 'n\ttext\r1\tOne two\r2\tthree, "four"\r'],
    ['mark.csv', '\ufeffn,text\n1,One two\n\n2,"three, ""four"""'],
    [
      'rows.csv',
      'text,x\n1,One two,\n2,"three, ""four""",\n'.replaceAll(',\n', '\n').replace('text,x', 'text'),
    ],
  ])('are read whatever stands between their cells: %s', async (name, source) => {
    const rows = await rowsOf(name, source);
    expect(rows.map(([text]) => text)).toEqual(['One two', 'three, "four"']);
    expect(rows.map(([, fields]) => Object.values(fields as Record<string, unknown>))).toEqual([[1], [2]]);
  });

  it('know no quotation between tabs, unless cells go over several lines', async () => {
    const tweets = 'id\ttext\n1\t"so she said\n2\tno "quoted" word\n3\tthe end"\n4\t"all of it"\n';
    expect((await rowsOf('a.tsv', tweets)).map(([text]) => text)).toEqual([
      '"so she said',
      'no "quoted" word',
      'the end"',
      'all of it',
    ]);
    // Whole as quotations, and yet three rows.
    expect((await rowsOf('b.tsv', 'id\ttext\n1\t"one\n2\ttwo\n3\tthree"\n')).map(([text]) => text)).toEqual([
      '"one',
      'two',
      'three"',
    ]);
    expect(
      (await rowsOf('c.tsv', 'id\ttext\n1\t"one\nand ""two"""\n2\tthree\n')).map(([text]) => text),
    ).toEqual(['one\nand "two"', 'three']);
  });

  it.each([
    ['is never ended', 'id,text\n1,fine\n2,"he said\n3,yes\n', 3, 'quotation-endless'],
    [
      'is ended in another row',
      'id,text\n1,"he said\n2,no "quoted" word\n3,the end"\n',
      2,
      'quotation-endless',
    ],
    ['cuts a text', 'id,text\n1,fine\n2,one, and two\n', 3, 'too-many-cells'],
  ])('are refused with the line where a sign %s', async (_, source, line, flaw) => {
    await expect(openedFile('a.csv', source)).rejects.toMatchObject({
      code: 'E_FILE_MALFORMED',
      details: { line, flaw },
    });
  });

  it('lose no first text where no row holds names, and say so', async () => {
    const source = 'The first one sleeps\tA\nThe second one works\tB\n';
    expect(await rowsOf('a.tsv', source)).toEqual([
      ['The first one sleeps', { 2: 'A' }],
      ['The second one works', { 2: 'B' }],
    ]);
    expect((await openedFile('a.tsv', source)).outline).toMatchObject({ header: false });
    expect(await rowsOf('a.tsv', source, { header: 'yes' })).toEqual([['The second one works', { A: 'B' }]]);
  });
});
