import { statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { addModel, deleteModel, findModel } from '../../../core/project/models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import {
  findStudy,
  hashOfRun,
  listStudies,
  readRun,
  removeStudy,
  storeRun,
} from '../../../core/project/studies.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { modelOf, runRowsOf } from './sample-rows.ts';
import { codeOf, opened, temporaryDatabase, temporaryPlace, type Place } from './temporary-project.ts';

const failure = { code: 'E_TRAINING_DIVERGED', details: { epoch: 2 } } as const;

/** A saved project with a model and a study of two runs, the second failed. */
function studied(place: Place): void {
  const project = openProject(place.environment, place.path, { create: true });
  const modelId = addModel(project.db, modelOf('first', 60, 20));
  const study = { modelId, kind: 'bootstrap', dimensions: 20, now: 3 } as const;
  storeRun(project.db, study, { number: 1, seconds: 2, rows: runRowsOf(60, 20) });
  storeRun(project.db, study, { number: 2, seconds: 1, failure });
  project.save();
  project.close();
}

describe('studies', () => {
  it('give runs back byte for byte, also over several chunks', () => {
    const db = temporaryDatabase();
    const modelId = addModel(db, modelOf('m', 3000, 200));
    const rows = runRowsOf(3000, 200);
    storeRun(db, { modelId, kind: 'seeds', dimensions: 200, now: 3 }, { number: 7, seconds: 2, rows });
    const study = findStudy(db, modelId, 'seeds')!;
    expect(study).toMatchObject({
      kind: 'seeds',
      createdAt: 3,
      runs: [{ number: 7, failure: null, seconds: 2 }],
    });
    expect(readRun(db, study.runs[0]!.id, { words: 3000, dimensions: 200 })).toEqual(rows);
    expect(study.runs[0]!.sha256).toBe(hashOfRun(rows, 200));
    expect(findStudy(db, modelId, 'bootstrap')).toBeNull();
  });

  it('a run that failed is kept with its cause until it is made anew', () => {
    const db = temporaryDatabase();
    const modelId = addModel(db, modelOf('m', 3, 2));
    const study = { modelId, kind: 'bootstrap', dimensions: 2, now: 0 } as const;
    storeRun(db, study, { number: 2, seconds: 1, failure });
    expect(findStudy(db, modelId, 'bootstrap')!.runs).toMatchObject([{ number: 2, failure }]);
    storeRun(db, study, { number: 2, seconds: 1, rows: runRowsOf(3, 2) });
    expect(findStudy(db, modelId, 'bootstrap')!.runs).toMatchObject([{ number: 2, failure: null }]);
  });

  it('go with their model, and alone', () => {
    const db = temporaryDatabase();
    const modelId = addModel(db, modelOf('m', 3, 2));
    for (const kind of ['bootstrap', 'seeds'] as const)
      storeRun(
        db,
        { modelId, kind, dimensions: 2, now: 0 },
        { number: 1, seconds: 0, rows: runRowsOf(3, 2) },
      );
    expect([removeStudy(db, modelId, 'seeds'), removeStudy(db, modelId, 'seeds')]).toEqual([true, false]);
    expect(listStudies(db).map(({ kind }) => kind)).toEqual(['bootstrap']);
    deleteModel(db, 'm');
    for (const table of ['studies', 'study_runs', 'study_chunks'])
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  });

  it('of four runs take less room than one more model', () => {
    const sizeWith = (fill: (db: ReturnType<typeof opened>['db'], modelId: number) => void) => {
      const place = temporaryPlace();
      const project = opened(place);
      fill(project.db, addModel(project.db, modelOf('m', 20_000, 100)));
      project.save();
      return statSync(place.path).size;
    };
    const alone = sizeWith(() => undefined);
    const twoModels = sizeWith((db) => addModel(db, modelOf('other', 20_000, 100)));
    const fourRuns = sizeWith((db, modelId) => {
      const study = { modelId, kind: 'bootstrap', dimensions: 100, now: 0 } as const;
      for (const number of [1, 2, 3, 4])
        storeRun(db, study, { number, seconds: 1, rows: runRowsOf(20_000, 100, number) });
    });
    expect(fourRuns - alone).toBeLessThan(twoModels - alone);
  });

  it('are rescued but for runs that are not as they were', () => {
    const place = temporaryPlace();
    studied(place);
    const project = openProject(place.environment, place.path);
    const modelId = findModel(project.db).id;
    const study = { modelId, kind: 'bootstrap', dimensions: 20, now: 3 } as const;
    storeRun(project.db, study, { number: 3, seconds: 2, rows: runRowsOf(60, 20, 5) });
    project.save();
    project.close();
    const db = new Database(place.path);
    db.exec('UPDATE study_chunks SET numbers = zeroblob(1200) WHERE id = (SELECT max(id) FROM study_chunks)');
    db.close();
    const out = join(place.folder, 'rescued.firth');
    expect(rescueProject(place.environment, place.path, out)).toMatchObject({
      models: 1,
      lost: ['study of model first: run 3 (study_chunks 2): not as saved', 'study of first: run 3'],
    });
    const rescued = openProject(place.environment, out, { readOnly: true });
    const [found] = listStudies(rescued.db);
    expect(found?.runs.map(({ number, failure }) => [number, failure?.code])).toEqual([
      [1, undefined],
      [2, 'E_TRAINING_DIVERGED'],
    ]);
    expect(readRun(rescued.db, found!.runs[0]!.id, { words: 60, dimensions: 20 })).toEqual(runRowsOf(60, 20));
    rescued.close();
  });

  it.each([
    [
      'a scale that is no number',
      `UPDATE study_chunks SET scales = CAST(x'0000c07f' || substr(scales, 5) AS BLOB)`,
    ],
    ['numbers that are too short', 'UPDATE study_chunks SET numbers = zeroblob(4)'],
    ['a run without its vectors', 'DELETE FROM study_chunks'],
    ['a run number below one', 'UPDATE study_runs SET number = 0 WHERE number = 1'],
    ['an unknown kind', `UPDATE studies SET kind = 'x'`],
    [
      'a failure of no known code',
      `UPDATE study_runs SET failure = '{"code":"E_X","details":{}}' WHERE number = 2`,
    ],
  ])('with %s are damage', (_, sql) => {
    const place = temporaryPlace();
    studied(place);
    const db = new Database(place.path);
    db.exec(sql);
    db.close();
    expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: false, code: 'E_DAMAGED' });
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  });
});
