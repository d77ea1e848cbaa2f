import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StudyTask } from '../../../core/contract/study.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { runBytes } from '../../../core/studies/run-file.ts';
import { namedPlan, readPlan, writtenPlan } from '../../../core/studies/study-folder.ts';
import { smallPlace, smallProject, type SmallPlace } from './small-engine.ts';

const settings = { dimensions: 20, epochs: 3, minCount: 2, window: 4 };
let place: SmallPlace;
let engine: Engine;
let folder: string;

beforeEach(async () => {
  place = smallPlace();
  folder = join(place.folder, 'study');
  engine = await smallProject(place);
  await engine.call('model.train', { name: 'm', settings });
});
afterEach(async () => {
  await engine.close();
  place.remove();
});

const runFile = (number: number, of = folder) => join(of, 'runs', `${String(number).padStart(4, '0')}.run`);
const plan = (runs: number, more = {}) =>
  engine.call('study.plan', { target: { path: folder }, runs, ...more });
const collect = () => engine.call('study.collect', { folder: { path: folder } });

/** A task as another computer makes it: a process of its own that knows nothing of the project. */
async function task(number: number): Promise<StudyTask & { readonly error?: { readonly code: string } }> {
  const program = join(import.meta.dirname, '../../../core/cli/main.ts');
  const child = spawn(process.execPath, [program, 'study', 'task', folder, String(number), '--json'], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, FIRTH_DATA: join(place.folder, `node-${number}`) },
  });
  return JSON.parse(await text(child.stdout)) as StudyTask;
}

async function runsOfProject() {
  await engine.call('project.save', {});
  const db = new Database(place.project, { readonly: true });
  const rows = db.prepare('SELECT number, sha256 FROM study_runs ORDER BY number').raw().all();
  db.close();
  return rows as [number, string][];
}

it(
  'a study made task by task elsewhere, in any order, is the study that is made here; what is wrong is named and made again',
  { timeout: 240_000 },
  async () => {
    await engine.call('study.run', { runs: 5 });
    const here = await runsOfProject();
    await engine.call('study.remove', { kind: 'bootstrap' });

    expect(await plan(5)).toMatchObject({ study: 'bootstrap', model: 'm', runs: 5, done: 0, array: '1-5' });
    for (const number of [5, 2]) expect(await task(number)).toMatchObject({ run: number, made: true });
    await Promise.all([task(1), task(1)]);
    expect(readdirSync(join(folder, 'runs'))).toEqual(['0001.run', '0002.run', '0005.run']);
    // One is damaged, one comes from another plan, one is missing.
    const bytes = readFileSync(runFile(2));
    bytes[bytes.length - 7] = bytes[bytes.length - 7]! ^ 1;
    writeFileSync(runFile(2), bytes);
    const other = join(place.folder, 'other');
    await engine.call('study.plan', { target: { path: other }, runs: 4, kind: 'seeds' });
    await engine.call('study.task', { folder: { path: other }, run: 4 });
    cpSync(runFile(4, other), runFile(4));
    expect(await collect()).toEqual({
      study: 'bootstrap',
      model: 'm',
      runs: 2,
      of: 5,
      taken: 2,
      missing: [3],
      failed: [],
      damaged: [2],
      foreign: [4],
      array: '2-4',
    });
    expect(await runsOfProject()).toEqual([here[0], here[4]]);

    for (const number of [4, 2, 3]) expect(await task(number)).toMatchObject({ made: true });
    expect(await task(1)).toMatchObject({ run: 1, made: false });
    expect(await collect()).toMatchObject({
      runs: 5,
      taken: 3,
      missing: [],
      damaged: [],
      foreign: [],
      array: null,
    });
    expect(await runsOfProject()).toEqual(here);
    // Again, nothing is left to be taken.
    expect(await collect()).toMatchObject({ runs: 5, taken: 0, array: null });
  },
);

describe('a planned study', () => {
  it('names runs that failed with their reason, and their task makes them anew', async () => {
    const { plan: name } = await plan(2);
    const failure = { code: 'E_TRAINING_DIVERGED', details: { epoch: 2 } } as const;
    writeFileSync(runFile(2), runBytes({ plan: name, run: 2, seconds: 1, failure }));
    expect(await collect()).toMatchObject({ failed: [{ run: 2, ...failure }], missing: [1], array: '1-2' });
    const made = await engine.call('study.task', { folder: { path: folder }, run: 2 });
    expect(made).toMatchObject({ run: 2, made: true });
    expect(await collect()).toMatchObject({ runs: 1, taken: 1, failed: [], array: '1' });
  });

  it('publishes what a run failed with', async () => {
    await engine.call('model.train', { name: 'wild', settings: { ...settings, rate: 0.05 } });
    await plan(2, { model: 'wild' });
    const path = join(folder, 'study.json');
    const before = readPlan(readFileSync(path, 'utf8'))!;
    const planned = namedPlan({ ...before, settings: { ...before.settings, rate: 1e30, minRate: 1e30 } });
    writeFileSync(path, writtenPlan(planned));
    expect(await task(1)).toMatchObject({ error: { code: 'E_TRAINING_DIVERGED' } });
    expect(readFileSync(runFile(1), 'utf8')).toContain('"code":"E_TRAINING_DIVERGED"');
  });

  it('plans only what is missing, and goes on in the same folder', async () => {
    await engine.call('study.run', { runs: 2 });
    expect(await plan(4)).toMatchObject({ runs: 4, done: 2, array: '3-4' });
    await engine.call('study.task', { folder: { path: folder }, run: 4 });
    expect(await plan(6)).toMatchObject({ runs: 6, done: 2, array: '3-6' });
    expect(await collect()).toMatchObject({ runs: 3, of: 6, taken: 1, missing: [3, 5, 6] });
  });

  it('holds no word of the texts', async () => {
    await plan(2);
    for (const name of ['study.json', 'texts.bin', 'study.sbatch', 'study.parallel']) {
      const content = readFileSync(join(folder, name)).toString('latin1');
      for (const word of ['cat', 'milk']) expect(content).not.toContain(word);
    }
  });

  it('is refused where it does not belong', async () => {
    const fault = (reason: string) => ({ code: 'E_STUDY_FOLDER', details: { reason } });
    await expect(collect()).rejects.toMatchObject(fault('none'));
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'dear');
    await expect(plan(2)).rejects.toMatchObject(fault('full'));
    expect(readdirSync(folder)).toEqual(['letter.txt']);
    // Files of the person that bear the names of a plan's.
    folder = join(place.folder, 'own');
    mkdirSync(folder);
    writeFileSync(join(folder, 'texts.bin'), 'dear');
    await expect(plan(2)).rejects.toMatchObject({ code: 'E_FILE_THERE', details: { file: 'texts.bin' } });
    rmSync(join(folder, 'texts.bin'));
    mkdirSync(join(folder, 'runs'));
    writeFileSync(runFile(1), 'marathon');
    await expect(plan(2)).rejects.toMatchObject(fault('full'));
    expect(readFileSync(runFile(1), 'utf8')).toBe('marathon');
    folder = join(place.folder, 'second');
    await plan(3);
    await expect(plan(3, { kind: 'seeds' })).rejects.toMatchObject(fault('other'));
    await expect(engine.call('study.task', { folder: { path: folder }, run: 4 })).rejects.toMatchObject(
      fault('run'),
    );
    // The model of that name is another one by now.
    await engine.call('model.delete', { model: 'm' });
    await engine.call('model.train', { name: 'm', settings: { ...settings, window: 2 } });
    await expect(collect()).rejects.toMatchObject(fault('other'));
    const path = join(folder, 'study.json');
    const before = readPlan(readFileSync(path, 'utf8'))!;
    writeFileSync(path, writtenPlan(namedPlan({ ...before, firth: '9.0.0' })));
    await expect(collect()).rejects.toMatchObject(fault('version'));
    writeFileSync(path, '{}');
    await expect(collect()).rejects.toMatchObject(fault('damaged'));
    writeFileSync(path, writtenPlan(namedPlan(before)));
    writeFileSync(join(folder, 'texts.bin'), 'x');
    const run = engine.call('study.task', { folder: { path: folder }, run: 1 });
    await expect(run).rejects.toMatchObject(fault('damaged'));
    expect(readdirSync(join(folder, 'runs'))).toEqual([]);
  });
});
