import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace, smallProject, type SmallPlace } from './small-engine.ts';

const settings = { dimensions: 20, epochs: 3, minCount: 2, window: 4, seed: 5 };
let place: SmallPlace;
let engine: Engine;

beforeEach(async () => {
  place = smallPlace();
  engine = await smallProject(place, { documents: 6 });
});
afterEach(async () => {
  await engine.close();
  place.remove();
});

const filesIn = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'base64')]));

it.skipIf(process.platform === 'win32')(
  'gives the same bytes when its commands are run on the same texts',
  { timeout: 240_000 },
  async () => {
    // Cut anew, by other settings and with a dictionary: what holds is how the texts are cut now.
    await engine.call('corpus.setDictionary', { dictionary: { words: ['ate the'], splits: [] } });
    const { tokens: cut } = await engine.call('corpus.cutting', {});
    await engine.call('corpus.recut', { tokens: { ...cut, punctuation: 'keep' } });
    await engine.call('model.train', { name: 'm', settings: { ...settings, mode: 'reproducible' } });
    await engine.call('study.run', { runs: 3 });
    const folder = join(place.folder, 'bundle');
    const { files, doubts, model } = await engine.call('model.bundle', { target: { path: folder } });
    expect({ model, doubts }).toEqual({ model: 'm', doubts: [] });
    expect(readdirSync(folder).toSorted()).toEqual([...files].toSorted());
    expect(readFileSync(join(folder, 'words.tsv'), 'utf8')).toMatch(/\nate.the\t/u);

    const elsewhere = join(place.folder, 'elsewhere');
    mkdirSync(elsewhere);
    const program = join(import.meta.dirname, '../../../core/cli/main.ts');
    const run = (texts: string) =>
      spawnSync('sh', [join(folder, 'commands.sh'), texts], {
        cwd: elsewhere,
        encoding: 'utf8',
        env: { ...process.env, FIRTH: `${process.execPath} ${program}`, FIRTH_DATA: join(elsewhere, 'data') },
      });
    const { status, stdout, stderr } = run(join(place.folder, 'texts'));
    expect(stdout + stderr).toContain('The same bytes.');
    expect(status).toBe(0);
    expect(filesIn(join(elsewhere, 'replication'))).toEqual(filesIn(folder));
  },
);

it('says what it cannot promise, and names every text and word', async () => {
  await engine.call('model.train', { name: 'fast', settings: { ...settings, mode: 'fast', workers: 2 } });
  const folder = join(place.folder, 'bundle');
  const { doubts } = await engine.call('model.bundle', { target: { path: folder } });
  expect(doubts).toEqual(['threads']);
  const lines = (name: string) => readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  const { rows } = await engine.call('corpus.documents', { limit: 100 });
  expect(lines('texts.tsv').map((line) => line.split('\t')[0])).toEqual([
    'text',
    ...rows.map(({ name }) => name),
  ]);
  const texts = readdirSync(join(place.folder, 'texts')).map((name) =>
    readFileSync(join(place.folder, 'texts', name), 'utf8'),
  );
  const cats = texts.join('\n').match(/\bcat\b/gu)!.length;
  expect(lines('words.tsv')).toContain(`cat\t${cats}`);
  expect(readFileSync(join(folder, 'methods.en.txt'), 'utf8').trim()).toBe(
    (await engine.call('model.methods', {})).text,
  );
});

it('replaces a bundle, and no file of the person that bears the name of one', async () => {
  await engine.call('model.train', { name: 'm', settings });
  const folder = join(place.folder, 'bundle');
  mkdirSync(folder);
  writeFileSync(join(folder, 'words.tsv'), 'my own words\n');
  const write = () => engine.call('model.bundle', { target: { path: folder } });
  await expect(write()).rejects.toMatchObject({ code: 'E_FILE_THERE', details: { file: 'words.tsv' } });
  expect(filesIn(folder)).toEqual({ 'words.tsv': Buffer.from('my own words\n').toString('base64') });
  rmSync(join(folder, 'words.tsv'));
  await write();
  await engine.call('model.train', { name: 'm2', settings: { ...settings, window: 2 } });
  const { model } = await engine.call('model.bundle', { target: { path: folder }, model: 'm2' });
  expect(model).toBe('m2');
  expect(readFileSync(join(folder, 'training.json'), 'utf8')).toContain('"m2"');
});

it('is refused for vectors of another program, and for texts that have changed', async () => {
  const file = join(place.folder, 'v.txt');
  writeFileSync(file, '2 2\na 1 0\nb 0 1\n');
  await engine.call('model.importVectors', { file: { path: file }, name: 'i' });
  const asked = { target: { path: join(place.folder, 'bundle') } };
  await expect(engine.call('model.bundle', asked)).rejects.toMatchObject({ details: { reason: 'imported' } });
  await engine.call('model.train', { name: 'm', settings });
  const { rows } = await engine.call('corpus.documents', { limit: 1 });
  await engine.call('corpus.removeDocuments', { texts: { documents: [rows[0]!.id] } });
  await expect(engine.call('model.bundle', asked)).rejects.toMatchObject({ details: { reason: 'stale' } });
  expect(readdirSync(place.folder)).not.toContain('bundle');
});
