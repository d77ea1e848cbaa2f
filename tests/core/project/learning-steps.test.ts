import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { readSteps, storeSteps } from '../../../core/project/learning-steps.ts';
import { addModel, deleteModel, findModel } from '../../../core/project/models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { modelOf, stepsOf, watchedHistory } from './sample-rows.ts';
import { codeOf, temporaryDatabase, temporaryPlace, type Place } from './temporary-project.ts';

const watchedModel = (db: Parameters<typeof addModel>[0]) => ({
  ...modelOf('first', 60, 20),
  history: watchedHistory(2),
  further: (id: number) => storeSteps(db, id, stepsOf(2, 20)),
});

/** A saved project with a model that was watched. */
function watched(place: Place): void {
  const project = openProject(place.environment, place.path, { create: true });
  addModel(project.db, watchedModel(project.db));
  project.save();
  project.close();
}

function changed(place: Place, sql: string): void {
  const db = new Database(place.path);
  db.exec(sql);
  db.close();
}

describe('steps of a training', () => {
  it('come back number for number, and go with their model', () => {
    const db = temporaryDatabase();
    addModel(db, watchedModel(db));
    expect(readSteps(db, findModel(db))).toEqual(stepsOf(2, 20));
    deleteModel(db, 'first');
    expect(db.prepare('SELECT count(*) FROM learning_steps').pluck().get()).toBe(0);
  });

  it('are rescued but for those that are not as they were', () => {
    const place = temporaryPlace();
    watched(place);
    changed(place, 'UPDATE learning_steps SET loss = 7 WHERE number = 2');
    const out = join(place.folder, 'rescued.firth');
    expect(rescueProject(place.environment, place.path, out)).toMatchObject({
      models: 1,
      lost: ['model first: learning step 2 (learning_steps 2): not as saved', 'first: steps of the training'],
    });
    const rescued = openProject(place.environment, out, { readOnly: true });
    const [first, , third] = stepsOf(2, 20);
    expect(readSteps(rescued.db, findModel(rescued.db))).toEqual([first, third]);
    rescued.close();
  });

  it.each([
    ['an epoch below none', 'UPDATE learning_steps SET epoch = -1'],
    ['another epoch', 'UPDATE learning_steps SET epoch = 1.25 WHERE number = 2'],
    ['no loss where there was one', 'UPDATE learning_steps SET loss = NULL'],
    ['a number below one', 'UPDATE learning_steps SET number = 0 WHERE number = 1'],
    ['numbers that are too short', 'UPDATE learning_steps SET numbers = zeroblob(80)'],
    ['other numbers', 'UPDATE learning_steps SET numbers = zeroblob(160)'],
    [
      'a number that is none',
      `UPDATE learning_steps SET numbers = CAST(x'0000c07f' || substr(numbers, 5) AS BLOB)`,
    ],
    [
      'words that the model does not have',
      `UPDATE models SET history = '{"watched":{"rows":[0,60],"chosen":1,"end":{"epoch":1,"loss":1}}}'`,
    ],
    [
      'more chosen words than there are',
      `UPDATE models SET history = '{"watched":{"rows":[0,1],"chosen":3,"end":{"epoch":1,"loss":1}}}'`,
    ],
  ])('with %s are damage', (_, sql) => {
    const place = temporaryPlace();
    watched(place);
    changed(place, sql);
    expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: false, code: 'E_DAMAGED' });
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  });
});
