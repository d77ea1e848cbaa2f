// Hot rows: what nearly every example writes, the nodes around the root of the Huffman tree or the output rows of the most
// frequent words. Two workers that write the same rows spend their time handing cache lines to each other, so each has a copy
// of these and merges what it learned now and then.
import { hotRowCount, hotRows, rowBytes, scratch, windowsToMerge } from './job';
import { scratchHotRows } from './memory-map';

let own: usize = 0;
let windows: i32 = 0;

/** Hot rows stand two row lengths apart, among the rows as in the copy: there, the row as it was taken stands behind it. */
// @ts-ignore: decorator
@inline function span(): usize {
  return <usize>hotRowCount * (rowBytes << 1);
}

/** Where this worker finds an output row. */
// @ts-ignore: decorator
@inline export function ownRow(row: usize): usize {
  return row - hotRows < span() ? row - hotRows + own : row;
}

/** Takes the hot rows as the others left them. */
export function takeHotRows(): void {
  own = scratch + scratchHotRows;
  windows = 0;
  const bytes = rowBytes;
  for (let at: usize = 0; at < span(); at += bytes << 1) {
    for (let i: usize = at; i < at + bytes; i += 16) {
      const row = v128.load(hotRows + i);
      v128.store(own + i, row);
      v128.store(own + bytes + i, row);
    }
  }
}

/** Adds what was learned since, and takes the rows anew. */
export function mergeHotRows(): void {
  windows = 0;
  const bytes = rowBytes;
  for (let at: usize = 0; at < span(); at += bytes << 1) {
    for (let i: usize = at; i < at + bytes; i += 16) {
      const learned = f32x4.sub(v128.load(own + i), v128.load(own + bytes + i));
      const row = f32x4.add(v128.load(hotRows + i), learned);
      v128.store(hotRows + i, row);
      v128.store(own + i, row);
      v128.store(own + bytes + i, row);
    }
  }
}

/** To be called after each window. */
// @ts-ignore: decorator
@inline export function passWindow(): void {
  windows++;
  if (windows >= windowsToMerge) mergeHotRows();
}
