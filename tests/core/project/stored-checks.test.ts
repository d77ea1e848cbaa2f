import Database from 'better-sqlite3';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { defaultSequenceSettings } from '../../../core/contract/settings/sequence.ts';
import { defaultSettings } from '../../../core/contract/settings/training.ts';
import { findModel, listModels } from '../../../core/project/models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { readCuts, readProjectSetting } from '../../../core/project/project-settings.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { listSequenceModels, readSequenceTexts } from '../../../core/project/sequence-models.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { codeOf, savedProject, temporaryPlace, type Place } from './temporary-project.ts';

function changed(place: Place, ...statements: string[]): void {
  savedProject(place);
  const db = new Database(place.path);
  for (const statement of statements) db.exec(statement);
  db.close();
}

/** As a program would that knows the seal. */
function written(place: Place, ...statements: string[]): void {
  changed(place, ...statements);
  sealFile(place.path);
}

it('what was not there to be stored has its default', () => {
  const place = temporaryPlace();
  savedProject(place);
  const project = openProject(place.environment, place.path, { readOnly: true });
  expect(findModel(project.db)).toMatchObject({
    settings: { ...defaultSettings, window: 5 },
    history: { loss: [2, 1] },
    health: null,
  });
  const [recurrent] = listSequenceModels(project.db);
  expect(recurrent).toMatchObject({
    settings: { ...defaultSequenceSettings, cell: 'rnn' },
    history: { loss: [2, 1], heldOutPerplexity: [], baselines: { unigram: NaN }, seconds: 0 },
  });
  expect(readSequenceTexts(project.db, recurrent!.id)).toEqual({ training: [['00', 0, 7]], heldOut: [] });
  expect(readProjectSetting(project.db, 'dictionary')).toBeUndefined();
  expect(readCuts(project.db)).toEqual([{}]);
  project.close();
});

it('what a later version stored beside it is left alone, and advice that cannot be read is none', () => {
  const place = temporaryPlace();
  written(
    place,
    `UPDATE models SET settings = '{"window":7,"fromTomorrow":[1]}', health = '{"advice":"from tomorrow"}'`,
    `INSERT INTO settings (name, value) VALUES ('fromTomorrow', '7')`,
  );
  const project = openProject(place.environment, place.path, { readOnly: true });
  expect(findModel(project.db)).toMatchObject({ settings: { window: 7 }, health: null });
  project.close();
});

it('numbers that JSON does not know come back as such', () => {
  const place = temporaryPlace();
  written(place, `UPDATE models SET history = '{"loss":[2,null]}'`);
  const project = openProject(place.environment, place.path, { readOnly: true });
  expect(findModel(project.db).history?.loss).toEqual([2, NaN]);
  project.close();
});

it('settings of another form are damage that is named, and the vectors can be rescued without them', () => {
  const place = temporaryPlace();
  changed(
    place,
    `UPDATE models SET settings = '{"window":"five"}'`,
    `UPDATE sequence_models SET history = '{"loss":7}'`,
    `INSERT INTO settings (name, value) VALUES ('dictionary', '[]')`,
  );
  expect(verifyProject(place.environment, place.path)).toMatchObject({
    ok: false,
    code: 'E_DAMAGED',
    problems: [
      'settings of the model first: window',
      'setting dictionary (settings 1): not as saved',
      'model first (models 1): not as saved',
      'recurrent model recurrent (sequence_models 1): not as saved',
    ],
  });
  expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  const out = join(place.folder, 'rescued.firth');
  expect(rescueProject(place.environment, place.path, out)).toMatchObject({
    models: 2,
    lost: expect.arrayContaining([
      'model first (models 1): not as saved',
      'first: settings',
      'recurrent: history',
      'setting dictionary',
    ]) as unknown,
  });
  const project = openProject(place.environment, out, { readOnly: true });
  expect(listModels(project.db)).toMatchObject([{ name: 'first', words: 60, settings: null }]);
  expect(listSequenceModels(project.db)).toMatchObject([{ name: 'recurrent', settings: { cell: 'rnn' } }]);
  project.close();
});
