import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { readPlan } from '../../../core/studies/study-folder.ts';
import { randomState, randomStream } from '../../../core/random.ts';
import { runsIn } from './kill-study.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

const settings = { dimensions: 20, architecture: 'count', minCount: 2, window: 3 } as const;
let place: SmallPlace;
let engine: Engine;

/** Fields of one word: a text speaks of one of them in each sentence. */
const fields = Array.from({ length: 20 }, (_, field) =>
  Array.from({ length: 4 }, (_unused, word) => `f${field}w${word}`),
);

/** “bank” stands among the words of field 0 up to 1900 and among those of field 1 after it; all else stays. */
function writeTexts(folder: string): void {
  mkdirSync(folder, { recursive: true });
  const random = randomStream(randomState(7, 1));
  for (let text = 0; text < 48; text += 1) {
    const year = 1880 + text;
    const sentences = Array.from({ length: 60 }, (_, at) => {
      const field = fields[at % fields.length]!;
      const words = Array.from({ length: 6 }, () => field[random.below(field.length)]!);
      if (at % fields.length === (year <= 1903 ? 0 : 1)) words[random.below(6)] = 'bank';
      return `${words.join(' ')}.`;
    });
    writeFileSync(join(folder, `y${year}.txt`), sentences.join('\n'));
  }
  // No year, and so in no part.
  writeFileSync(join(folder, 'undated.txt'), 'f0w0 f0w1 f0w2 f0w3.');
}

const importTexts = (into: Engine, folder: string) =>
  into.call('corpus.import', {
    files: [{ path: folder }],
    language: 'auto',
    encoding: 'auto',
    tokens: defaultTokenSettings,
    metadataPattern: 'y{year}',
  });

beforeEach(async () => {
  place = smallPlace();
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  writeTexts(join(place.folder, 'texts'));
  await importTexts(engine, join(place.folder, 'texts'));
  await engine.call('model.train', { name: 'm', settings });
});
afterEach(async () => {
  await engine.close();
  place.remove();
});

const byYear = { by: 'year', cuts: ['1904'] };

it(
  'shows the neighbours of a word in each part, and finds the one that is used otherwise against permuted labels',
  { timeout: 240_000 },
  async () => {
    const cost = await engine.call('study.cost', { kind: 'field', runs: 8, ...byYear });
    expect(cost.parts).toMatchObject([
      { name: '1880–1903', texts: 24 },
      { name: '1904–1927', texts: 24 },
    ]);
    expect(cost.leftOut).toBe(1);
    expect(await engine.call('study.run', { kind: 'field', runs: 8, ...byYear })).toMatchObject({
      study: 'field',
      runs: 8,
      failed: [],
    });
    const { parts, division } = await engine.call('study.parts', { word: 'bank', top: 4 });
    expect(division).toEqual(byYear);
    for (const [part, { neighbours, runs, count }] of parts.entries()) {
      expect(runs).toBe(3);
      expect(count).toBeGreaterThan(60);
      expect(neighbours!.map(({ word }) => word.slice(0, 3))).toEqual(Array(4).fill(`f${part}w`));
      for (const { runs: k, of, low, high, score } of neighbours!) {
        expect(of).toBe(3);
        expect(k).toBeLessThanOrEqual(3);
        expect(low!).toBeLessThanOrEqual(score);
        expect(high!).toBeGreaterThanOrEqual(score);
      }
    }
    const untested = await engine.call('study.differences', { words: ['bank'] });
    expect(untested).toMatchObject({ against: '1880–1903', divisions: 0 });
    expect(untested.parts[0]!.rows[0]).toMatchObject({ word: 'bank', p: null, q: null });

    await engine.call('study.run', { kind: 'permuted', runs: 60, ...byYear });
    const { parts: tested, divisions } = await engine.call('study.differences', { top: 3 });
    expect(divisions).toBe(30);
    expect(tested).toHaveLength(1);
    const [first, second] = tested[0]!.rows;
    expect(first!.word).toBe('bank');
    expect(first!.p!).toBeLessThan(0.01);
    expect(first!.score).toBeGreaterThan(first!.expected!);
    expect(second!.excess!).toBeLessThan(first!.excess!);
    const other = await engine.call('study.differences', { words: ['bank'], against: '1904–1927' });
    expect(other.parts[0]!).toMatchObject({ name: '1880–1903', rows: [{ score: first!.score }] });

    const { text } = await engine.call('model.methods', {});
    expect(text).toContain('2 parts by the field “year” (beginning at 1904)');
    expect(text).toContain('As a control the values of the field “year” were dealt to the texts anew');
    const { text: chinese } = await engine.call('model.methods', { locale: 'zh' });
    expect(chinese).toContain('按字段“year”（起点：1904）分成 2 部分');
  },
);

it(
  'made elsewhere, task by task, is the study that is made here; parts with equal tokens are another',
  { timeout: 240_000 },
  async () => {
    for (const kind of ['field', 'permuted'] as const) {
      await engine.call('study.run', { kind, runs: 4, ...byYear });
      await engine.call('project.save', {});
      const here = runsIn(place.project);
      expect(new Set(here.map(([, sha256]) => sha256)).size).toBe(4);
      await engine.call('study.remove', { kind, by: 'year' });
      const target = { path: join(place.folder, kind) };
      await engine.call('study.plan', { target, kind, runs: 4, ...byYear });
      const plan = readPlan(readFileSync(join(target.path, 'study.json'), 'utf8'));
      expect(plan?.division).toMatchObject({ by: 'year', cuts: ['1904'], parts: 2 });
      for (const run of [3, 1, 4, 2]) await engine.call('study.task', { folder: target, run });
      expect(await engine.call('study.collect', { folder: target })).toMatchObject({ runs: 4, taken: 4 });
      await engine.call('project.save', {});
      expect(runsIn(place.project)).toEqual(here);
      await engine.call('study.remove', { kind });
    }
    const equal = await engine.call('study.cost', { kind: 'field', by: 'year', equal: 3 });
    expect(equal.parts!.map(({ texts }) => texts)).toEqual([16, 16, 16]);
  },
);

it('says why there are no parts, and when a field divides the texts otherwise by now', async () => {
  await expect(engine.call('study.cost', { kind: 'field' })).rejects.toMatchObject({
    code: 'E_SETTING_INVALID',
    details: { setting: 'by', allowed: expect.stringContaining('year') as string },
  });
  await expect(engine.call('study.cost', { by: 'year' })).rejects.toMatchObject({
    code: 'E_SETTING_INVALID',
  });
  // A year for each text: no part has two.
  await expect(engine.call('study.cost', { kind: 'field', by: 'year' })).rejects.toMatchObject({
    code: 'E_STUDY_IMPOSSIBLE',
    details: { reason: 'one-part', field: 'year' },
  });
  await expect(engine.call('study.parts', { word: 'bank' })).rejects.toMatchObject({
    code: 'E_STUDY_MISSING',
  });
  await engine.call('study.run', { kind: 'field', runs: 2, ...byYear });
  expect((await engine.call('study.list', {})).map(({ division }) => division)).toEqual([byYear]);
  await expect(engine.call('study.parts', { word: 'bank', by: 'author' })).rejects.toMatchObject({
    code: 'E_STUDY_MISSING',
  });
});

it('is made again by the commands of a bundle, byte for byte', { timeout: 240_000 }, async () => {
  await engine.call('study.run', { kind: 'permuted', runs: 2, by: 'year', equal: 2 });
  await engine.call('study.run', { kind: 'field', runs: 4, ...byYear });
  await engine.call('study.run', { kind: 'halves', runs: 2 });
  const folder = join(place.folder, 'bundle');
  await engine.call('model.bundle', { target: { path: folder } });
  const elsewhere = join(place.folder, 'elsewhere');
  mkdirSync(elsewhere);
  const program = join(import.meta.dirname, '../../../core/cli/main.ts');
  const { stdout, stderr } = spawnSync('sh', [join(folder, 'commands.sh'), join(place.folder, 'texts')], {
    cwd: elsewhere,
    encoding: 'utf8',
    env: { ...process.env, FIRTH: `${process.execPath} ${program}`, FIRTH_DATA: join(elsewhere, 'data') },
  });
  expect(stdout + stderr).toContain('The same bytes.');
});
