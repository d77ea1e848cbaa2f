import type { Hooks } from '../contract/progress.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import type { ModelHealth } from '../contract/training.ts';
import { AppError } from '../contract/errors.ts';
import { longest } from '../contract/limits.ts';
import { goOn } from '../stop-signal.ts';
import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { markStaleModels } from './corpus-digest.ts';
import { storeMatrix } from './matrices.ts';
import type { MatrixName } from './matrices.ts';
import { modelHealthRecord, modelHistory, modelSettings, type ModelHistory } from './model-records.ts';
import { storedForms } from './stored-corpus.ts';
import { readStored } from './stored-json.ts';
import { bytesOf, uint32Of } from './token-chunks.ts';

export interface NewModel {
  readonly name: string;
  readonly kind: 'trained' | 'imported';
  /** Row numbers of the matrices. A model keeps its own words: it outlives changes of the corpus. */
  readonly forms: readonly string[];
  /** Occurrences in the corpus that was trained on; zeros where nothing is known. */
  readonly counts: ArrayLike<number>;
  readonly dimensions: number;
  /** rows × dimensions, float32, row-major; may lie in shared memory. */
  readonly input: Float32Array;
  readonly output: Float32Array | null;
  /** Kept as JSON. */
  readonly settings: unknown;
  readonly history: unknown;
  readonly health: unknown;
  /** Digest of the corpus that was trained on, or null. */
  readonly corpus: string | null;
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
  /** Stores what belongs to it, in the same transaction. */
  readonly further?: (modelId: number) => void;
}

export interface StoredModel {
  readonly id: number;
  readonly name: string;
  readonly kind: 'trained' | 'imported';
  readonly words: number;
  readonly dimensions: number;
  readonly settings: TrainingSettings | null;
  readonly history: ModelHistory | null;
  readonly health: ModelHealth | null;
  readonly corpus: string | null;
  /** The corpus is no longer the one that was trained on. */
  readonly stale: boolean;
  readonly createdAt: number;
  readonly matrices: readonly MatrixName[];
}

const wordsPerChunk = 4096;
/** UTF-16 units of the words of a chunk: as JSON they are six times as many bytes at most. */
const unitsPerChunk = longest.list / 16;

/** Where the chunk ends that begins with a word: files of vectors have words of any length. */
function endOfChunk(forms: readonly string[], first: number): number {
  let end = first + 1;
  for (let units = forms[first]!.length; end < forms.length && end - first < wordsPerChunk; end++) {
    units += forms[end]!.length;
    if (units > unitsPerChunk) break;
  }
  return end;
}

/** The words of both kinds of models lie in tables with the same columns. */
const wordStatements = {
  model_words: {
    add: 'INSERT INTO model_words (model_id, first, count, forms, counts) VALUES (?, ?, ?, ?, ?)',
    read: 'SELECT forms, counts FROM model_words WHERE model_id = ? ORDER BY first',
  },
  sequence_words: {
    add: 'INSERT INTO sequence_words (model_id, first, count, forms, counts) VALUES (?, ?, ?, ?, ?)',
    read: 'SELECT forms, counts FROM sequence_words WHERE model_id = ? ORDER BY first',
  },
} as const;
type WordsTable = keyof typeof wordStatements;

/** Writes words with their counts, in the order of the rows. Part of a transaction of the caller. */
export function storeWords(
  db: WriteDb,
  modelId: number,
  { forms, counts }: Pick<NewModel, 'forms' | 'counts'>,
  table: WordsTable = 'model_words',
): void {
  const insert = db.prepare(wordStatements[table].add);
  for (let first = 0, end; first < forms.length; first = end) {
    end = endOfChunk(forms, first);
    const some = forms.slice(first, end);
    const someCounts = Uint32Array.from(some, (_, i) => counts[first + i] ?? 0);
    insert.run(modelId, first, some.length, JSON.stringify(some), bytesOf(someCounts));
  }
}

function nameIsTaken(db: ReadDb, name: string): boolean {
  return db.prepare('SELECT 1 FROM models WHERE name = ?').get(name) !== undefined;
}

/**
 * Stores a model in one transaction.
 * @returns its id
 * @throws AppError E_MODEL_NAME_TAKEN, E_TRAINING_DIVERGED (a number is not finite), E_CANCELLED, E_NO_SPACE
 */
export function addModel(db: WriteDb, model: NewModel, { onProgress, signal }: Hooks = {}): number {
  const { name, kind, forms, dimensions, settings, history, health, corpus, createdAt } = model;
  const matrices = [['input', model.input] as const, ['output', model.output] as const];
  const total = forms.length * (model.output === null ? 1 : 2);
  let done = 0;
  return change(db, () => {
    if (nameIsTaken(db, name)) throw new AppError('E_MODEL_NAME_TAKEN', { model: name });
    const json = [settings, history, health].map((value) => JSON.stringify(value ?? null));
    const id = Number(
      db
        .prepare(
          `INSERT INTO models (name, kind, words, dimensions, settings, history, health, corpus, stale, created_at)
           VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?)`,
        )
        .run(name, kind, forms.length, dimensions, ...json, corpus, createdAt).lastInsertRowid,
    );
    storeWords(db, id, model);
    for (const [matrix, values] of matrices) {
      if (values === null) continue;
      storeMatrix(db, id, matrix, { rows: forms.length, dimensions, values }, (rows) => {
        goOn(signal);
        done += rows;
        onProgress?.({ phase: 'storing', done, total });
      });
    }
    model.further?.(id);
    // The corpus may have changed while it was trained.
    markStaleModels(db);
    return id;
  });
}

type ModelRow = Omit<StoredModel, 'settings' | 'history' | 'health' | 'stale' | 'createdAt' | 'matrices'> & {
  readonly settings: string;
  readonly history: string;
  readonly health: string;
  readonly stale: number;
  readonly created_at: number;
};

function fromRow(
  db: ReadDb,
  { settings, history, health, stale, created_at, ...row }: ModelRow,
): StoredModel {
  const matrices = db
    .prepare<[number], MatrixName>('SELECT name FROM matrices WHERE model_id = ? ORDER BY name')
    .pluck();
  return {
    ...row,
    settings: readStored(modelSettings, settings, `settings of the model ${row.name}`),
    history: readStored(modelHistory, history, `history of the model ${row.name}`),
    health: readStored(modelHealthRecord, health, `health of the model ${row.name}`),
    stale: stale === 1,
    createdAt: created_at,
    matrices: matrices.all(row.id),
  };
}

/** Models in the order in which they were made. */
export const listModels = (db: ReadDb): readonly StoredModel[] =>
  db
    .prepare<[], ModelRow>('SELECT * FROM models ORDER BY id')
    .all()
    .map((row) => fromRow(db, row));

/** Names of the models in the order in which they were made. */
export const modelNames = (db: ReadDb): readonly string[] =>
  db.prepare<[], string>('SELECT name FROM models ORDER BY id').pluck().all();

/**
 * A model by name; the newest when no name is given.
 * @throws AppError E_NO_MODEL, E_MODEL_UNKNOWN with the names there are
 */
export function findModel(db: ReadDb, name?: string): StoredModel {
  const row =
    name === undefined
      ? db.prepare<[], ModelRow>('SELECT * FROM models ORDER BY id DESC LIMIT 1').get()
      : db.prepare<[string], ModelRow>('SELECT * FROM models WHERE name = ?').get(name);
  if (row !== undefined) return fromRow(db, row);
  const models = modelNames(db);
  if (name === undefined || models.length === 0) throw new AppError('E_NO_MODEL');
  throw new AppError('E_MODEL_UNKNOWN', { model: name, models });
}

/** The words of a model in the order of its rows, with their counts. */
export function readModelWords(
  db: ReadDb,
  modelId: number,
  table: WordsTable = 'model_words',
): { readonly forms: readonly string[]; readonly counts: Uint32Array } {
  const chunks = db
    .prepare<[number], { forms: string; counts: Buffer }>(wordStatements[table].read)
    .all(modelId);
  const forms = chunks.flatMap((chunk) => readStored(storedForms, chunk.forms, 'words of a model'));
  const counts = new Uint32Array(forms.length);
  let at = 0;
  for (const chunk of chunks) {
    const some = uint32Of(chunk.counts);
    counts.set(some, at);
    at += some.length;
  }
  return { forms, counts };
}

/** @throws AppError E_MODEL_NAME_TAKEN, E_MODEL_UNKNOWN, E_NO_MODEL */
export function renameModel(db: WriteDb, from: string, to: string): void {
  const { id } = findModel(db, from);
  if (from === to) return;
  change(db, () => {
    if (nameIsTaken(db, to)) throw new AppError('E_MODEL_NAME_TAKEN', { model: to });
    db.prepare('UPDATE models SET name = ? WHERE id = ?').run(to, id);
  });
}

/** Removes a model with its words and matrices. @throws AppError E_MODEL_UNKNOWN, E_NO_MODEL */
export function deleteModel(db: WriteDb, name: string): void {
  const { id } = findModel(db, name);
  change(db, () => db.prepare('DELETE FROM models WHERE id = ?').run(id));
}

/** Replaces what is known of a model's health. Kept as JSON. */
export function storeModelHealth(db: WriteDb, modelId: number, health: unknown): void {
  change(db, () =>
    db.prepare('UPDATE models SET health = ? WHERE id = ?').run(JSON.stringify(health ?? null), modelId),
  );
}
