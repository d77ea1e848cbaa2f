import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { corpusDigest } from '../../../core/project/corpus-digest.ts';
import { describeMatrix, readMatrix, readMatrixRows, rowsPerChunk } from '../../../core/project/matrices.ts';
import {
  addModel,
  deleteModel,
  findModel,
  listModels,
  readModelWords,
  renameModel,
  storeModelHealth,
} from '../../../core/project/models.ts';
import { importOf, modelOf, numbersOf } from './sample-rows.ts';
import { codeOf, temporaryDatabase } from './temporary-project.ts';

describe('models', () => {
  it.each([2, 3, 100, 1000])(
    'give vectors of %d dimensions back bit-equal, whole and by rows',
    (dimensions) => {
      const db = temporaryDatabase();
      const words = rowsPerChunk(dimensions) + 7;
      const model = modelOf('m', words, dimensions);
      const id = addModel(db, model);
      expect(readMatrix(db, id, 'input')).toEqual(model.input);
      expect(readMatrix(db, id, 'output')).toEqual(model.output);
      const rows = [words - 1, 0, rowsPerChunk(dimensions), 0];
      const some = readMatrixRows(db, id, 'input', rows);
      rows.forEach((row, at) =>
        expect(some.subarray(at * dimensions, (at + 1) * dimensions)).toEqual(
          model.input.subarray(row * dimensions, (row + 1) * dimensions),
        ),
      );
      const bytes = Buffer.from(model.input.buffer, model.input.byteOffset, model.input.byteLength);
      expect(describeMatrix(db, id, 'input')).toEqual({
        rows: words,
        dimensions,
        sha256: createHash('sha256').update(bytes).digest('hex'),
      });
      expect(readModelWords(db, id)).toEqual({ forms: model.forms, counts: Uint32Array.from(model.counts) });
    },
  );

  it('may have no output layer: count models and foreign vectors', () => {
    const db = temporaryDatabase();
    addModel(db, modelOf('count', 5, 3, { output: null }));
    addModel(db, modelOf('foreign', 5, 3, { kind: 'imported', output: null, settings: null, history: null }));
    expect(listModels(db).map(({ name, matrices, settings }) => [name, matrices, settings === null])).toEqual(
      [
        ['count', ['input'], false],
        ['foreign', ['input'], true],
      ],
    );
  });

  it('have names of their own, and can be renamed and deleted', () => {
    const db = temporaryDatabase();
    addModel(db, modelOf('a', 3, 2));
    addModel(db, modelOf('b', 3, 2));
    expect(codeOf(() => addModel(db, modelOf('a', 3, 2)))).toBe('E_MODEL_NAME_TAKEN');
    expect(codeOf(() => renameModel(db, 'a', 'b'))).toBe('E_MODEL_NAME_TAKEN');
    renameModel(db, 'a', 'constructor');
    expect(findModel(db, 'constructor').words).toBe(3);
    expect(findModel(db).name).toBe('b');
    deleteModel(db, 'b');
    expect(codeOf(() => findModel(db, 'b'))).toBe('E_MODEL_UNKNOWN');
    deleteModel(db, 'constructor');
    expect(codeOf(() => findModel(db))).toBe('E_NO_MODEL');
    expect(db.prepare('SELECT count(*) FROM matrix_chunks').pluck().get()).toBe(0);
  });

  it('are not stored with a number that is not finite', () => {
    const db = temporaryDatabase();
    const input = numbersOf(6);
    input[4] = NaN;
    expect(codeOf(() => addModel(db, modelOf('m', 3, 2, { input })))).toBe('E_TRAINING_DIVERGED');
    expect(listModels(db)).toEqual([]);
  });

  it('are stale once the texts are others, never trained again by themselves', () => {
    const db = temporaryDatabase();
    appendImport(db, importOf({ a: 'one two' }));
    addModel(db, modelOf('m', 3, 2, { corpus: corpusDigest(db) }));
    expect(findModel(db).stale).toBe(false);
    const before = corpusDigest(db);
    appendImport(db, importOf({ b: 'three' }));
    expect(findModel(db).stale).toBe(true);
    // Texts may come while a model is trained.
    addModel(db, modelOf('late', 3, 2, { corpus: before }));
    addModel(db, modelOf('now', 3, 2, { corpus: corpusDigest(db) }));
    expect([findModel(db, 'late').stale, findModel(db, 'now').stale]).toEqual([true, false]);
  });

  it('keep what is found out about them later', () => {
    const db = temporaryDatabase();
    const health = {
      randomPairCosine: 0.2,
      effectiveTokens: 7,
      rareShare: 0.5,
      hubs: [{ word: 'word1', inNeighbourLists: 3 }],
      advice: 'healthy',
    };
    storeModelHealth(db, addModel(db, modelOf('m', 3, 2)), health);
    expect(findModel(db).health).toEqual(health);
  });
});
