// Hot rows: what nearly every example writes, the rows of the most frequent words and of the nodes around the root of the
// Huffman tree. Two workers that write the same rows spend their time handing cache lines to each other, so each has a copy of
// these and merges what it learned now and then.
import { hotRowCount, rowBytes, rows, scratch, windowsToMerge } from './job';
import { scratchHotRows } from './memory-map';

/** The copy stands as the rows do; behind it, in the same order, the rows as they were taken. */
let own: usize = 0;
let span: usize = 0;
let windows: i32 = 0;

/** Where this worker finds a row that may be hot. */
@inline export function ownRow(row: usize): usize {
  return row - rows < span ? row - rows + own : row;
}

/** The same for four rows. */
@inline export function ownRows(four: v128): v128 {
  const offset = i32x4.sub(four, i32x4.splat(<i32>rows));
  const hot = i32x4.lt_u(offset, i32x4.splat(<i32>span));
  return v128.bitselect(i32x4.add(offset, i32x4.splat(<i32>own)), four, hot);
}

/** Where the others find it. */
export function sharedRow(row: usize): usize {
  return row - own < span ? row - own + rows : row;
}

/** Takes the hot rows as the others left them. */
export function takeHotRows(): void {
  own = scratch + scratchHotRows;
  span = <usize>hotRowCount * (rowBytes << 1);
  windows = 0;
  for (let i: usize = 0; i < span; i += 16) {
    const row = v128.load(rows + i);
    v128.store(own + i, row);
    v128.store(own + span + i, row);
  }
}

/** Adds what was learned since, and takes the rows anew. */
export function mergeHotRows(): void {
  windows = 0;
  for (let i: usize = 0; i < span; i += 16) {
    const learned = f32x4.sub(v128.load(own + i), v128.load(own + span + i));
    const row = f32x4.add(v128.load(rows + i), learned);
    v128.store(rows + i, row);
    v128.store(own + i, row);
    v128.store(own + span + i, row);
  }
}

/** To be called after each window. */
@inline export function passWindow(): void {
  windows++;
  if (windows >= windowsToMerge) mergeHotRows();
}
