// CBOW: the mean (or sum) of the context vectors predicts the word at the centre.
import { drawNegatives, drawRadius, keptList, keptRow, keptWord } from './chunk';
import { addRows, addToRows, gatherRowsOfBoth, longestPass, scatterToRowsOfBoth } from './context-rows';
import {
  meanOfContext,
  negative,
  positiveFirst,
  rowBytes,
  scratch,
  setEntry,
} from './job';
import { passWindow } from './hot-rows';
import { negativeSamplingGradient } from './logistic';
import { addHierarchicalLoss, addNegativeSamplingLoss, sampleLoss } from './loss';
import {
  scratchBothErrors,
  scratchCommon,
  scratchErrorList,
  scratchErrors,
  scratchFirstOnly,
  scratchHidden,
  scratchHiddenList,
  scratchOutputs,
  scratchScores,
  scratchSecondOnly,
  scratchZeros,
} from './memory-map';
import { listPath, pathDepth, pathLabels, pathRows } from './paths';
import { stepSoftmax } from './softmax';
import { cbow, longestPath, path, push, score } from './tiles';

/** The context of a position: tokens `from` to `to` without the position itself. */
let from: i32 = 0;
let to: i32 = 0;

function drawContext(at: i32, first: i32, end: i32): void {
  const radius = drawRadius();
  from = max(first, at - radius);
  to = min(end - 1, at + radius);
}

/** Rows in each of the lists of a window or of two. */
let commonCount: i32 = 0;
let firstOnlyCount: i32 = 0;
let secondOnlyCount: i32 = 0;

/** Lists the rows of the kept tokens low … high behind the `count` that are there: four at a time, so beyond the end too. */
@inline function listKept(list: usize, count: i32, low: i32, high: i32): i32 {
  const place = list + (<usize>count << 2);
  const kept = keptList(low);
  for (let n: i32 = 0; n <= high - low; n += 4)
    v128.store(place + (<usize>n << 2), v128.load(kept + (<usize>n << 2)));
  return count + max(0, high - low + 1);
}

/** target += share · (rows of the list). */
function addAll(list: usize, count: i32, target: usize, share: f32): void {
  for (let at: i32 = 0; at < count; at += longestPass)
    addRows(min(longestPass, count - at), list + (<usize>at << 2), target, share);
}

/** Adds an error row to the rows of a list. A word that stands there twice gets it twice. */
function addToAll(list: usize, count: i32, error: usize): void {
  for (let at: i32 = 0; at < count; at += longestPass)
    addToRows(min(longestPass, count - at), list + (<usize>at << 2), error);
}

@inline function shareOf(count: i32): f32 {
  return meanOfContext ? <f32>1 / <f32>count : 1;
}

/** Writes the hidden row of a window: the mean (or sum) of its context. */
function gather(at: i32, low: i32, high: i32): void {
  const hidden = scratch + scratchHidden;
  const context = scratch + scratchCommon;
  commonCount = listKept(context, listKept(context, 0, low, at - 1), at + 1, high);
  // memory.fill leaves the compiled code: for a row, a loop is faster.
  const bytes = rowBytes;
  for (let i: usize = 0; i < bytes; i += 16) v128.store(hidden + i, f32x4.splat(0));
  addAll(context, commonCount, hidden, shareOf(commonCount));
}

/** The error goes to each context word undivided, as in word2vec. */
function scatter(): void {
  addToAll(scratch + scratchCommon, commonCount, scratch + scratchErrors);
}

/** The same for two adjacent windows: what stands in both is read once. */
function gatherBoth(at: i32, low: i32, high: i32, nextLow: i32, nextHigh: i32): void {
  const hidden = scratch + scratchHidden;
  const next = hidden + rowBytes;
  const common = scratch + scratchCommon;
  const firstOnly = scratch + scratchFirstOnly;
  const secondOnly = scratch + scratchSecondOnly;
  const commonLow = max(low, nextLow);
  const commonHigh = min(high, nextHigh);
  commonCount = listKept(common, listKept(common, 0, commonLow, at - 1), at + 2, commonHigh);
  // One window may reach further than the other to each side.
  firstOnlyCount = listKept(firstOnly, listKept(firstOnly, 0, low, commonLow - 1), commonHigh + 1, high);
  secondOnlyCount = listKept(secondOnly, listKept(secondOnly, 0, nextLow, commonLow - 1), commonHigh + 1, nextHigh);
  const share = shareOf(high - low);
  const nextShare = shareOf(nextHigh - nextLow);
  const inPass = min(longestPass, commonCount);
  gatherRowsOfBoth(inPass, common, keptRow(at), keptRow(at + 1), hidden, next, share, nextShare);
  if (commonCount > inPass) {
    addAll(common + (<usize>inPass << 2), commonCount - inPass, hidden, share);
    addAll(common + (<usize>inPass << 2), commonCount - inPass, next, nextShare);
  }
  addAll(firstOnly, firstOnlyCount, hidden, share);
  addAll(secondOnly, secondOnlyCount, next, nextShare);
}

/** What stands in both is written once. */
function scatterBoth(at: i32): void {
  const error = scratch + scratchErrors;
  const next = error + rowBytes;
  const common = scratch + scratchCommon;
  const inPass = min(longestPass, commonCount);
  scatterToRowsOfBoth(inPass, common, keptRow(at), keptRow(at + 1), error, next);
  if (commonCount > inPass) {
    const both = scratch + scratchBothErrors;
    const bytes = rowBytes;
    for (let i: usize = 0; i < bytes; i += 16)
      v128.store(both + i, f32x4.add(v128.load(error + i), v128.load(next + i)));
    addToAll(common + (<usize>inPass << 2), commonCount - inPass, both);
  }
  addToAll(scratch + scratchFirstOnly, firstOnlyCount, error);
  addToAll(scratch + scratchSecondOnly, secondOnlyCount, next);
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
    } else gather(at, low, high);
    if (sampleLoss()) addNegativeSamplingLoss(hidden, positive);
    if (windows == 2 && sampleLoss()) addNegativeSamplingLoss(hidden + rowBytes, next);
    const labels = positiveFirst(windows, inTile + 1);
    cbow(windows, inTile, scratch + scratchHiddenList, scratch + scratchErrorList, outputs, labels, rate);
    if (negative > 6) stepMoreNegatives(windows, outputs, rate);
    if (windows == 2) scatterBoth(at);
    else scatter();
    passWindow();
  }
}

/** Steps the nodes of a path, in as few parts as can be, about equally long. Writes the error row. */
function stepPath(depth: i32, which: i32, hidden: usize, error: usize, rate: v128): void {
  let before = scratch + scratchZeros;
  let parts = (depth + longestPath - 1) / longestPath;
  for (let node: i32 = 0; node < depth; parts--) {
    const some = parts == 1 ? depth - node : (depth - node + parts - 1) / parts;
    const skipped = <usize>node << 2;
    path(some, pathRows(which) + skipped, hidden, before, error, pathLabels(which) + skipped, rate);
    before = error;
    node += some;
  }
}

export function cbowHierarchical(first: i32, end: i32, rate: v128): void {
  const hidden = scratch + scratchHidden;
  const errors = scratch + scratchErrors;
  if (end - first < 2) return;
  for (let at = first; at < end; at += 2) {
    const windows = min(2, end - at);
    for (let w: i32 = 0; w < windows; w++) listPath(at + w, w);
    drawContext(at, first, end);
    const low = from;
    const high = to;
    if (windows == 2) {
      drawContext(at + 1, first, end);
      gatherBoth(at, low, high, from, to);
    } else gather(at, low, high);
    for (let w: i32 = 0; w < windows; w++) {
      const row = hidden + <usize>w * rowBytes;
      if (sampleLoss()) addHierarchicalLoss(row, at + w, w);
      stepPath(pathDepth(at + w), w, row, errors + <usize>w * rowBytes, rate);
    }
    if (windows == 2) scatterBoth(at);
    else scatter();
    passWindow();
  }
}

export function cbowSoftmax(first: i32, end: i32, rate: f32): void {
  const hidden = scratch + scratchHidden;
  if (end - first < 2) return;
  for (let at = first; at < end; at++) {
    drawContext(at, first, end);
    gather(at, from, to);
    stepSoftmax(hidden, false, keptWord(at), rate, sampleLoss());
    scatter();
  }
}
