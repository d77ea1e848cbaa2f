// The crown of the Huffman tree: nearly every path passes the few nodes around its root. Two workers that write the same rows
// spend their time handing cache lines to each other, so each has a copy of these and merges what it learned now and then.
import { crownNodes, rowBytes, rows, scratch, words } from './job';
import { scratchCrown } from './memory-map';

/** Windows between merges: seldom enough for the cache, often enough that no worker runs ahead of the others. */
const windowsToMerge: i32 = 64;

/** Address of the first row of the crown; nodes are numbered by rising weight, so the root’s is the last. */
let first: usize = 0;
let own: usize = 0;
let windows: i32 = 0;

export function prepareCrown(): void {
  const stride = rowBytes << 1;
  const root = rows + <usize>(words - 2) * stride + rowBytes;
  own = scratch + scratchCrown;
  first = crownNodes > 0 ? root - <usize>(crownNodes - 1) * stride : usize.MAX_VALUE;
}

/** Where this worker finds a node’s row. */
// @ts-ignore: decorator
@inline export function nodeRow(row: usize): usize {
  return row >= first ? row - first + own : row;
}

/** Takes the crown as the others left it. Behind each row of the copy stands the row as it was taken. */
export function takeCrown(): void {
  const bytes = rowBytes;
  for (let node: i32 = 0; node < crownNodes; node++) {
    const at = <usize>node * (bytes << 1);
    for (let i: usize = 0; i < bytes; i += 16) {
      const row = v128.load(first + at + i);
      v128.store(own + at + i, row);
      v128.store(own + at + bytes + i, row);
    }
  }
  windows = 0;
}

/** Adds what was learned since, and takes the crown anew. */
export function mergeCrown(): void {
  const bytes = rowBytes;
  for (let node: i32 = 0; node < crownNodes; node++) {
    const at = <usize>node * (bytes << 1);
    for (let i: usize = 0; i < bytes; i += 16) {
      const learned = f32x4.sub(v128.load(own + at + i), v128.load(own + at + bytes + i));
      const row = f32x4.add(v128.load(first + at + i), learned);
      v128.store(first + at + i, row);
      v128.store(own + at + i, row);
      v128.store(own + at + bytes + i, row);
    }
  }
  windows = 0;
}

/** To be called after each window. */
// @ts-ignore: decorator
@inline export function passWindow(): void {
  windows++;
  if (windows == windowsToMerge) mergeCrown();
}
