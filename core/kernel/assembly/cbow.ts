// CBOW: the mean (or sum) of the context vectors predicts the word at the centre.
import { drawNegative, drawRadius, keptWord } from './chunk';
import {
  entry,
  inputRow,
  meanOfContext,
  negative,
  outputRow,
  pathLabels,
  pathOffsets,
  pathRows,
  positiveFirst,
  rowBytes,
  scratch,
  setEntry,
} from './job';
import { hierarchicalGradient, negativeSamplingGradient } from './logistic';
import { addHierarchicalLoss, addNegativeSamplingLoss, sampleLoss } from './loss';
import {
  scratchBothErrors,
  scratchContexts,
  scratchErrorList,
  scratchErrors,
  scratchHidden,
  scratchHiddenList,
  scratchOutputs,
  scratchScores,
} from './memory-map';
import { stepSoftmax } from './softmax';
import { cbow, push, score } from './tiles';

/** The window that was gathered last. */
let from: i32 = 0;
let to: i32 = 0;

/** Writes the hidden row of a position. @returns the number of context words */
function gather(at: i32, first: i32, end: i32, hidden: usize): i32 {
  const contexts = scratch + scratchContexts;
  const radius = drawRadius();
  from = max(first, at - radius);
  to = min(end - 1, at + radius);
  let count: i32 = 0;
  for (let other = from; other <= to; other++) {
    if (other != at) setEntry(contexts, count++, <u32>inputRow(keptWord(other)));
  }
  if (count > 0) average(contexts, count, hidden);
  return count;
}

function average(contexts: usize, count: i32, hidden: usize): void {
  const bytes = rowBytes;
  const share = f32x4.splat(meanOfContext ? <f32>1 / <f32>count : 1);
  let done: i32 = 0;
  memory.fill(hidden, 0, rowBytes);
  for (; done + 4 <= count; done += 4) {
    const a = <usize>entry(contexts, done);
    const b = <usize>entry(contexts, done + 1);
    const c = <usize>entry(contexts, done + 2);
    const d = <usize>entry(contexts, done + 3);
    for (let i: usize = 0; i < bytes; i += 16) {
      const four = f32x4.add(
        f32x4.add(v128.load(a + i), v128.load(b + i)),
        f32x4.add(v128.load(c + i), v128.load(d + i)),
      );
      v128.store(hidden + i, f32x4.add(v128.load(hidden + i), f32x4.mul(share, four)));
    }
  }
  for (; done + 2 <= count; done += 2) {
    const a = <usize>entry(contexts, done);
    const b = <usize>entry(contexts, done + 1);
    for (let i: usize = 0; i < bytes; i += 16) {
      const two = f32x4.add(v128.load(a + i), v128.load(b + i));
      v128.store(hidden + i, f32x4.add(v128.load(hidden + i), f32x4.mul(share, two)));
    }
  }
  if (done < count) {
    const a = <usize>entry(contexts, done);
    for (let i: usize = 0; i < bytes; i += 16)
      v128.store(hidden + i, f32x4.add(v128.load(hidden + i), f32x4.mul(share, v128.load(a + i))));
  }
}

// @ts-ignore: decorator
@inline function addRow(row: usize, error: usize): void {
  const bytes = rowBytes;
  for (let i: usize = 0; i < bytes; i += 16) v128.store(row + i, f32x4.add(v128.load(row + i), v128.load(error + i)));
}

/** The error goes to each context word undivided, as in word2vec. */
function scatter(at: i32, low: i32, high: i32, error: usize): void {
  for (let other = low; other <= high; other++) if (other != at) addRow(inputRow(keptWord(other)), error);
}

/** Two adjacent windows share most of their context: a word in both is written once. */
function scatterBoth(at: i32, low: i32, high: i32, nextLow: i32, nextHigh: i32): void {
  const error = scratch + scratchErrors;
  const nextError = error + rowBytes;
  const both = scratch + scratchBothErrors;
  const bytes = rowBytes;
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(both + i, f32x4.add(v128.load(error + i), v128.load(nextError + i)));
  const last = max(high, nextHigh);
  for (let other = min(low, nextLow); other <= last; other++) {
    const inThis = other >= low && other <= high && other != at;
    const inNext = other >= nextLow && other <= nextHigh && other != at + 1;
    if (inThis) addRow(inputRow(keptWord(other)), inNext ? both : error);
    else if (inNext) addRow(inputRow(keptWord(other)), nextError);
  }
}

/** Lists of the one or two hidden rows and their error rows, for the tiles. */
function listRows(): void {
  for (let t: i32 = 0; t < 2; t++) {
    setEntry(scratch + scratchHiddenList, t, <u32>(scratch + scratchHidden + <usize>t * rowBytes));
    setEntry(scratch + scratchErrorList, t, <u32>(scratch + scratchErrors + <usize>t * rowBytes));
  }
}

/** Negatives beyond those that fit into the first tile. */
function stepMoreNegatives(windows: i32, outputs: usize, rate: v128): void {
  const scores = scratch + scratchScores;
  const hidden = scratch + scratchHiddenList;
  const errors = scratch + scratchErrorList;
  const none = f32x4.splat(0);
  for (let n: i32 = 6; n < negative; n += 6) {
    const some = min(6, negative - n);
    const rows = outputs + (<usize>(windows + n) << 2);
    score(windows, some, hidden, rows, scores, 32);
    for (let i: usize = 0; i < 64; i += 16)
      v128.store(scores + i, negativeSamplingGradient(v128.load(scores + i), none, rate));
    push(windows, some, hidden, errors, rows, scores, 32);
  }
}

export function cbowNegativeSampling(first: i32, end: i32, rate: v128): void {
  const outputs = scratch + scratchOutputs;
  const hidden = scratch + scratchHidden;
  const inTile = min(6, negative);
  if (end - first < 2) return;
  listRows();
  for (let at = first; at < end; at += 2) {
    const windows = min(2, end - at);
    const word = keptWord(at);
    const next = windows == 2 ? keptWord(at + 1) : word;
    for (let n: i32 = 0; n < negative; n++) {
      setEntry(outputs, windows + n, <u32>outputRow(drawNegative(word, next)));
    }
    setEntry(outputs, 0, <u32>outputRow(word));
    gather(at, first, end, hidden);
    const low = from;
    const high = to;
    if (windows == 2) {
      setEntry(outputs, 1, <u32>outputRow(next));
      gather(at + 1, first, end, hidden + rowBytes);
    }
    for (let t: i32 = 0; t < windows; t++) {
      if (sampleLoss()) addNegativeSamplingLoss(hidden + <usize>t * rowBytes, <usize>entry(outputs, t));
    }
    const labels = positiveFirst(windows, inTile + 1);
    cbow(windows, inTile, scratch + scratchHiddenList, scratch + scratchErrorList, outputs, labels, rate);
    if (negative > 6) stepMoreNegatives(windows, outputs, rate);
    if (windows == 2) scatterBoth(at, low, high, from, to);
    else scatter(at, low, high, scratch + scratchErrors);
  }
}

export function cbowHierarchical(first: i32, end: i32, rate: v128): void {
  const hidden = scratch + scratchHidden;
  const errors = scratch + scratchErrors;
  const scores = scratch + scratchScores;
  listRows();
  for (let at = first; at < end; at++) {
    if (gather(at, first, end, hidden) == 0) continue;
    const word = keptWord(at);
    if (sampleLoss()) addHierarchicalLoss(hidden, word);
    const path = entry(pathOffsets, word);
    const depth = <i32>(entry(pathOffsets, word + 1) - path);
    const nodes = pathRows + (<usize>path << 2);
    const labels = pathLabels + (<usize>path << 2);
    memory.fill(errors, 0, rowBytes);
    for (let node: i32 = 0; node < depth; node += 6) {
      const some = min(6, depth - node);
      const rows = nodes + (<usize>node << 2);
      score(1, some, scratch + scratchHiddenList, rows, scores, 0);
      for (let i: usize = 0; i < 32; i += 16) {
        const label = v128.load(labels + (<usize>node << 2) + i);
        v128.store(scores + i, hierarchicalGradient(v128.load(scores + i), label, rate));
      }
      push(1, some, scratch + scratchHiddenList, scratch + scratchErrorList, rows, scores, 0);
    }
    scatter(at, from, to, errors);
  }
}

export function cbowSoftmax(first: i32, end: i32, rate: f32): void {
  const hidden = scratch + scratchHidden;
  for (let at = first; at < end; at++) {
    if (gather(at, first, end, hidden) == 0) continue;
    stepSoftmax(hidden, false, keptWord(at), rate, sampleLoss());
    scatter(at, from, to, scratch + scratchErrors);
  }
}
