import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { corpusDigest } from '../../../core/project/corpus-digest.ts';
import { addModel, deleteModel, renameModel } from '../../../core/project/models.ts';
import {
  addSequenceModel,
  deleteSequenceModel,
  findSequenceModel,
  listSequenceModels,
  readSequenceTexts,
  readSequenceWords,
  readWeights,
  renameSequenceModel,
} from '../../../core/project/sequence-models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { importOf, modelOf, numbersOf, sequenceModelOf } from './sample-rows.ts';
import { codeOf, savedProject, temporaryDatabase, temporaryPlace } from './temporary-project.ts';

describe('recurrent models', () => {
  it('give words, texts and weights back bit-equal, also a bias that is longer than a chunk', () => {
    const db = temporaryDatabase();
    const model = sequenceModelOf('lstm', 100_000);
    const id = addSequenceModel(db, model);
    expect(readWeights(db, id)).toEqual(model.weights);
    expect(readSequenceWords(db, id)).toEqual({
      forms: model.forms,
      counts: Uint32Array.from(model.counts),
    });
    expect(readSequenceTexts(db, id)).toEqual(model.texts);
    const hash = createHash('sha256');
    for (const { values } of model.weights) hash.update(values);
    expect(findSequenceModel(db)).toMatchObject({ words: 100_000, sha256: hash.digest('hex') });
    expect(
      db.prepare('SELECT max(octet_length(numbers)) FROM weight_chunks').pluck().get(),
    ).toBeLessThanOrEqual(384 * 1024);
  });

  it('outlive the model whose vectors they read, and know it under its new name', () => {
    const db = temporaryDatabase();
    addModel(db, modelOf('vectors', 3, 2));
    addSequenceModel(db, sequenceModelOf('lstm', 3, { parent: 'vectors' }));
    renameModel(db, 'vectors', 'new name');
    expect(findSequenceModel(db).parent).toBe('new name');
    deleteModel(db, 'new name');
    const left = findSequenceModel(db);
    expect(left.parent).toBeNull();
    expect(readWeights(db, left.id)[0]?.values).toHaveLength(3 * 2);
  });

  it('have names of their own, and can be renamed and deleted', () => {
    const db = temporaryDatabase();
    expect(codeOf(() => findSequenceModel(db))).toBe('E_NO_SEQUENCE_MODEL');
    addSequenceModel(db, sequenceModelOf('a', 3));
    addSequenceModel(db, sequenceModelOf('b', 3));
    expect(codeOf(() => addSequenceModel(db, sequenceModelOf('a', 3)))).toBe('E_MODEL_NAME_TAKEN');
    expect(codeOf(() => renameSequenceModel(db, 'a', 'b'))).toBe('E_MODEL_NAME_TAKEN');
    expect(codeOf(() => findSequenceModel(db, 'c'))).toBe('E_SEQUENCE_UNKNOWN');
    renameSequenceModel(db, 'a', 'constructor');
    deleteSequenceModel(db, 'b');
    expect(listSequenceModels(db).map(({ name }) => name)).toEqual(['constructor']);
    deleteSequenceModel(db, 'constructor');
    for (const table of ['sequence_words', 'weights', 'weight_chunks'])
      expect(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get()).toBe(0);
  });

  it('are not stored with a number that is not finite', () => {
    const db = temporaryDatabase();
    const values = numbersOf(6);
    values[4] = Infinity;
    const weights = [{ name: 'embedding.weight', rows: 3, columns: 2, values }];
    expect(codeOf(() => addSequenceModel(db, sequenceModelOf('m', 3, { weights })))).toBe(
      'E_TRAINING_DIVERGED',
    );
    expect(listSequenceModels(db)).toEqual([]);
  });

  it('are rescued with their weights and their parent', () => {
    const place = temporaryPlace();
    savedProject(place);
    const out = join(place.folder, 'rescued.firth');
    expect(rescueProject(place.environment, place.path, out)).toEqual({ documents: 3, models: 2, lost: [] });
    const read = (path: string) => {
      const project = openProject(place.environment, path);
      const model = findSequenceModel(project.db);
      const found = {
        model,
        weights: readWeights(project.db, model.id),
        words: readSequenceWords(project.db, model.id),
      };
      project.close();
      return found;
    };
    const [before, after] = [read(place.path), read(out)];
    expect(after.weights).toEqual(before.weights);
    expect(after.words).toEqual(before.words);
    expect(after.model).toEqual({ ...before.model, stale: true });
  });

  it.each(['weights', 'sequence_words'])(
    'are lost and said to be when their %s are, and the rest is rescued',
    (table) => {
      const place = temporaryPlace();
      savedProject(place);
      const db = new Database(place.path);
      db.exec(`DELETE FROM ${table}`);
      db.close();
      const out = join(place.folder, 'rescued.firth');
      const { documents, models, lost } = rescueProject(place.environment, place.path, out);
      expect([documents, models]).toEqual([3, 1]);
      expect(lost).toContain('recurrent model recurrent');
      expect(lost).toContain(`${table} 1: gone`);
      const project = openProject(place.environment, out);
      expect(listSequenceModels(project.db)).toEqual([]);
      project.close();
    },
  );

  it('are stale once the texts are others', () => {
    const db = temporaryDatabase();
    appendImport(db, importOf({ a: 'one two' }));
    addSequenceModel(db, sequenceModelOf('m', 3, { corpus: corpusDigest(db)! }));
    expect(findSequenceModel(db).stale).toBe(false);
    const before = corpusDigest(db)!;
    appendImport(db, importOf({ b: 'three' }));
    expect(findSequenceModel(db).stale).toBe(true);
    addSequenceModel(db, sequenceModelOf('late', 3, { corpus: before }));
    expect(findSequenceModel(db, 'late').stale).toBe(true);
  });
});
