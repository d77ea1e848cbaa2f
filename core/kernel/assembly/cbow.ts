// CBOW: the mean (or sum) of the context vectors predicts the word at the centre.
import { drawNegatives, drawRadius, keptRow, keptWord } from './chunk';
import {
  entry,
  meanOfContext,
  negative,
  pathLabels,
  pathOffsets,
  pathRows,
  positiveFirst,
  rowBytes,
  scratch,
  setEntry,
} from './job';
import { ownRow, passWindow } from './hot-rows';
import { hierarchicalGradient, negativeSamplingGradient } from './logistic';
import { addHierarchicalLoss, addNegativeSamplingLoss, sampleLoss } from './loss';
import {
  scratchBothErrors,
  scratchErrorList,
  scratchErrors,
  scratchHidden,
  scratchHiddenList,
  scratchOutputs,
  scratchScores,
} from './memory-map';
import { stepSoftmax } from './softmax';
import { madd } from './madd';
import { cbow, push, score } from './tiles';

/** The context of a position: tokens `from` to `to` without the position itself. */
let from: i32 = 0;
let to: i32 = 0;

function drawContext(at: i32, first: i32, end: i32): void {
  const radius = drawRadius();
  from = max(first, at - radius);
  to = min(end - 1, at + radius);
}

// memory.fill and memory.copy leave the compiled code: for a row, a loop is faster.

/** target = rows of the kept tokens low … high, added up; zeros where there are none. */
function sumRows(target: usize, low: i32, high: i32): void {
  const bytes = rowBytes;
  if (low + 1 < high) {
    const a = keptRow(low);
    const b = keptRow(low + 1);
    const c = keptRow(low + 2);
    for (let i: usize = 0; i < bytes; i += 16)
      v128.store(target + i, f32x4.add(f32x4.add(v128.load(a + i), v128.load(b + i)), v128.load(c + i)));
    if (low + 3 <= high) addRows(target, low + 3, high, 1);
  } else if (low < high) {
    const a = keptRow(low);
    const b = keptRow(high);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(target + i, f32x4.add(v128.load(a + i), v128.load(b + i)));
  } else if (low == high) {
    const a = keptRow(low);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(target + i, v128.load(a + i));
  } else for (let i: usize = 0; i < bytes; i += 16) v128.store(target + i, f32x4.splat(0));
}

/** target += share · (rows of the kept tokens low … high). */
function addRows(target: usize, low: i32, high: i32, share: f32): void {
  const bytes = rowBytes;
  const shares = f32x4.splat(share);
  let at = low;
  for (; at + 3 <= high; at += 4) {
    const a = keptRow(at);
    const b = keptRow(at + 1);
    const c = keptRow(at + 2);
    const d = keptRow(at + 3);
    for (let i: usize = 0; i < bytes; i += 16) {
      const ab = f32x4.add(v128.load(a + i), v128.load(b + i));
      const cd = f32x4.add(v128.load(c + i), v128.load(d + i));
      v128.store(target + i, madd(shares, f32x4.add(ab, cd), v128.load(target + i)));
    }
  }
  for (; at + 1 <= high; at += 2) {
    const a = keptRow(at);
    const b = keptRow(at + 1);
    for (let i: usize = 0; i < bytes; i += 16) {
      const ab = f32x4.add(v128.load(a + i), v128.load(b + i));
      v128.store(target + i, madd(shares, ab, v128.load(target + i)));
    }
  }
  if (at <= high) {
    const a = keptRow(at);
    for (let i: usize = 0; i < bytes; i += 16)
      v128.store(target + i, madd(shares, v128.load(a + i), v128.load(target + i)));
  }
}

/** Adds an error row to the rows of the kept tokens low … high. A word that stands there twice gets it twice. */
function addToRows(low: i32, high: i32, error: usize): void {
  const bytes = rowBytes;
  let at = low;
  for (; at + 3 <= high; at += 4) {
    const a = keptRow(at);
    const b = keptRow(at + 1);
    const c = keptRow(at + 2);
    const d = keptRow(at + 3);
    for (let i: usize = 0; i < bytes; i += 16) {
      const e = v128.load(error + i);
      v128.store(a + i, f32x4.add(v128.load(a + i), e));
      v128.store(b + i, f32x4.add(v128.load(b + i), e));
      v128.store(c + i, f32x4.add(v128.load(c + i), e));
      v128.store(d + i, f32x4.add(v128.load(d + i), e));
    }
  }
  for (; at + 1 <= high; at += 2) {
    const a = keptRow(at);
    const b = keptRow(at + 1);
    for (let i: usize = 0; i < bytes; i += 16) {
      const e = v128.load(error + i);
      v128.store(a + i, f32x4.add(v128.load(a + i), e));
      v128.store(b + i, f32x4.add(v128.load(b + i), e));
    }
  }
  if (at <= high) {
    const a = keptRow(at);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(a + i, f32x4.add(v128.load(a + i), v128.load(error + i)));
  }
}

// @ts-ignore: decorator
@inline function shareOf(count: i32): f32 {
  return meanOfContext ? <f32>1 / <f32>count : 1;
}

/** Writes the hidden row of a window: the mean (or sum) of its context. */
function gather(at: i32, low: i32, high: i32, hidden: usize): void {
  const bytes = rowBytes;
  sumRows(hidden, low, at - 1);
  if (at < high) addRows(hidden, at + 1, high, 1);
  if (!meanOfContext) return;
  const shares = f32x4.splat(shareOf(high - low));
  for (let i: usize = 0; i < bytes; i += 16) v128.store(hidden + i, f32x4.mul(shares, v128.load(hidden + i)));
}

/** The same for two adjacent windows: what stands in both is added up once. */
function gatherBoth(at: i32, low: i32, high: i32, nextLow: i32, nextHigh: i32): void {
  const hidden = scratch + scratchHidden;
  const next = hidden + rowBytes;
  const bytes = rowBytes;
  const commonLow = max(low, nextLow);
  const commonHigh = min(high, nextHigh);
  sumRows(hidden, commonLow, at - 1);
  if (at + 2 <= commonHigh) addRows(hidden, at + 2, commonHigh, 1);
  // Each centre is context of the other.
  const share = shareOf(high - low);
  const nextShare = shareOf(nextHigh - nextLow);
  const shares = f32x4.splat(share);
  const nextShares = f32x4.splat(nextShare);
  const centre = keptRow(at);
  const nextCentre = keptRow(at + 1);
  for (let i: usize = 0; i < bytes; i += 16) {
    const common = v128.load(hidden + i);
    v128.store(hidden + i, f32x4.mul(shares, f32x4.add(common, v128.load(nextCentre + i))));
    v128.store(next + i, f32x4.mul(nextShares, f32x4.add(common, v128.load(centre + i))));
  }
  // One window may reach further than the other to each side.
  const inside = max(commonHigh, at + 1);
  if (low < commonLow) addRows(hidden, low, commonLow - 1, share);
  else if (nextLow < commonLow) addRows(next, nextLow, commonLow - 1, nextShare);
  if (high > inside) addRows(hidden, inside + 1, high, share);
  if (nextHigh > inside) addRows(next, inside + 1, nextHigh, nextShare);
}

/** The error goes to each context word undivided, as in word2vec. */
function scatter(at: i32, low: i32, high: i32, error: usize): void {
  addToRows(low, at - 1, error);
  addToRows(at + 1, high, error);
}

/** Two adjacent windows share most of their context: a word in both is written once. */
function scatterBoth(at: i32, low: i32, high: i32, nextLow: i32, nextHigh: i32): void {
  const error = scratch + scratchErrors;
  const nextError = error + rowBytes;
  const both = scratch + scratchBothErrors;
  const bytes = rowBytes;
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(both + i, f32x4.add(v128.load(error + i), v128.load(nextError + i)));
  const commonLow = max(low, nextLow);
  const commonHigh = min(high, nextHigh);
  addToRows(commonLow, at - 1, both);
  addToRows(at + 2, commonHigh, both);
  // Each centre is context of the other; and one window may reach further to each side.
  addToRows(at + 1, at + 1, error);
  addToRows(at, at, nextError);
  const inside = max(commonHigh, at + 1);
  if (low < nextLow) addToRows(low, nextLow - 1, error);
  else addToRows(nextLow, low - 1, nextError);
  if (high > inside) addToRows(inside + 1, high, error);
  if (nextHigh > inside) addToRows(inside + 1, nextHigh, nextError);
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
    const positive = keptRow(at) + rowBytes;
    const next = windows == 2 ? keptRow(at + 1) + rowBytes : positive;
    setEntry(outputs, 0, <u32>positive);
    setEntry(outputs, 1, <u32>next);
    drawNegatives(outputs + (<usize>windows << 2), negative, positive, next);
    drawContext(at, first, end);
    const low = from;
    const high = to;
    if (windows == 2) {
      drawContext(at + 1, first, end);
      gatherBoth(at, low, high, from, to);
    } else gather(at, low, high, hidden);
    if (sampleLoss()) addNegativeSamplingLoss(hidden, positive);
    if (windows == 2 && sampleLoss()) addNegativeSamplingLoss(hidden + rowBytes, next);
    const labels = positiveFirst(windows, inTile + 1);
    cbow(windows, inTile, scratch + scratchHiddenList, scratch + scratchErrorList, outputs, labels, rate);
    if (negative > 6) stepMoreNegatives(windows, outputs, rate);
    if (windows == 2) scatterBoth(at, low, high, from, to);
    else scatter(at, low, high, scratch + scratchErrors);
    passWindow();
  }
}

export function cbowHierarchical(first: i32, end: i32, rate: v128): void {
  const bytes = rowBytes;
  const hidden = scratch + scratchHidden;
  const errors = scratch + scratchErrors;
  const scores = scratch + scratchScores;
  const rows = scratch + scratchOutputs;
  if (end - first < 2) return;
  listRows();
  for (let at = first; at < end; at++) {
    drawContext(at, first, end);
    gather(at, from, to, hidden);
    const word = keptWord(at);
    if (sampleLoss()) addHierarchicalLoss(hidden, word);
    const path = entry(pathOffsets, word);
    const depth = <i32>(entry(pathOffsets, word + 1) - path);
    const nodes = pathRows + (<usize>path << 2);
    const labels = pathLabels + (<usize>path << 2);
    for (let i: usize = 0; i < bytes; i += 16) v128.store(errors + i, f32x4.splat(0));
    for (let node: i32 = 0; node < depth; node += 6) {
      const some = min(6, depth - node);
      for (let n: i32 = 0; n < some; n++)
        setEntry(rows, n, <u32>ownRow(<usize>entry(nodes, node + n)));
      score(1, some, scratch + scratchHiddenList, rows, scores, 0);
      for (let i: usize = 0; i < 32; i += 16) {
        const label = v128.load(labels + (<usize>node << 2) + i);
        v128.store(scores + i, hierarchicalGradient(v128.load(scores + i), label, rate));
      }
      push(1, some, scratch + scratchHiddenList, scratch + scratchErrorList, rows, scores, 0);
    }
    scatter(at, from, to, errors);
    passWindow();
  }
}

export function cbowSoftmax(first: i32, end: i32, rate: f32): void {
  const hidden = scratch + scratchHidden;
  if (end - first < 2) return;
  for (let at = first; at < end; at++) {
    drawContext(at, first, end);
    gather(at, from, to, hidden);
    stepSoftmax(hidden, false, keptWord(at), rate, sampleLoss());
    scatter(at, from, to, scratch + scratchErrors);
  }
}
