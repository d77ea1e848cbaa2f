// Skip-gram: the context word is the input, the word at the centre the output (word2vec’s direction).
import { drawNegatives, drawRadius, keptRow, keptWord } from './chunk';
import { ownRow, passWindow } from './hot-rows';
import {
  entry,
  negative,
  pathLabels,
  pathOffsets,
  pathRows,
  positiveFirst,
  rowBytes,
  scratch,
  setEntry,
} from './job';
import { addHierarchicalLoss, addNegativeSamplingLoss, sampledContext, sampleLoss } from './loss';
import { scratchContexts, scratchNoLabels, scratchOutputs, scratchPathLabels } from './memory-map';
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
// @ts-ignore: decorator
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
  const nodes = scratch + scratchOutputs;
  for (let at = first; at < end; at++) {
    const word = keptWord(at);
    const count = listContexts(at, first, end);
    if (count > 0 && sampleLoss()) addHierarchicalLoss(<usize>entry(contexts, sampledContext(count)), word);
    const path = entry(pathOffsets, word);
    const depth = <i32>(entry(pathOffsets, word + 1) - path);
    // The nodes of a tile stay in the first-level cache while every context passes them.
    for (let node: i32 = 0; node < depth; node += 6) {
      const some = min(6, depth - node);
      const rows = pathRows + (<usize>(path + node) << 2);
      const codes = pathLabels + (<usize>(path + node) << 2);
      for (let n: i32 = 0; n < some; n++) {
        setEntry(nodes, n, <u32>ownRow(<usize>entry(rows, n)));
        const label = entry(codes, n);
        setEntry(labels, n, label);
        setEntry(labels, some + n, label);
      }
      for (let c: i32 = 0; c < count; ) {
        const inputs = inputsTogether(contexts, c, count);
        hierarchical(inputs, some, contexts + (<usize>c << 2), nodes, labels, rate);
        c += inputs;
      }
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
