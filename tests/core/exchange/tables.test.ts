import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Cell, Table } from '../../../core/exchange/table.ts';
import { exportTable, type TableOptions } from '../../../core/exchange/tables.ts';
import { readSheet } from './xlsx-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-tables-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const target = join(folder, 'table');

const tableOf = (rows: readonly (readonly Cell[])[]): Table => ({
  columns: [
    { name: 'word', kind: 'text' },
    { name: 'value', kind: 'number' },
  ],
  rows,
});

async function written(rows: readonly (readonly Cell[])[], options: Partial<TableOptions> = {}) {
  const result = await exportTable(tableOf(rows), { format: 'csv', preset: 'exchange', target, ...options });
  return { result, bytes: readFileSync(target), text: readFileSync(target, 'utf8') };
}

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    '=1+1',
    '+x',
    '-x',
    '@a',
    '\tx',
    '\rx',
    '"',
    'a,b',
    'a;b',
    'a\nb',
    '__proto__',
    'constructor',
    '',
  ),
);
const rowsOf = fc.array(fc.tuple(hostile, fc.double({ noNaN: true, noDefaultInfinity: true })), {
  maxLength: 20,
});

describe('tables for exchange', () => {
  it.each([
    ['csv', ','],
    ['tsv', '\t'],
  ] as const)('change no character (%s)', async (format, delimiter) => {
    await fc.assert(
      fc.asyncProperty(rowsOf, async (rows) => {
        const { text } = await written(rows, { format });
        const [, ...back] = parse(text, { delimiter, relax_column_count: true });
        expect(back).toEqual(rows.map(([word, value]) => [word, String(value)]));
      }),
      { numRuns: 60 },
    );
  });

  it('leave what is not known empty, and end lines with line feeds', async () => {
    const { text, result } = await written([
      ['a', null],
      ['b', NaN],
    ]);
    expect(text).toBe('word,value\na,\nb,\n');
    expect(result).toEqual({ files: ['table'], rows: 2, columns: 2, changed: 0 });
  });
});

describe('tables for Excel', () => {
  it('take separator and decimal sign from the locale, with a mark and Windows line ends', async () => {
    const german = await written([['a', 1.5]], { preset: 'excel', locale: 'de-DE' });
    expect(german.text).toBe('\uFEFFword;value\r\na;1,5\r\n');
    const english = await written([['a', 1.5]], { preset: 'excel', locale: 'en-US' });
    expect(english.text).toBe('\uFEFFword,value\r\na,1.5\r\n');
    expect(english.bytes.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  });

  it('run no formulas (P26), and count what was made harmless', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, async (rows) => {
        const { text, result } = await written(rows, { preset: 'excel', locale: 'en' });
        const [, ...back] = parse(text, { bom: true, relax_column_count: true });
        for (const [word] of back) expect(/^[=+\-@\t\r]/u.test(word!)).toBe(false);
        expect(result.changed).toBe(rows.filter(([word]) => /^[=+\-@\t\r]/u.test(word)).length);
      }),
      { numRuns: 60 },
    );
  });
});

describe('workbooks', () => {
  it('hold every text and number exactly', async () => {
    await fc.assert(
      fc.asyncProperty(rowsOf, async (rows) => {
        const { bytes } = await written(rows, { format: 'xlsx' });
        const [header, ...back] = readSheet(bytes);
        expect(header).toEqual(['word', 'value']);
        // Half a surrogate pair is no character of XML.
        expect(back).toEqual(rows.map(([word, value]) => [word.toWellFormed(), value]));
      }),
      { numRuns: 40 },
    );
  });

  it('are the same bytes for the same table', async () => {
    const first = await written([['a', 1]], { format: 'xlsx' });
    const second = await written([['a', 1]], { format: 'xlsx' });
    expect(second.bytes.equals(first.bytes)).toBe(true);
  });

  it('are refused beforehand where they do not fit into Excel', async () => {
    const wide: Table = {
      columns: Array.from({ length: 16_385 }, (_, at) => ({ name: `d${at}`, kind: 'number' as const })),
      rows: [],
    };
    const options = { format: 'xlsx', preset: 'exchange', target: join(folder, 'wide.xlsx') } as const;
    await expect(exportTable(wide, options)).rejects.toMatchObject({ code: 'E_SHEET_TOO_LARGE' });
    const long = {
      ...tableOf([]),
      rows: (function* () {
        for (let row = 0; row < 2; row += 1) yield ['a', 1];
      })(),
      rowCount: 1_048_576,
    };
    await expect(exportTable(long, options)).rejects.toMatchObject({ code: 'E_SHEET_TOO_LARGE' });
    expect(readdirSync(folder)).not.toContain('wide.xlsx');
  });
});

it('a cancelled export leaves nothing', async () => {
  const cancel = new AbortController();
  const rows = (function* () {
    for (let row = 0; row < 10_000; row += 1) {
      if (row === 3000) cancel.abort();
      yield ['a', row];
    }
  })();
  const options = { format: 'csv', preset: 'exchange', target: join(folder, 'cancelled.csv') } as const;
  const exporting = exportTable({ ...tableOf([]), rows }, options, { signal: cancel.signal });
  await expect(exporting).rejects.toMatchObject({ code: 'E_CANCELLED' });
  expect(readdirSync(folder).filter((name) => name.includes('cancelled'))).toEqual([]);
});
