// The path of a word in the tree of hierarchical softmax: the nodes from the root on, each with its label.
import { documentEnd, documentEnds, keptWord } from './chunk';
import { ownRows } from './hot-rows';
import { entry, pathOffsets, paths, scratch, setEntry } from './job';
import { scratchChunkPaths, scratchPathDepths, scratchPathLists, scratchPathStarts } from './memory-map';

/** Copies the paths of all kept tokens of the chunk. They lie anywhere in a large table: one by one, each would be waited for. */
export function copyPaths(): void {
  let place = scratch + scratchChunkPaths;
  const starts = scratch + scratchPathStarts;
  const depths = scratch + scratchPathDepths;
  const count = documentEnds == 0 ? 0 : documentEnd(documentEnds - 1);
  for (let at: i32 = 0; at < count; at++) {
    const word = keptWord(at);
    const start = entry(pathOffsets, word);
    const depth = entry(pathOffsets, word + 1) - start;
    const path = paths + (<usize>start << 2);
    const bytes = <usize>depth << 2;
    setEntry(starts, at, <u32>place);
    setEntry(depths, at, depth);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(place + i, v128.load(path + i));
    place += bytes;
  }
}

@inline export function pathDepth(at: i32): i32 {
  return entry(scratch + scratchPathDepths, at);
}

/** Where this worker finds the rows of the nodes, for the first or the second of two windows. */
@inline export function pathRows(which: i32): usize {
  return scratch + scratchPathLists + (<usize>which << 10);
}

/** The labels of the same nodes, f32. */
@inline export function pathLabels(which: i32): usize {
  return scratch + scratchPathLists + 512 + (<usize>which << 10);
}

/** Writes rows and labels of the path of a kept token. */
export function listPath(at: i32, which: i32): void {
  const depth = pathDepth(at);
  const rows = pathRows(which);
  const labels = pathLabels(which);
  const nodes = <usize>entry(scratch + scratchPathStarts, at);
  const bytes = <usize>depth << 2;
  const one = i32x4.splat(1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const four = v128.load(nodes + i);
    const label = v128.and(four, one);
    v128.store(labels + i, f32x4.convert_i32x4_s(label));
    v128.store(rows + i, ownRows(v128.xor(four, label)));
  }
}
