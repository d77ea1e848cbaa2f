// Skip-gram: the context word is the input, the word at the centre the output (word2vec’s direction).
import { drawNegatives, drawRadius, keptRow, keptWord } from './chunk';
import { passWindow } from './hot-rows';
import {
  entry,
  negative,
  positiveFirst,
  rowBytes,
  scratch,
  setEntry,
} from './job';
import { addHierarchicalLoss, addNegativeSamplingLoss, sampledContext, sampleLoss } from './loss';
import { scratchContexts, scratchNoLabels, scratchOutputs, scratchPathLabels } from './memory-map';
import { listPath, pathDepth, pathLabels, pathRows } from './paths';
import { stepSoftmax } from './softmax';
import { hierarchical, negativeSampling } from './tiles';

/** Input rows of the context of a position within its document. */
function listContexts(at: i32, first: i32, end: i32): i32 {
  const contexts = scratch + scratchContexts;
  const radius = drawRadius();
  const from = max(first, at - radius);
  const to = min(end - 1, at + radius);
  let count: i32 = 0;
  for (let other = from; other < at; other++) setEntry(contexts, count++, <u32>keptRow(other));
  for (let other = at + 1; other <= to; other++) setEntry(contexts, count++, <u32>keptRow(other));
  return count;
}

// Two equal rows in one tile would each be written from the old values, and one update be lost.
@inline function inputsTogether(contexts: usize, at: i32, count: i32): i32 {
  return at + 1 < count && entry(contexts, at) != entry(contexts, at + 1) ? 2 : 1;
}

export function skipGramNegativeSampling(first: i32, end: i32, rate: v128): void {
  const contexts = scratch + scratchContexts;
  const outputs = scratch + scratchOutputs;
  const columns = negative + 1;
  for (let at = first; at < end; at++) {
    const positive = keptRow(at) + rowBytes;
    setEntry(outputs, 0, <u32>positive);
    drawNegatives(outputs + 4, negative, positive, positive);
    const count = listContexts(at, first, end);
    if (count > 0 && sampleLoss())
      addNegativeSamplingLoss(<usize>entry(contexts, sampledContext(count)), positive);
    for (let c: i32 = 0; c < count; ) {
      const inputs = inputsTogether(contexts, c, count);
      const ins = contexts + (<usize>c << 2);
      for (let column: i32 = 0; column < columns; column += 6) {
        const some = min(6, columns - column);
        const labels = column == 0 ? positiveFirst(inputs, some) : scratch + scratchNoLabels;
        negativeSampling(inputs, some, ins, outputs + (<usize>column << 2), labels, rate);
      }
      c += inputs;
    }
    passWindow();
  }
}

export function skipGramHierarchical(first: i32, end: i32, rate: v128): void {
  const contexts = scratch + scratchContexts;
  const labels = scratch + scratchPathLabels;
  for (let at = first; at < end; at++) {
    listPath(at, 0);
    const count = listContexts(at, first, end);
    if (count > 0 && sampleLoss())
      addHierarchicalLoss(<usize>entry(contexts, sampledContext(count)), at, 0);
    const depth = pathDepth(at);
    // In as few parts as can be, about equally long. The nodes of a tile stay in the first-level cache while every context
    // passes them.
    let parts = (depth + 5) / 6;
    for (let node: i32 = 0; node < depth; parts--) {
      const some = (depth - node + parts - 1) / parts;
      const rows = pathRows(0) + (<usize>node << 2);
      const codes = pathLabels(0) + (<usize>node << 2);
      // For two inputs, one behind the other.
      v128.store(labels, v128.load(codes));
      v128.store(labels + 16, v128.load(codes, 16));
      v128.store(labels + (<usize>some << 2), v128.load(codes));
      v128.store(labels + (<usize>some << 2) + 16, v128.load(codes, 16));
      for (let c: i32 = 0; c < count; ) {
        const inputs = inputsTogether(contexts, c, count);
        hierarchical(inputs, some, contexts + (<usize>c << 2), rows, labels, rate);
        c += inputs;
      }
      node += some;
    }
    passWindow();
  }
}

export function skipGramSoftmax(first: i32, end: i32, rate: f32): void {
  const contexts = scratch + scratchContexts;
  for (let at = first; at < end; at++) {
    const count = listContexts(at, first, end);
    const sampled = count > 0 && sampleLoss() ? sampledContext(count) : -1;
    for (let c: i32 = 0; c < count; c++)
      stepSoftmax(<usize>entry(contexts, c), true, keptWord(at), rate, c == sampled);
  }
}
