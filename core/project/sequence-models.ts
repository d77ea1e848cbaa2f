import { createHash } from 'node:crypto';
import type { SequenceSettings } from '../contract/settings/sequence.ts';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import { goOn } from '../stop-signal.ts';
import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { markStaleModels } from './corpus-digest.ts';
import { readMatrix, storeMatrix, weightTables } from './matrices.ts';
import { readModelWords, storeWords } from './models.ts';
import {
  sequenceHistory,
  sequenceSettings,
  splitRecord,
  type SequenceHistory,
  type SplitRecord,
} from './sequence-records.ts';
import { readStored } from './stored-json.ts';

/** Weights under the name that they have in PyTorch: rows × columns, float32, row-major; may lie in shared memory. */
export interface Weight {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

export interface NewSequenceModel {
  readonly name: string;
  /** Rows of the vectors that are read and of the output layer. */
  readonly forms: readonly string[];
  /** Occurrences in the texts that were trained on. */
  readonly counts: ArrayLike<number>;
  /** Name of the model whose vectors were the inputs, or null. */
  readonly parent: string | null;
  /** Kept as JSON. */
  readonly settings: unknown;
  readonly history: unknown;
  /** Which texts were trained on and which were kept from it. Kept as JSON. */
  readonly texts: unknown;
  /** In the order in which they are hashed. */
  readonly weights: readonly Weight[];
  /** Digest of the corpus that was trained on. */
  readonly corpus: string;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

export interface StoredSequenceModel {
  readonly id: number;
  readonly name: string;
  readonly words: number;
  /** What the parent is called now; null when it is not in the project, or there was none. */
  readonly parent: string | null;
  readonly settings: SequenceSettings;
  readonly history: SequenceHistory;
  readonly corpus: string;
  /** The corpus is no longer the one that was trained on. */
  readonly stale: boolean;
  /** Of all weights in their order, little-endian float32. */
  readonly sha256: string;
  readonly createdAt: number;
}

const nameIsTaken = (db: ReadDb, name: string) =>
  db.prepare('SELECT 1 FROM sequence_models WHERE name = ?').get(name) !== undefined;

/** sha256 of weights one behind the other, hex. Shared memory can only be hashed as a copy. */
export function hashOfWeights(weights: readonly Pick<Weight, 'values'>[]): string {
  const hash = createHash('sha256');
  for (const { values } of weights) hash.update(Float32Array.from(values));
  return hash.digest('hex');
}

/**
 * Stores a recurrent model in one transaction.
 * @returns its id
 * @throws AppError E_MODEL_NAME_TAKEN, E_TRAINING_DIVERGED (a number is not finite), E_CANCELLED, E_NO_SPACE
 */
export function addSequenceModel(
  db: WriteDb,
  model: NewSequenceModel,
  { signal }: Pick<Hooks, 'signal'> = {},
): number {
  const { name, forms, parent, settings, history, texts, weights, corpus, createdAt } = model;
  return change(db, () => {
    if (nameIsTaken(db, name)) throw new AppError('E_MODEL_NAME_TAKEN', { model: name });
    const parentId =
      parent === null
        ? null
        : (db.prepare('SELECT id FROM models WHERE name = ?').pluck().get(parent) ?? null);
    const json = [settings, history, texts].map((value) => JSON.stringify(value ?? null));
    const id = Number(
      db
        .prepare(
          `INSERT INTO sequence_models (name, words, parent, settings, history, texts, corpus, stale, sha256, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)`,
        )
        .run(name, forms.length, parentId, ...json, corpus, hashOfWeights(weights), createdAt)
        .lastInsertRowid,
    );
    storeWords(db, id, model, 'sequence_words');
    for (const { name: weight, values, ...shape } of weights) {
      // A bias is a column, so that its chunks stay as small as those of a matrix.
      const [rows, dimensions] = shape.rows === 1 ? [shape.columns, 1] : [shape.rows, shape.columns];
      storeMatrix(db, id, weight, { rows, dimensions, values }, () => goOn(signal), weightTables);
    }
    // The corpus may have changed while it was trained.
    markStaleModels(db);
    return id;
  });
}

type SequenceRow = Omit<StoredSequenceModel, 'settings' | 'history' | 'stale' | 'createdAt'> & {
  readonly settings: string;
  readonly history: string;
  readonly stale: number;
  readonly created_at: number;
};

const selected = `SELECT sequence_models.id, sequence_models.name, sequence_models.words, models.name AS parent,
              sequence_models.settings, sequence_models.history, sequence_models.corpus, sequence_models.stale,
              sequence_models.sha256, sequence_models.created_at
       FROM sequence_models LEFT JOIN models ON models.id = sequence_models.parent`;

const fromRow = ({ settings, history, stale, created_at, ...row }: SequenceRow): StoredSequenceModel => ({
  ...row,
  settings: readStored(sequenceSettings, settings, `settings of the model ${row.name}`),
  history: readStored(sequenceHistory, history, `history of the model ${row.name}`),
  stale: stale === 1,
  createdAt: created_at,
});

/** Recurrent models in the order in which they were made. */
export const listSequenceModels = (db: ReadDb): readonly StoredSequenceModel[] =>
  db.prepare<[], SequenceRow>(`${selected} ORDER BY sequence_models.id`).all().map(fromRow);

/** Names of the recurrent models in the order in which they were made. */
export const sequenceModelNames = (db: ReadDb): readonly string[] =>
  db.prepare<[], string>('SELECT name FROM sequence_models ORDER BY id').pluck().all();

/**
 * A recurrent model by name; the newest when no name is given.
 * @throws AppError E_NO_SEQUENCE_MODEL, E_SEQUENCE_UNKNOWN with the names there are
 */
export function findSequenceModel(db: ReadDb, name?: string): StoredSequenceModel {
  const row =
    name === undefined
      ? db.prepare<[], SequenceRow>(`${selected} ORDER BY sequence_models.id DESC LIMIT 1`).get()
      : db.prepare<[string], SequenceRow>(`${selected} WHERE sequence_models.name = ?`).get(name);
  if (row !== undefined) return fromRow(row);
  const models = sequenceModelNames(db);
  if (models.length === 0) throw new AppError('E_NO_SEQUENCE_MODEL');
  throw new AppError('E_SEQUENCE_UNKNOWN', { model: name ?? '', models: models.join(', ') });
}

/** Which texts a recurrent model was trained on. */
export function readSequenceTexts(db: ReadDb, modelId: number): SplitRecord {
  const find = db.prepare<[number], string>('SELECT texts FROM sequence_models WHERE id = ?').pluck();
  return readStored(splitRecord, find.get(modelId) ?? '{}', 'texts of a recurrent model');
}

/** The words of a recurrent model in the order of its rows, with their counts. */
export const readSequenceWords = (db: ReadDb, modelId: number) =>
  readModelWords(db, modelId, 'sequence_words');

/** The weights of a recurrent model in their order, bit for bit as they were stored; a bias as one row. */
export function readWeights(db: ReadDb, modelId: number): readonly Weight[] {
  return db
    .prepare<[number], { name: string; rows: number; dimensions: number }>(
      'SELECT name, rows, dimensions FROM weights WHERE model_id = ? ORDER BY id',
    )
    .all(modelId)
    .map(({ name, rows, dimensions }) => ({
      name,
      ...(dimensions === 1 ? { rows: 1, columns: rows } : { rows, columns: dimensions }),
      values: readMatrix(db, modelId, name, weightTables),
    }));
}

/** @throws AppError E_MODEL_NAME_TAKEN, E_SEQUENCE_UNKNOWN, E_NO_SEQUENCE_MODEL */
export function renameSequenceModel(db: WriteDb, from: string, to: string): void {
  const { id } = findSequenceModel(db, from);
  if (from === to) return;
  change(db, () => {
    if (nameIsTaken(db, to)) throw new AppError('E_MODEL_NAME_TAKEN', { model: to });
    db.prepare('UPDATE sequence_models SET name = ? WHERE id = ?').run(to, id);
  });
}

/** Removes a recurrent model with its words and weights. @throws AppError E_SEQUENCE_UNKNOWN, E_NO_SEQUENCE_MODEL */
export function deleteSequenceModel(db: WriteDb, name: string): void {
  const { id } = findSequenceModel(db, name);
  change(db, () => db.prepare('DELETE FROM sequence_models WHERE id = ?').run(id));
}
