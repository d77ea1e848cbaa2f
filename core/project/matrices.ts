import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { allFinite } from './finite.ts';
import { giveBack } from './given-back.ts';

export type MatrixName = 'input' | 'output';

/** Statements over the two tables in which the matrices of one kind of model lie; both pairs have the same columns. */
const statementsOver = (matrices: 'matrices' | 'weights', chunks: 'matrix_chunks' | 'weight_chunks') => ({
  addMatrix: `INSERT INTO ${matrices} (model_id, name, rows, dimensions, chunk_rows, sha256) VALUES (?, ?, ?, ?, ?, ?)`,
  addChunk: `INSERT INTO ${chunks} (matrix_id, first, rows, numbers) VALUES (?, ?, ?, ?)`,
  setHash: `UPDATE ${matrices} SET sha256 = ? WHERE id = ?`,
  findMatrix: `SELECT * FROM ${matrices} WHERE model_id = ? AND name = ?`,
  nextChunk: `SELECT first, numbers FROM ${chunks} WHERE matrix_id = ? AND first >= ? ORDER BY first LIMIT 1`,
});

export type MatrixTables = ReturnType<typeof statementsOver>;

/** Vectors of words. */
export const vectorTables: MatrixTables = statementsOver('matrices', 'matrix_chunks');
/** Weights of recurrent models. */
export const weightTables: MatrixTables = statementsOver('weights', 'weight_chunks');

/** Rows × dimensions, float32, row-major, without padding; may lie in shared memory. */
export interface Matrix {
  readonly rows: number;
  readonly dimensions: number;
  readonly values: Float32Array;
}

/** Whole rows, as many as fit into 384 KiB: a chunk is then read in one go and a single row without reading them all. */
export const rowsPerChunk = (dimensions: number) => Math.max(1, Math.floor((384 * 1024) / (dimensions * 4)));

/**
 * Writes a matrix in chunks. Part of a transaction of the caller.
 * @param onRows told how many rows were written
 * @throws AppError E_TRAINING_DIVERGED for a number that is not finite
 */
export function storeMatrix(
  db: WriteDb,
  modelId: number,
  name: string,
  { rows, dimensions, values }: Matrix,
  onRows: (rows: number) => void,
  tables: MatrixTables = vectorTables,
): void {
  if (values.length !== rows * dimensions) {
    throw new AppError('E_INTERNAL', { reason: `matrix of ${values.length}, not ${rows} × ${dimensions}` });
  }
  const chunkRows = rowsPerChunk(dimensions);
  const matrixId = Number(
    db.prepare(tables.addMatrix).run(modelId, name, rows, dimensions, chunkRows, '').lastInsertRowid,
  );
  const insert = db.prepare(tables.addChunk);
  const hash = createHash('sha256');
  for (let first = 0; first < rows; first += chunkRows) {
    const count = Math.min(chunkRows, rows - first);
    // A copy: shared memory can be neither hashed nor bound.
    const numbers = Buffer.from(
      Float32Array.from(values.subarray(first * dimensions, (first + count) * dimensions)).buffer,
    );
    if (!allFinite(numbers)) throw new AppError('E_TRAINING_DIVERGED', { matrix: name, row: first });
    hash.update(numbers);
    insert.run(matrixId, first, count, numbers);
    onRows(count);
  }
  db.prepare(tables.setHash).run(hash.digest('hex'), matrixId);
}

interface MatrixRow {
  readonly id: number;
  readonly rows: number;
  readonly dimensions: number;
  readonly chunk_rows: number;
  readonly sha256: string;
}

function matrixRow(db: ReadDb, modelId: number, name: string, tables: MatrixTables): MatrixRow {
  const row = db.prepare<[number, string], MatrixRow>(tables.findMatrix).get(modelId, name);
  if (row === undefined) throw new AppError('E_NO_OUTPUT_LAYER', { matrix: name });
  return row;
}

/** Shape and sha256 of the bytes of a matrix. @throws AppError E_NO_OUTPUT_LAYER when the model does not have it */
export function describeMatrix(
  db: ReadDb,
  modelId: number,
  name: string,
  tables = vectorTables,
): Omit<Matrix, 'values'> & { readonly sha256: string } {
  const { rows, dimensions, sha256 } = matrixRow(db, modelId, name, tables);
  return { rows, dimensions, sha256 };
}

interface ChunkRow {
  readonly first: number;
  readonly numbers: Buffer;
}

/** Reads a whole matrix, bit for bit as it was stored. @throws AppError E_NO_OUTPUT_LAYER */
export function readMatrix(
  db: ReadDb,
  modelId: number,
  name: string,
  tables: MatrixTables = vectorTables,
): Float32Array {
  const { rows, dimensions } = matrixRow(db, modelId, name, tables);
  const target = new Float32Array(rows * dimensions);
  for (const { first, values } of matrixStretches(db, modelId, name, tables))
    target.set(values, first * dimensions);
  return target;
}

/**
 * The rows of a matrix in order, some at a time, for what goes over them once. The numbers are gone when the next are asked for.
 * @throws AppError E_NO_OUTPUT_LAYER
 */
export function* matrixStretches(
  db: ReadDb,
  modelId: number,
  name: string,
  tables = vectorTables,
): Generator<{ readonly first: number; readonly values: Float32Array }> {
  const { id, rows, dimensions } = matrixRow(db, modelId, name, tables);
  const chunk = db.prepare<[number, number], ChunkRow>(tables.nextChunk);
  for (let next = 0; next < rows;) {
    const found = chunk.get(id, next);
    if (found === undefined) throw new AppError('E_DAMAGED', { matrix: name, row: next });
    const { first, numbers } = found;
    const values = float32Of(numbers);
    if (first !== next || values.length === 0 || first * dimensions + values.length > rows * dimensions) {
      throw new AppError('E_DAMAGED', { matrix: name, row: next });
    }
    next = first + values.length / dimensions;
    yield { first, values };
    giveBack(numbers);
  }
}

function float32Of(blob: Uint8Array): Float32Array {
  const aligned = blob.byteOffset % 4 === 0 ? blob : Uint8Array.from(blob);
  return new Float32Array(aligned.buffer, aligned.byteOffset, aligned.byteLength >>> 2);
}

/** Some rows in the order asked for, wanted.length × dimensions. Each chunk is read once. */
export function readMatrixRows(
  db: ReadDb,
  modelId: number,
  name: MatrixName,
  wanted: ArrayLike<number>,
): Float32Array {
  const { id, rows, dimensions, chunk_rows } = matrixRow(db, modelId, name, vectorTables);
  const result = new Float32Array(wanted.length * dimensions);
  const byChunk = new Map<number, number[]>();
  for (let i = 0; i < wanted.length; i++) {
    const row = wanted[i]!;
    if (!(row >= 0 && row < rows)) throw new AppError('E_INTERNAL', { reason: `row ${row} of ${rows}` });
    const first = Math.floor(row / chunk_rows) * chunk_rows;
    const places = byChunk.get(first) ?? [];
    byChunk.set(first, places);
    places.push(i);
  }
  const chunk = db
    .prepare<[number, number], Buffer>('SELECT numbers FROM matrix_chunks WHERE matrix_id = ? AND first = ?')
    .pluck();
  for (const [first, places] of byChunk) {
    const values = float32Of(chunk.get(id, first)!);
    for (const i of places) {
      const from = (wanted[i]! - first) * dimensions;
      result.set(values.subarray(from, from + dimensions), i * dimensions);
    }
  }
  return result;
}
