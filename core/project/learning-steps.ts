import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { allFinite } from './finite.ts';
import { listModels, type StoredModel } from './models.ts';

/** Vectors of the watched words of a model at one moment of its training. */
export interface StoredStep {
  /** From 1; steps at which nothing was kept are left out. */
  readonly number: number;
  /** Epochs that were done, as a fraction. */
  readonly epoch: number;
  /** Since the step before, in nats; null where there was no example. */
  readonly loss: number | null;
  /** Watched words × dimensions, row-major, in the order of the history of the model. */
  readonly values: Float32Array;
}

/** Part of a transaction of the caller. @throws AppError E_TRAINING_DIVERGED for a number that is not finite */
export function storeSteps(db: WriteDb, modelId: number, steps: readonly StoredStep[]): void {
  const insert = db.prepare(
    'INSERT INTO learning_steps (model_id, number, epoch, loss, numbers, sha256) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const step of steps) {
    const numbers = Buffer.from(Float32Array.from(step.values).buffer);
    if (!allFinite(numbers)) throw new AppError('E_TRAINING_DIVERGED', { step: step.number });
    insert.run(modelId, step.number, step.epoch, step.loss, numbers, digestOf({ ...step, numbers }));
  }
}

interface Row {
  readonly number: number;
  readonly epoch: number;
  readonly loss: number | null;
  readonly numbers: Buffer;
  readonly sha256: string;
}

function digestOf({ number, epoch, loss, numbers }: Omit<Row, 'sha256'>): string {
  const head = Float64Array.of(number, epoch, loss ?? NaN);
  return createHash('sha256').update(head).update(numbers).digest('hex');
}

const rowsOf = (db: ReadDb, modelId: number) =>
  db
    .prepare<[number], Row>(
      'SELECT number, epoch, loss, numbers, sha256 FROM learning_steps WHERE model_id = ? ORDER BY number',
    )
    .iterate(modelId);

/**
 * The steps of a model in order.
 * @param lost told of steps that are not as they were stored, which are left out; without it they are damage
 * @throws AppError E_DAMAGED
 */
export function readSteps(
  db: ReadDb,
  { id, name, dimensions, history }: Pick<StoredModel, 'id' | 'name' | 'dimensions' | 'history'>,
  lost?: (number: number) => void,
): StoredStep[] {
  const bytes = (history?.watched?.rows.length ?? 0) * dimensions * 4;
  const steps: StoredStep[] = [];
  for (const { numbers, sha256, ...row } of rowsOf(db, id)) {
    if (numbers.length === bytes && digestOf({ ...row, numbers }) === sha256)
      steps.push({ ...row, values: new Float32Array(Uint8Array.from(numbers).buffer) });
    else if (lost === undefined) throw new AppError('E_DAMAGED', { reason: `steps of the model ${name}` });
    else lost(row.number);
  }
  return steps;
}

/** Whether the steps of all models are as they were stored, and of words that these have. @throws AppError E_DAMAGED */
export function checkSteps(db: ReadDb): void {
  for (const model of listModels(db)) {
    const { rows, chosen } = model.history?.watched ?? { rows: [], chosen: 0 };
    if (chosen > rows.length || rows.some((row) => row >= model.words))
      throw new AppError('E_DAMAGED', { reason: `steps of the model ${model.name}` });
    readSteps(db, model);
  }
}
