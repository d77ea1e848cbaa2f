import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterEach, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

let place: SmallPlace;
afterEach(() => place.remove());

async function project() {
  place = smallPlace();
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'table.csv'), 'year,text\n1789,One text\n1793,Another text\n1797,…\n');
  writeFileSync(join(folder, 'old.doc'), Buffer.from('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'latin1'));
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
  const fields = async () => (await engine.call('corpus.documents', {})).rows.map(({ metadata }) => metadata);
  return { engine, fields };
}

it('sets and takes away fields of documents', async () => {
  const { engine, fields } = await project();
  const { rows } = await engine.call('corpus.documents', {});
  const [first, second] = rows.map(({ id }) => id) as [number, number];
  expect(
    await engine.call('corpus.setMetadata', {
      texts: { documents: [first, second, 99] },
      field: 'century',
      value: 18,
    }),
  ).toEqual({
    changed: 2,
  });
  await engine.call('corpus.setMetadata', { texts: { documents: [second] }, field: 'year', value: null });
  await engine.call('corpus.setMetadata', { texts: { documents: [first] }, field: '__proto__', value: 'x' });
  expect((await fields()).map((one) => Object.entries(one))).toEqual([
    [
      ['year', 1789],
      ['century', 18],
      ['__proto__', 'x'],
    ],
    [['century', 18]],
  ]);
  await engine.close();
});

it('keeps what became of every file, as long as one of its texts is there, and exports it', async () => {
  const { engine } = await project();
  const { imports } = await engine.call('corpus.reports', {});
  expect(imports).toMatchObject([
    {
      files: [{ file: 'table.csv', documents: 2, emptyParts: 1 }],
      skipped: [{ file: 'old.doc', code: 'E_FORMAT_UNSUPPORTED' }],
    },
  ]);
  const target = join(place.folder, 'report.csv');
  await engine.call('exchange.export', { what: 'import-report', format: 'csv', target: { path: target } });
  const table: Record<string, string>[] = parse(readFileSync(target), { columns: true });
  expect(table).toMatchObject([
    { file: 'table.csv', result: 'read', texts: '2', empty_parts: '1', tokens: '4' },
    { file: 'old.doc', result: 'left out', reason: 'E_FORMAT_UNSUPPORTED', tokens: '' },
  ]);
  const { rows } = await engine.call('corpus.documents', {});
  await engine.call('corpus.removeDocuments', { texts: { documents: [rows[0]!.id] } });
  expect((await engine.call('corpus.reports', {})).imports[0]?.files).toHaveLength(1);
  await engine.call('corpus.removeDocuments', { texts: { documents: [rows[1]!.id] } });
  expect((await engine.call('corpus.reports', {})).imports).toEqual([]);
  await engine.close();
});
