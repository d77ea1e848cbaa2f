import { createHash } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readSync, writeSync, fstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { AppError } from '../contract/errors.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { syncFolder } from './file-copy.ts';
import { namingCauses } from './sqlite-errors.ts';
import { readStored } from './stored-json.ts';

/** What was being trained: word vectors or a recurrent model. */
export type CheckpointKind = 'model' | 'sequence';

/** What a training run needs to go on from a barrier. */
export interface TrainingCheckpoint {
  /** Anything that JSON holds: settings, words done, states of the generators. */
  readonly state: unknown;
  /** Numbers, bit for bit: matrices and whatever else the trainer keeps. May lie in shared memory. */
  readonly arrays: Readonly<Record<string, Float32Array | Uint32Array>>;
}

interface Place {
  readonly db: WriteDb;
  readonly workFolder: string;
}

interface CheckpointRow {
  readonly slot: 'A' | 'B';
  readonly sha256: string;
  readonly written_at: number;
  readonly kind: CheckpointKind;
}

const header = v.object({
  state: v.unknown(),
  arrays: v.array(
    v.object({
      name: v.string(),
      kind: v.picklist(['f32', 'u32']),
      length: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
});
type Header = v.InferOutput<typeof header>;

const magic = Buffer.from('FRTHCKP1', 'latin1');
const pieceBytes = 1 << 20;
const fileOf = (folder: string, slot: 'A' | 'B') => join(folder, `checkpoint-${slot}.bin`);

function newestRow(db: ReadDb): CheckpointRow | null {
  return (
    db.prepare<[], CheckpointRow>('SELECT slot, sha256, written_at, kind FROM checkpoints').get() ?? null
  );
}

/** When a training run was interrupted and can be taken up again: when its checkpoint was written, and of what. */
export function findCheckpoint(
  db: ReadDb,
): { readonly writtenAt: number; readonly kind: CheckpointKind } | null {
  const row = newestRow(db);
  return row === null ? null : { writtenAt: row.written_at, kind: row.kind };
}

function* piecesOf({ state, arrays }: TrainingCheckpoint): Generator<Buffer> {
  const entries = Object.entries(arrays);
  const header: Header = {
    state,
    arrays: entries.map(([name, array]) => ({
      name,
      kind: array instanceof Float32Array ? 'f32' : 'u32',
      length: array.length,
    })),
  };
  const text = Buffer.from(JSON.stringify(header));
  const size = Buffer.alloc(4);
  size.writeUInt32LE(text.length);
  yield Buffer.concat([magic, size, text]);
  for (const [, array] of entries) {
    const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
    // Copies: shared memory cannot be hashed.
    for (let at = 0; at < bytes.length; at += pieceBytes) yield Buffer.from(bytes.slice(at, at + pieceBytes));
  }
}

/**
 * Writes a checkpoint beside the newest one, puts it on the disk and only then names it the newest: a crash at any
 * moment leaves one that can be read. Workers stand still meanwhile.
 * @param now milliseconds since the epoch
 * @throws AppError E_NO_SPACE, E_IO; the older checkpoint then still holds
 */
export function writeCheckpoint(
  { db, workFolder }: Place,
  checkpoint: TrainingCheckpoint,
  now: number,
  kind: CheckpointKind = 'model',
): void {
  const slot = newestRow(db)?.slot === 'A' ? 'B' : 'A';
  namingCauses(`checkpoint-${slot}.bin`, () => {
    const hash = createHash('sha256');
    const file = openSync(fileOf(workFolder, slot), 'w', 0o600);
    const write = (piece: Buffer) => {
      for (let written = 0; written < piece.length;) written += writeSync(file, piece, written);
    };
    try {
      for (const piece of piecesOf(checkpoint)) {
        hash.update(piece);
        write(piece);
      }
      const sha256 = hash.digest();
      write(sha256);
      fsyncSync(file);
      syncFolder(workFolder);
      db.prepare(
        'INSERT OR REPLACE INTO checkpoints (id, slot, sha256, written_at, kind) VALUES (1, ?, ?, ?, ?)',
      ).run(slot, sha256.toString('hex'), now, kind);
    } finally {
      closeSync(file);
    }
  });
}

/** Reads exactly `length` bytes. */
function readBytes(file: number, target: Uint8Array, at: number): void {
  for (let done = 0; done < target.length;) {
    const read = readSync(file, target, done, target.length - done, at + done);
    if (read === 0) throw new AppError('E_CHECKPOINT_DAMAGED');
    done += read;
  }
}

/** In pieces through private memory: what is read into may be shared. */
function readArray(file: number, array: Float32Array | Uint32Array, length: number, at: number): void {
  const target = new Uint8Array(array.buffer, array.byteOffset, length * 4);
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let from = 0; from < target.length; from += pieceBytes) {
    const piece = buffer.subarray(0, Math.min(pieceBytes, target.length - from));
    readBytes(file, piece, at + from);
    target.set(piece, from);
  }
}

function verify(file: number, size: number, expected: string): void {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(pieceBytes);
  for (let at = 0; at < size - 32; at += pieceBytes) {
    const piece = buffer.subarray(0, Math.min(pieceBytes, size - 32 - at));
    readBytes(file, piece, at);
    hash.update(piece);
  }
  if (hash.digest('hex') !== expected) throw new AppError('E_CHECKPOINT_DAMAGED');
}

/**
 * The newest checkpoint.
 * @param roomFor gives the array that a part is read into (it may lie in shared memory); made when it gives nothing
 * @throws AppError E_NOTHING_TO_RESUME, E_CHECKPOINT_DAMAGED
 */
export function readCheckpoint(
  { db, workFolder }: Place,
  roomFor?: (name: string, length: number, state: unknown) => Float32Array | Uint32Array | undefined,
): TrainingCheckpoint {
  const row = newestRow(db);
  if (row === null) throw new AppError('E_NOTHING_TO_RESUME');
  const file = openCheckpoint(fileOf(workFolder, row.slot));
  try {
    const { size } = fstatSync(file);
    if (size < magic.length + 36) throw new AppError('E_CHECKPOINT_DAMAGED');
    verify(file, size, row.sha256);
    const start = Buffer.alloc(magic.length + 4);
    readBytes(file, start, 0);
    const headerBytes = Buffer.alloc(start.readUInt32LE(magic.length));
    readBytes(file, headerBytes, start.length);
    const { state, arrays } = readHeader(headerBytes.toString(), size);
    const found = Object.create(null) as Record<string, Float32Array | Uint32Array>;
    let at = start.length + headerBytes.length;
    for (const { name, kind, length } of arrays) {
      const array =
        roomFor?.(name, length, state) ??
        (kind === 'f32' ? new Float32Array(length) : new Uint32Array(length));
      readArray(file, array, length, at);
      at += length * 4;
      found[name] = array;
    }
    return { state, arrays: found };
  } finally {
    closeSync(file);
  }
}

/** What the file holds, which is no more than it has bytes for. */
function readHeader(json: string, size: number): Header {
  try {
    const read = readStored(header, json, 'checkpoint');
    if (read.arrays.reduce((bytes, { length }) => bytes + length * 4, 0) <= size) return read;
  } catch {
    // Told below: a checkpoint is whole or of no use.
  }
  throw new AppError('E_CHECKPOINT_DAMAGED');
}

function openCheckpoint(path: string): number {
  try {
    return openSync(path, 'r');
  } catch {
    throw new AppError('E_CHECKPOINT_DAMAGED');
  }
}

/** Forgets the checkpoint: the run is finished or given up. */
export function removeCheckpoint({ db, workFolder }: Place): void {
  db.prepare('DELETE FROM checkpoints').run();
  for (const slot of ['A', 'B'] as const) rmSync(fileOf(workFolder, slot), { force: true });
}
