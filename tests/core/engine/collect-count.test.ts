import { spawn } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace, smallProject, type SmallPlace } from './small-engine.ts';

const settings = { dimensions: 16, minCount: 3, window: 4 };
let place: SmallPlace;
let engine: Engine;
let folder: string;

beforeEach(async () => {
  place = smallPlace();
  folder = join(place.folder, 'counts');
  engine = await smallProject(place, { documents: 7, sentenceCount: 60 });
});
afterEach(async () => {
  await engine.close();
  place.remove();
});

const plan = (more = {}) =>
  engine.call('study.plan', { target: { path: folder }, count: true, runs: 3, settings, ...more });
const collect = () => engine.call('study.collect', { folder: { path: folder } });
const task = (run: number) => engine.call('study.task', { folder: { path: folder }, run });
const part = (number: number) => join(folder, 'runs', `000${number}.run`);

/** As another computer counts: a process of its own that knows nothing of the project. */
async function taskElsewhere(number: number): Promise<unknown> {
  const program = join(import.meta.dirname, '../../../core/cli/main.ts');
  const child = spawn(process.execPath, [program, 'study', 'task', folder, String(number), '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, FIRTH_DATA: join(place.folder, `node-${number}`) },
  });
  return JSON.parse(await text(child.stdout));
}

const table = (name: string) =>
  readFileSync(join(folder, name), 'utf8')
    .replace(/^\uFEFF/u, '')
    .trim()
    .split(/\r?\n/u)
    .slice(1)
    .map((line) => line.split(','));

it(
  'a corpus that is counted in parts has the frequencies, the n-grams and the count model of the whole',
  { timeout: 120_000 },
  async () => {
    await engine.call('model.train', {
      name: 'whole',
      settings: { ...settings, architecture: 'count' },
    });
    expect(await plan({ ngrams: 3, name: 'sums' })).toMatchObject({
      study: 'count',
      model: 'sums',
      runs: 3,
      array: '1-3',
    });
    // What the folder holds are numbers.
    for (const name of readdirSync(folder, { recursive: true }) as string[])
      if (name.includes('.'))
        expect(readFileSync(join(folder, name)).toString('latin1')).not.toMatch(/\bmilk\b/u);

    expect(await taskElsewhere(3)).toMatchObject({ study: 'count', run: 3, made: true });
    expect(await task(1)).toMatchObject({ run: 1, made: true });
    expect(await collect()).toMatchObject({ runs: 2, of: 3, taken: 0, missing: [2], array: '2' });
    expect(readdirSync(folder)).not.toContain('frequencies.csv');
    expect(await task(2)).toMatchObject({ made: true });
    expect(await task(2)).toMatchObject({ made: false });
    expect(await collect()).toEqual({
      study: 'count',
      model: 'sums',
      runs: 3,
      of: 3,
      taken: 3,
      missing: [],
      failed: [],
      damaged: [],
      foreign: [],
      array: null,
    });

    const words = { words: ['cat', 'dog', 'the'] };
    const values = async (model: string) => (await engine.call('search.vectors', { ...words, model })).values;
    expect(await values('sums')).toEqual(await values('whole'));
    const { models } = await engine.call('project.info', {});
    expect(models.map(({ name }) => name)).toEqual(['whole', 'sums']);

    const numbers = (name: string) => new Map(table(name).map(([what, ...rest]) => [what, rest.map(Number)]));
    const { rows: listed } = await engine.call('corpus.words', { limit: 10_000 });
    expect(listed.length).toBeGreaterThan(50);
    expect(numbers('frequencies.csv')).toEqual(
      new Map(listed.map(({ word, count, documents }) => [word, [count, documents]])),
    );
    const { rows } = await engine.call('query.ngrams', { n: 3, minimum: 2, limit: 10_000 });
    expect(rows.length).toBeGreaterThan(50);
    expect(numbers('ngrams.csv')).toEqual(
      new Map(rows.map(({ ngram, count, texts }) => [ngram, [count, texts]])),
    );
    // Again, nothing is left to be made.
    expect(await collect()).toMatchObject({ runs: 3, taken: 0, array: null });
  },
);

describe('counting in parts', () => {
  it('counts windows within sentences as a model of the whole does', { timeout: 60_000 }, async () => {
    const chosen = { ...settings, within: 'sentence', dynamicWindow: false } as const;
    await engine.call('model.train', { name: 'whole', settings: { ...chosen, architecture: 'count' } });
    await plan({ settings: chosen, runs: 2, name: 'sums' });
    for (const run of [1, 2]) await task(run);
    await collect();
    const values = async (model: string) =>
      (await engine.call('search.vectors', { words: ['cat', 'dog'], model })).values;
    expect(await values('sums')).toEqual(await values('whole'));
  });

  it('names what is damaged or of another plan, and adds nothing up without it', async () => {
    await plan();
    for (const run of [1, 2, 3]) await task(run);
    const bytes = readFileSync(part(2));
    bytes[bytes.length - 5] = bytes[bytes.length - 5]! ^ 1;
    writeFileSync(part(2), bytes);
    writeFileSync(part(3), readFileSync(part(1)));
    expect(await collect()).toMatchObject({ runs: 1, taken: 0, damaged: [2], foreign: [3], array: '2-3' });
    expect((await engine.call('project.info', {})).models).toEqual([]);
    for (const run of [2, 3]) expect(await task(run)).toMatchObject({ made: true });
    expect(await collect()).toMatchObject({ taken: 3 });
  });

  it('is refused where it does not belong, and of a corpus that has changed', async () => {
    const fault = (reason: string) => ({ code: 'E_STUDY_FOLDER', details: { reason } });
    await plan();
    await plan();
    await expect(plan({ ngrams: 2 })).rejects.toMatchObject(fault('other'));
    await expect(task(4)).rejects.toMatchObject(fault('run'));
    await engine.call('model.train', { name: 'm', settings: { ...settings, epochs: 1 } });
    const study = engine.call('study.plan', { target: { path: folder }, runs: 2 });
    await expect(study).rejects.toMatchObject(fault('other'));
    const { rows } = await engine.call('corpus.documents', { limit: 1 });
    await engine.call('corpus.removeDocuments', { texts: { documents: [rows[0]!.id] } });
    await expect(collect()).rejects.toMatchObject(fault('other'));
    writeFileSync(join(folder, 'part-0001.bin'), 'x');
    await expect(task(1)).rejects.toMatchObject(fault('damaged'));
    folder = join(place.folder, 'texts');
    await expect(plan()).rejects.toMatchObject(fault('full'));
  });

  it('passes no option over that only the other plan takes', async () => {
    await expect(plan({ model: 'whole' })).rejects.toMatchObject({ code: 'E_SETTING_INVALID' });
    await expect(plan({ kind: 'seeds' })).rejects.toMatchObject({ code: 'E_SETTING_INVALID' });
    for (const foreign of [{ ngrams: 2 }, { name: 'sums' }, { settings: { dimensions: 10 } }]) {
      const study = engine.call('study.plan', { target: { path: folder }, runs: 2, ...foreign });
      await expect(study).rejects.toMatchObject({ code: 'E_SETTING_INVALID' });
    }
  });
});
