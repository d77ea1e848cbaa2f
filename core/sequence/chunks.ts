import type { SequenceSettings } from '../contract/settings/sequence.ts';
import type { Chunk } from './network.ts';
import { endRow, noTarget, startOfText } from './sequence-data.ts';

type Memory = SequenceSettings['memory'];

const wordOf = (row: number) => (row & ~startOfText) >>> 0;
const beginsText = (row: number) => (row & startOfText) !== 0;

/** Whether the state is set to zero before a row is read. */
const resetsAt = (row: number, memory: Memory) =>
  beginsText(row) || (memory === 'sentence' && wordOf(row) === endRow);

/** The row that is predicted at `at`; none at the end of a text. */
function targetAt(rows: Uint32Array, at: number): number {
  const next = rows[at + 1];
  return next === undefined || beginsText(next) ? noTarget : wordOf(next);
}

interface ChunkBuffers {
  readonly inputs: Uint32Array;
  readonly targets: Uint32Array;
  readonly resets: Uint8Array;
}

const buffersFor = (rows: number): ChunkBuffers => ({
  inputs: new Uint32Array(rows),
  targets: new Uint32Array(rows),
  resets: new Uint8Array(rows),
});

/** Reads row `at` of the texts at place `place` of a chunk; where there is none, nothing that counts. */
function read(
  { inputs, targets, resets }: ChunkBuffers,
  place: number,
  rows: Uint32Array,
  at: number | null,
  memory: Memory,
): void {
  const row = at === null ? endRow : rows[at]!;
  inputs[place] = wordOf(row);
  targets[place] = at === null ? noTarget : targetAt(rows, at);
  resets[place] = Number(at === null || resetsAt(row, memory));
}

export interface TrainingChunks {
  /** In an epoch. */
  readonly count: number;
  /** A view that is valid until the next call. */
  chunk(index: number): Chunk;
}

/** Training texts, cut into `batch` equal stretches that are read side by side, some steps at a time. */
export function trainingChunks(
  rows: Uint32Array,
  { batch, steps, memory }: Pick<SequenceSettings, 'batch' | 'steps' | 'memory'>,
): TrainingChunks {
  const stretch = Math.ceil(rows.length / batch);
  const buffers = buffersFor(batch * steps);
  return {
    count: Math.ceil(stretch / steps),
    chunk(index) {
      const from = index * steps;
      const length = Math.min(steps, stretch - from);
      for (let step = 0; step < length; step += 1)
        for (let text = 0; text < batch; text += 1) {
          const at = text * stretch + from + step;
          read(buffers, step * batch + text, rows, at < rows.length ? at : null, memory);
        }
      return { ...buffers, steps: length, batch };
    },
  };
}

/**
 * Texts to be measured: each, or each sentence, is read from its beginning to its end by one place of the batch, the longest first, so
 * that the result is that of reading them one after the other. A chunk is valid until the next.
 */
export function* measuringChunks(
  rows: Uint32Array,
  { batch, steps, memory }: Pick<SequenceSettings, 'batch' | 'steps' | 'memory'>,
): Generator<Chunk> {
  const beginnings: number[] = [];
  rows.forEach((row, at) => {
    if (at === 0 || resetsAt(row, memory)) beginnings.push(at);
  });
  const pieces = beginnings
    .map((from, index) => ({ from, end: beginnings[index + 1] ?? rows.length }))
    .sort((a, b) => b.end - b.from - (a.end - a.from));
  const places = Array.from({ length: batch }, () => ({ from: 0, end: 0 }));
  const buffers = buffersFor(batch * steps);
  let next = 0;
  while (next < pieces.length || places.some(({ from, end }) => from < end)) {
    for (let step = 0; step < steps; step += 1)
      places.forEach((place, text) => {
        const piece = place.from < place.end ? undefined : pieces[next];
        if (piece !== undefined) {
          Object.assign(place, piece);
          next += 1;
        }
        const at = place.from < place.end ? place.from : null;
        read(buffers, step * batch + text, rows, at, memory);
        // The first piece need not begin with the beginning of a text.
        if (piece !== undefined) buffers.resets[step * batch + text] = 1;
        if (at !== null) place.from += 1;
      });
    yield { ...buffers, steps, batch };
  }
}
