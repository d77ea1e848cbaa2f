import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());
const pathOf = (name: string) => join(place.folder, name);

let engine: Engine;
beforeAll(async () => {
  const folder = pathOf('texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'one.txt'), 'The sea is "calm", they say. The sea is deep; the land is <dry>.');
  writeFileSync(join(folder, 'two.txt'), '=The sea roars.\nThe sea sleeps.');
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, folder);
  const { rows } = await engine.call('corpus.documents', {});
  const first = rows.find(({ name }) => name.startsWith('one'))!.id;
  await engine.call('corpus.setMetadata', { texts: { documents: [first] }, field: 'year', value: 1841 });
  await engine.call('notes.set', {
    document: first,
    position: 1,
    category: 'calm',
    marked: 'yes',
    note: 'a, "b"',
  });
});

const query = 'the sea';

describe('lines that are written to a file', () => {
  it('are those of the query, in its order, with the fields of their texts and what was said of them', async () => {
    const asked = { query, sort: [1], width: 2 };
    const written = await engine.call('exchange.lines', { ...asked, target: { path: pathOf('lines.csv') } });
    expect(written).toMatchObject({ files: ['lines.csv', 'lines.csv.settings.json'], rows: 4 });
    const rows: Record<string, string>[] = parse(readFileSync(pathOf('lines.csv')), { columns: true });
    const { lines } = await engine.call('query.lines', asked);
    expect(
      rows.map(({ document, position, left, node, right }) => [
        document,
        Number(position),
        left,
        node,
        right,
      ]),
    ).toEqual(lines.map((line) => [line.document, line.position, line.left, line.node, line.right]));
    expect(rows.map(({ year }) => year)).toEqual(
      lines.map(({ document }) => (document.startsWith('one') ? '1841' : '')),
    );
    const sea = await engine.call('exchange.lines', { query: 'sea', target: { path: pathOf('sea.csv') } });
    expect(sea.rows).toBe(4);
    const noted: Record<string, string>[] = parse(readFileSync(pathOf('sea.csv')), { columns: true });
    expect(noted.filter(({ note }) => note !== '')).toMatchObject([
      { category: 'calm', marked: 'yes', note: 'a, "b"' },
    ]);
  });

  it('have the query, its settings and counts beside a table', async () => {
    const texts = { conditions: [{ field: 'year', from: '1800' }] };
    await engine.call('exchange.lines', { query, texts, every: 2, target: { path: pathOf('some.csv') } });
    const settings = JSON.parse(readFileSync(pathOf('some.csv.settings.json'), 'utf8')) as object;
    expect(settings).toMatchObject({
      ...{ query, texts, every: 2, language: 'auto', within: 's', width: 10 },
      ...{ total: 2, shown: 1, hidden: 0, documents: 1, tokens: 14, perMillion: 2e6 / 14 },
    });
  });

  it.each(['docx', 'html'] as const)('have them above a page that people read (%s)', async (format) => {
    const path = pathOf(`page.${format}`);
    const written = await engine.call('exchange.lines', { query, format, target: { path } });
    expect(written.files).toEqual([`page.${format}`]);
    const bytes = readFileSync(path);
    const text =
      format === 'html' ? bytes.toString('utf8') : strFromU8(unzipSync(bytes)['word/document.xml']!);
    for (const said of ['the sea', 'total', 'perMillion', 'one.txt', 'calm']) expect(text).toContain(said);
    expect(text.match(/The sea/gu)!.length).toBeGreaterThanOrEqual(4);
  });

  it('are a sheet of Excel, in pieces larger than are read at once', async () => {
    const path = pathOf('sheet.xlsx');
    const written = await engine.call('exchange.lines', { query: '*', format: 'xlsx', target: { path } });
    const { tokens } = await engine.call('query.lines', { query: '*', limit: 0 });
    expect(written.rows).toBe(tokens);
    expect(strFromU8(unzipSync(readFileSync(path))['xl/worksheets/sheet1.xml']!)).toContain('roars');
  });
});
