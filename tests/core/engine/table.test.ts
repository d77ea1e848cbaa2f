import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { version } from '../../../core/contract/version.ts';
import { createEngine } from '../../../core/engine/engine.ts';
import { smallPlace } from './small-engine.ts';

const place = smallPlace();
const engine = createEngine(place.environment);
afterAll(async () => {
  await engine.close();
  place.remove();
});
const columns = [
  { name: 'word', kind: 'text' },
  { name: 'count', kind: 'number' },
] as const;
const pathOf = (name: string) => join(place.folder, name);

describe('a table that somebody looks at', () => {
  it('is written whole, whatever stands in its cells', async () => {
    const path = pathOf('any.csv');
    const rows = fc.array(
      fc.tuple(fc.string({ unit: 'binary' }), fc.double({ noNaN: true, noDefaultInfinity: true })),
    );
    await fc.assert(
      fc.asyncProperty(rows, async (made) => {
        // The other preset puts an apostrophe before what a spreadsheet would run.
        await engine.call('exchange.table', { columns, rows: made, target: { path }, preset: 'exchange' });
        const read: readonly string[][] = parse(readFileSync(path, 'utf8'), { record_delimiter: '\n' });
        expect(read.slice(1).map(([word, count]) => [word, Number(count)])).toEqual(
          made.map(([word, count]) => [word.toWellFormed(), count === 0 ? 0 : count]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it.each(['docx', 'html'] as const)(
    'is a page that people read, with its settings above it (%s)',
    async (format) => {
      const path = pathOf(`lines.${format}`);
      const written = await engine.call('exchange.table', {
        columns: [
          { name: 'left', kind: 'text', role: 'left' },
          { name: 'count', kind: 'number' },
        ],
        rows: [['of <the>', 2.5]],
        target: { path },
        format,
        locale: 'de',
        settings: { query: '"king" & "x"', hits: 412, sample: undefined },
      });
      expect(written).toMatchObject({ files: [`lines.${format}`], rows: 1, columns: 2 });
      expect(existsSync(`${path}.settings.json`)).toBe(false);
      const bytes = readFileSync(path);
      const text =
        format === 'html'
          ? bytes.toString('utf8')
          : Buffer.from(unzipSync(bytes)['word/document.xml']!).toString('utf8');
      for (const said of ['of &lt;the&gt;', '2,5', '&quot;king&quot; &amp; &quot;x&quot;', '412'])
        expect(text).toContain(said);
      expect(text).not.toContain('sample');
    },
  );

  it('has the signs of the place and nothing that runs, and its settings beside it', async () => {
    const path = pathOf('de.csv');
    const rows = [
      ['=1+1', -2.5],
      ['Haus', null],
    ];
    const settings = { search: 'h', match: 'starts' };
    const written = await engine.call('exchange.table', {
      columns,
      rows,
      target: { path },
      locale: 'de',
      settings,
    });
    expect(written).toMatchObject({
      files: ['de.csv', 'de.csv.settings.json'],
      rows: 2,
      columns: 2,
      changed: 1,
    });
    expect(readFileSync(path, 'utf8')).toBe("\uFEFFword;count\r\n'=1+1;-2,5\r\nHaus;\r\n");
    expect(JSON.parse(readFileSync(`${path}.settings.json`, 'utf8'))).toEqual({
      firth: version,
      files: ['de.csv'],
      project: null,
      ...settings,
    });
  });

  it('is a workbook as well, with its numbers as numbers', async () => {
    const path = pathOf('table.xlsx');
    await engine.call('exchange.table', { columns, rows: [['Haus', 12]], format: 'xlsx', target: { path } });
    const sheet = Buffer.from(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml']!).toString();
    expect(sheet).toContain('<v>12</v>');
    expect(sheet).toContain('Haus');
  });

  it('of rows that do not fit its columns is refused, and nothing is written', async () => {
    const path = pathOf('none.csv');
    await expect(
      engine.call('exchange.table', { columns, rows: [['a']], target: { path } }),
    ).rejects.toMatchObject({ code: 'E_REQUEST_INVALID', details: { field: 'rows' } });
    expect(existsSync(path)).toBe(false);
  });
});
