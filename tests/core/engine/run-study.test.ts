import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toFailure } from '../../../core/contract/errors.ts';
import { messageFor } from '../../../core/contract/messages/message.ts';
import type { StudyProgress } from '../../../core/contract/study.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { runsIn, studyUntil } from './kill-study.ts';
import { smallPlace, smallProject, type SmallPlace } from './small-engine.ts';

const settings = { dimensions: 20, epochs: 4, minCount: 2, window: 4 };
let place: SmallPlace;
let engine: Engine;

beforeEach(async () => {
  place = smallPlace();
  engine = await smallProject(place);
});
afterEach(async () => {
  await engine.close();
  place.remove();
});

const hashesOfStudy = async (params: Parameters<Engine['call']>[1] & object) => {
  await engine.call('study.run', params as never);
  await engine.call('project.save', {});
  return runsIn(place.project);
};

describe('a study', () => {
  it(
    'makes the same runs whatever else is made, one after the other or side by side',
    { timeout: 120_000 },
    async () => {
      await engine.call('model.train', { name: 'm', settings });
      const four = await hashesOfStudy({ runs: 4 });
      expect(new Set(four.map(([, sha256]) => sha256)).size).toBe(4);
      await engine.call('study.remove', { kind: 'bootstrap' });
      const two = await hashesOfStudy({ runs: 2 });
      expect(two).toEqual(four.slice(0, 2));
      // The two that are there are kept.
      const result = await engine.call('study.run', { runs: 4 });
      expect(result).toMatchObject({ study: 'bootstrap', model: 'm', runs: 4, before: 2, failed: [] });
      await engine.call('project.save', {});
      expect(runsIn(place.project)).toEqual(four);
      await engine.call('study.remove', { kind: 'bootstrap' });
      await engine.call('project.close', { save: true });
      const alone = { ...place.environment, cpuCount: 1 };
      const { createEngine } = await import('../../../core/engine/engine.ts');
      engine = createEngine(alone);
      await engine.call('project.open', { file: { path: place.project } });
      expect(await hashesOfStudy({ runs: 3 })).toEqual(four.slice(0, 3));
    },
  );

  it(
    'of other settings and of halves of the texts answers when it is asked for, and bootstraps answer of themselves',
    { timeout: 60_000 },
    async () => {
      await engine.call('model.train', { name: 'm', settings });
      await engine.call('study.run', { kind: 'settings', runs: 12 });
      await engine.call('study.run', { kind: 'halves', runs: 2 });
      const asked = { first: 'cat', second: 'dog' };
      expect(await engine.call('search.similarity', asked)).toMatchObject({ study: null });
      const range = await engine.call('search.similarity', { ...asked, study: 'settings' });
      expect(range).toMatchObject({ study: { kind: 'settings', runs: 12 }, of: 12 });
      expect(range.low!).toBeLessThan(range.high!);
      expect(range.low!).toBeLessThanOrEqual(range.score);
      expect(range.high!).toBeGreaterThanOrEqual(range.score);
      const { neighbours, study } = await engine.call('search.neighbours', {
        word: 'cat',
        study: 'settings',
      });
      expect(study).toMatchObject({ kind: 'settings', runs: 12 });
      expect(neighbours.some(({ runs = 0 }) => runs > 0)).toBe(true);
      await expect(engine.call('search.similarity', { ...asked, study: 'bootstrap' })).rejects.toMatchObject({
        code: 'E_STUDY_MISSING',
      });
      // Each setting gives other vectors, and so does each half.
      await engine.call('project.save', {});
      expect(new Set(runsIn(place.project).map(([, sha256]) => sha256)).size).toBe(14);
    },
  );

  it(
    'trains as a model is trained: every text once and another seed are that seed’s model',
    { timeout: 60_000 },
    async () => {
      const mode = 'reproducible';
      await engine.call('model.train', { name: 'second', settings: { ...settings, mode, seed: 2 } });
      await engine.call('model.train', { name: 'first', settings: { ...settings, mode, seed: 1 } });
      await engine.call('study.run', { kind: 'seeds', runs: 2, model: 'first' });
      const { values } = await engine.call('search.vectors', { words: ['cat'], model: 'second' });
      await engine.call('project.save', {});
      const db = new Database(place.project, { readonly: true });
      const { scales, numbers } = db
        .prepare(
          'SELECT scales, numbers FROM study_chunks JOIN study_runs ON study_runs.id = run_id WHERE number = 1',
        )
        .get() as { scales: Buffer; numbers: Buffer };
      const forms = JSON.parse(
        db
          .prepare("SELECT forms FROM model_words JOIN models ON models.id = model_id WHERE name = 'first'")
          .pluck()
          .get() as string,
      ) as string[];
      db.close();
      const row = forms.indexOf('cat');
      const scale = scales.readFloatLE(row * 4);
      values.forEach((value, at) =>
        expect(Math.abs(numbers.readInt8(row * 20 + at) * scale - value)).toBeLessThanOrEqual(scale * 0.51),
      );
    },
  );

  it('makes runs of the count model too, and of a model of a sub-corpus', { timeout: 60_000 }, async () => {
    await engine.call('model.train', { name: 'c', settings: { ...settings, architecture: 'count' } });
    expect(await engine.call('study.run', { runs: 3 })).toMatchObject({ model: 'c', runs: 3, failed: [] });
    const { neighbours, study } = await engine.call('search.neighbours', { word: 'cat', top: 5 });
    expect(study).toMatchObject({ kind: 'bootstrap', runs: 3 });
    for (const { low, high, of } of neighbours) {
      expect(low!).toBeLessThanOrEqual(high!);
      expect(of).toBe(3);
    }
  });

  it(
    'of shuffled words says what likeness is by chance, and stands behind no list',
    { timeout: 60_000 },
    async () => {
      await engine.call('model.train', { name: 'm', settings: { ...settings, architecture: 'count' } });
      const before = await engine.call('search.similarity', { first: 'cat', second: 'dog' });
      expect(before).not.toHaveProperty('chance');
      await engine.call('study.run', { kind: 'shuffled', runs: 4 });
      const { score, chance, study } = await engine.call('search.similarity', {
        first: 'cat',
        second: 'dog',
      });
      expect([score, study]).toEqual([before.score, null]);
      // Animals stand in the same sentences; where all words are shuffled they do not.
      expect(chance!).toBeLessThan(score);
      const { neighbours } = await engine.call('search.neighbours', { word: 'cat', top: 50 });
      expect(neighbours.find(({ word }) => word === 'dog')!.chance).toBe(chance);
    },
  );

  it('is cancelled with what was finished kept, and goes on behind it', { timeout: 120_000 }, async () => {
    await engine.call('model.train', { name: 'm', settings });
    const stop = new AbortController();
    const call = engine.call(
      'study.run',
      { runs: 12 },
      {
        signal: stop.signal,
        onProgress: ({ runs }) => {
          if (runs >= 2) stop.abort();
        },
      },
    );
    const failure = toFailure(await call.catch((thrown: unknown) => thrown));
    const [left] = await engine.call('study.list', {});
    expect(failure).toMatchObject({ code: 'E_CANCELLED', details: { kept: left!.runs, runs: 12 } });
    expect(messageFor(failure, 'en')).toContain(`${left!.runs} of 12 runs were finished and are kept`);
    expect(left!.runs).toBeGreaterThanOrEqual(2);
    expect(left!.runs).toBeLessThan(12);
    const result = await engine.call('study.run', { runs: 12 });
    expect(result).toMatchObject({ runs: 12, before: left!.runs });
  });

  it('rests and goes on; nothing else is trained meanwhile', { timeout: 120_000 }, async () => {
    await engine.call('model.train', { name: 'm', settings });
    const reports: StudyProgress[] = [];
    let job = -1;
    engine.follow((event) => {
      if (event.name === 'job.started' && event.value.method === 'study.run') job = event.value.id;
    });
    const begun = Promise.withResolvers<null>();
    const call = engine.call(
      'study.run',
      { runs: 6 },
      {
        onProgress(progress) {
          reports.push(progress);
          begun.resolve(null);
        },
      },
    );
    await begun.promise;
    await engine.call('job.pause', { job });
    expect((await engine.call('job.list', {})).jobs).toMatchObject([{ method: 'study.run', paused: true }]);
    await expect(engine.call('model.train', { name: 'n', settings })).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
    });
    await engine.call('job.continue', { job });
    expect(await call).toMatchObject({ runs: 6 });
    expect(reports.at(-1)).toMatchObject({ runs: 6, of: 6, failed: 0 });
    expect(reports.at(-1).done).toBe(reports.at(-1).total);
    expect(reports.map(({ done }) => done)).toEqual(
      reports.map(({ done }) => done).toSorted((a, b) => a - b),
    );
  });

  it('says why a model can have none', { timeout: 60_000 }, async () => {
    await expect(engine.call('study.run', {})).rejects.toMatchObject({ code: 'E_NO_MODEL' });
    await engine.call('model.train', { name: 'm', settings });
    await expect(engine.call('study.remove', { kind: 'seeds' })).rejects.toMatchObject({
      code: 'E_STUDY_MISSING',
    });
    const { rows } = await engine.call('corpus.documents', { limit: 100 });
    await engine.call('corpus.removeDocuments', { texts: { documents: [rows[0]!.id] } });
    await expect(engine.call('study.cost', {})).rejects.toMatchObject({
      code: 'E_STUDY_IMPOSSIBLE',
      details: { reason: 'stale' },
    });
    await engine.call('corpus.removeDocuments', { texts: { documents: rows.slice(2).map(({ id }) => id) } });
    await engine.call('model.train', { name: 'one', settings });
    await expect(engine.call('study.cost', {})).rejects.toMatchObject({ details: { reason: 'one-text' } });
    expect(await engine.call('study.cost', { kind: 'seeds', runs: 3 })).toMatchObject({ runs: 3, done: 0 });
  });
});

it('P6: a study that was killed twice has the runs of one that was not', { timeout: 120_000 }, async () => {
  await engine.call('model.train', { name: 'm', settings });
  const undisturbed = await hashesOfStudy({ runs: 9 });
  await engine.call('study.remove', { kind: 'bootstrap' });
  await engine.call('project.close', { save: true });
  await studyUntil(place, 9, 2);
  await studyUntil(place, 9, 5);
  await studyUntil(place, 9, Infinity);
  expect(runsIn(place.project)).toEqual(undisturbed);
});
