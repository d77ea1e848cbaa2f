import { createHash } from 'node:crypto';
import * as v from 'valibot';
import { AppError, errorCodes, type Failure } from '../contract/errors.ts';
import { dividedKinds, studyKinds, type FieldDivision, type StudyKind } from '../contract/study.ts';
import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { readStored } from './stored-json.ts';
import { bytesOf } from './token-chunks.ts';

export interface StoredRun {
  readonly id: number;
  /** From 1. */
  readonly number: number;
  /** What it failed with; null where its vectors are there. */
  readonly failure: Failure | null;
  /** Of training. */
  readonly seconds: number;
  /** Over scales and numbers, chunk by chunk; empty for one that failed. */
  readonly sha256: string;
}

/** How a field divides the texts of a study. */
export interface StoredDivision extends FieldDivision {
  /** How many parts there are. */
  readonly parts: number;
  /** sha256 of which text is in which part, hex: fields can be changed. */
  readonly sides: string;
}

export interface StoredStudy {
  readonly id: number;
  readonly modelId: number;
  readonly kind: StudyKind;
  /** Null for a study of all texts. */
  readonly division: StoredDivision | null;
  readonly createdAt: number;
  /** By number. */
  readonly runs: readonly StoredRun[];
}

/** Vectors of a run: words of the model × dimensions, each a whole multiple of the scale of its row; a scale of 0 stands for none. */
export interface RunRows {
  readonly scales: Float32Array;
  readonly numbers: Int8Array;
}

export type NewRun = { readonly number: number; readonly seconds: number } & (
  { readonly rows: RunRows } | { readonly failure: Failure }
);

const failureRecord: v.GenericSchema<unknown, Failure | null> = v.nullable(
  v.object({
    code: v.picklist(errorCodes),
    details: v.record(v.string(), v.union([v.string(), v.number(), v.array(v.string())])),
  }),
);

const divisionRecord: v.GenericSchema<unknown, StoredDivision> = v.strictObject({
  by: v.string(),
  cuts: v.exactOptional(v.array(v.string())),
  equal: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(2))),
  parts: v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(250)),
  sides: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});

/** What tells studies of a model apart: the kind, and behind it as JSON the division, if a field makes one. */
function keyOf(kind: StudyKind, division: StoredDivision | null): string {
  if (division === null) return kind;
  const { by, cuts, equal, parts, sides } = division;
  return `${kind} ${JSON.stringify({ by, cuts, equal, parts, sides })}`;
}

function fromKey(key: string): { readonly kind: StudyKind; readonly division: StoredDivision | null } {
  const [, name = key, rest = ''] = /^(\w+) (.*)$/su.exec(key) ?? [];
  const kind = studyKinds.find((one) => one === name);
  const isDivided = dividedKinds.some((one) => one === kind);
  if (kind === undefined || isDivided !== (rest !== ''))
    throw new AppError('E_DAMAGED', { reason: 'kind of a study' });
  return { kind, division: isDivided ? readStored(divisionRecord, rest, 'division of a study') : null };
}

interface StudyRow {
  readonly id: number;
  readonly model_id: number;
  readonly kind: string;
  readonly created_at: number;
}

function fromRow(db: ReadDb, { id, model_id, kind: key, created_at }: StudyRow): StoredStudy {
  const { kind, division } = fromKey(key);
  const runs = db
    .prepare<[number], Omit<StoredRun, 'failure'> & { readonly failure: string }>(
      'SELECT id, number, failure, seconds, sha256 FROM study_runs WHERE study_id = ? ORDER BY number',
    )
    .all(id)
    .map((run) => ({ ...run, failure: readStored(failureRecord, run.failure, `run of a study: ${kind}`) }));
  return { id, modelId: model_id, kind, division, createdAt: created_at, runs };
}

/** Studies in the order in which they were begun. */
export const listStudies = (db: ReadDb): readonly StoredStudy[] =>
  db
    .prepare<[], StudyRow>('SELECT * FROM studies ORDER BY id')
    .all()
    .map((row) => fromRow(db, row));

export function findStudy(
  db: ReadDb,
  modelId: number,
  kind: StudyKind,
  division: StoredDivision | null = null,
): StoredStudy | null {
  const row = db
    .prepare<[number, string], StudyRow>('SELECT * FROM studies WHERE model_id = ? AND kind = ?')
    .get(modelId, keyOf(kind, division));
  return row === undefined ? null : fromRow(db, row);
}

/** Whole rows, some 256 KiB of numbers. */
const rowsPerChunk = (dimensions: number) =>
  Math.max(1, Math.min(65_536, Math.floor((256 * 1024) / Math.max(1, dimensions))));

/**
 * Stores what came of a run, and begins the study where there is none. One that failed before gives way.
 * @param dimensions of the model
 */
export function storeRun(
  db: WriteDb,
  {
    modelId,
    kind,
    division = null,
    dimensions,
    now,
  }: {
    readonly modelId: number;
    readonly kind: StudyKind;
    readonly division?: StoredDivision | null;
    readonly dimensions: number;
    /** Milliseconds since the epoch. */
    readonly now: number;
  },
  run: NewRun,
): void {
  change(db, () => {
    db.prepare(
      'INSERT INTO studies (model_id, kind, created_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
    ).run(modelId, keyOf(kind, division), now);
    const study = findStudy(db, modelId, kind, division)!;
    db.prepare('DELETE FROM study_runs WHERE study_id = ? AND number = ?').run(study.id, run.number);
    const failure = JSON.stringify('failure' in run ? run.failure : null);
    const id = Number(
      db
        .prepare('INSERT INTO study_runs (study_id, number, failure, seconds, sha256) VALUES (?, ?, ?, ?, ?)')
        .run(study.id, run.number, failure, run.seconds, '').lastInsertRowid,
    );
    if (!('rows' in run)) return;
    const insert = db.prepare(
      'INSERT INTO study_chunks (run_id, first, rows, scales, numbers) VALUES (?, ?, ?, ?, ?)',
    );
    for (const [first, scales, numbers] of chunksOf(run.rows, dimensions))
      insert.run(id, first, scales.length / 4, scales, numbers);
    db.prepare('UPDATE study_runs SET sha256 = ? WHERE id = ?').run(hashOfRun(run.rows, dimensions), id);
  });
}

function* chunksOf(
  { scales, numbers }: RunRows,
  dimensions: number,
): Generator<readonly [first: number, scales: Buffer, numbers: Buffer]> {
  const step = rowsPerChunk(dimensions);
  for (let first = 0; first < scales.length; first += step) {
    const end = Math.min(scales.length, first + step);
    yield [
      first,
      bytesOf(scales.slice(first, end)),
      bytesOf(numbers.subarray(first * dimensions, end * dimensions)),
    ];
  }
}

/** sha256 of what is stored of a run, hex: the same wherever it was made. */
export function hashOfRun(rows: RunRows, dimensions: number): string {
  const hash = createHash('sha256');
  for (const [, scales, numbers] of chunksOf(rows, dimensions)) hash.update(scales).update(numbers);
  return hash.digest('hex');
}

/** The vectors of a run, as they were stored. @throws AppError E_DAMAGED where some are missing */
export function readRun(
  db: ReadDb,
  runId: number,
  { words, dimensions }: { readonly words: number; readonly dimensions: number },
): RunRows {
  const scales = new Float32Array(words);
  const numbers = new Int8Array(words * dimensions);
  const bytes = Buffer.from(scales.buffer);
  let next = 0;
  const chunks = db
    .prepare<[number], { first: number; rows: number; scales: Buffer; numbers: Buffer }>(
      'SELECT first, rows, scales, numbers FROM study_chunks WHERE run_id = ? ORDER BY first',
    )
    .iterate(runId);
  for (const { first, rows, scales: some, numbers: theirs } of chunks) {
    if (first !== next || first + rows > words || theirs.length !== rows * dimensions)
      throw new AppError('E_DAMAGED', { reason: 'run of a study' });
    bytes.set(some, first * 4);
    numbers.set(theirs, first * dimensions);
    next += rows;
  }
  if (next !== words) throw new AppError('E_DAMAGED', { reason: 'run of a study' });
  return { scales, numbers };
}

/**
 * Removes the studies of a kind with their runs.
 * @param by only those that this field divides
 * @returns whether there was one
 */
export function removeStudy(db: WriteDb, modelId: number, kind: StudyKind, by?: string): boolean {
  const found = listStudies(db).filter(
    (one) => one.modelId === modelId && one.kind === kind && (by === undefined || one.division?.by === by),
  );
  if (found.length === 0) return false;
  change(db, () => {
    for (const { id } of found) db.prepare('DELETE FROM studies WHERE id = ?').run(id);
  });
  return true;
}
