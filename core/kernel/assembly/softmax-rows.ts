// Rows of scores become losses and gradients. Each row is filled up to a multiple of 8 numbers; the bias there is −∞, so that what stands
// there has no probability.
import { exponential } from './exponential';
import { tileRows } from './product-tiles';

/** Numbers that are added up in single precision before they go to the whole. */
const stretchBytes: usize = 1024;
/** How far scores may lie above their reference: e^40, a million times, is still far from the end of single precision. */
const headroom: f32 = 40;

@inline function largest(v: v128): f32 {
  return max(
    max(f32x4.extract_lane(v, 0), f32x4.extract_lane(v, 1)),
    max(f32x4.extract_lane(v, 2), f32x4.extract_lane(v, 3)),
  );
}

@inline function sum(v: v128): f64 {
  return (
    <f64>f32x4.extract_lane(v, 0) +
    <f64>f32x4.extract_lane(v, 1) +
    <f64>f32x4.extract_lane(v, 2) +
    <f64>f32x4.extract_lane(v, 3)
  );
}

/** Adds the bias to a row in place. @returns the largest sum */
function addBias(row: usize, bias: usize, bytes: usize): f32 {
  let highest = f32x4.splat(-Infinity);
  for (let i: usize = 0; i < bytes; i += 16) {
    const x = f32x4.add(v128.load(row + i), v128.load(bias + i));
    v128.store(row + i, x);
    highest = f32x4.pmax(highest, x);
  }
  return largest(highest);
}

/** The largest sum of a score and its bias in a row that stays as it is. */
function largestSum(row: usize, bias: usize, bytes: usize): f32 {
  // Two at a time: a comparison need not wait for the one before.
  let highest0 = f32x4.splat(-Infinity);
  let highest1 = highest0;
  for (let i: usize = 0; i < bytes; i += 32) {
    highest0 = f32x4.pmax(highest0, f32x4.add(v128.load(row + i), v128.load(bias + i)));
    highest1 = f32x4.pmax(highest1, f32x4.add(v128.load(row + i, 16), v128.load(bias + i, 16)));
  }
  return largest(f32x4.pmax(highest0, highest1));
}

/** Every x of a row becomes e^(x + bias − reference). @returns their sum */
function exponentialsOfSums(row: usize, bias: usize, bytes: usize, reference: f32): f64 {
  const shift = f32x4.splat(reference);
  let total: f64 = 0;
  for (let from: usize = 0; from < bytes; from += stretchBytes) {
    const end = min(bytes, from + stretchBytes);
    let sums = f32x4.splat(0);
    for (let i = from; i < end; i += 32) {
      const x0 = f32x4.sub(f32x4.add(v128.load(row + i), v128.load(bias + i)), shift);
      const x1 = f32x4.sub(f32x4.add(v128.load(row + i, 16), v128.load(bias + i, 16)), shift);
      const e0 = exponential(x0);
      const e1 = exponential(x1);
      v128.store(row + i, e0);
      v128.store(row + i, e1, 16);
      sums = f32x4.add(f32x4.add(sums, e0), e1);
    }
    total += sum(sums);
  }
  return total;
}

/** Every x of a row becomes e^(x − top). @returns their sum */
function exponentials(row: usize, bytes: usize, top: f32): f64 {
  const shift = f32x4.splat(top);
  let total: f64 = 0;
  for (let from: usize = 0; from < bytes; from += stretchBytes) {
    const end = min(bytes, from + stretchBytes);
    let sums = f32x4.splat(0);
    for (let i = from; i < end; i += 16) {
      const e = exponential(f32x4.sub(v128.load(row + i), shift));
      v128.store(row + i, e);
      sums = f32x4.add(sums, e);
    }
    total += sum(sums);
  }
  return total;
}

/** Sum of e^(x − top) over a row that stays as it is. */
function sumOfExponentials(row: usize, bytes: usize, top: f32): f64 {
  const shift = f32x4.splat(top);
  let total: f64 = 0;
  for (let from: usize = 0; from < bytes; from += stretchBytes) {
    const end = min(bytes, from + stretchBytes);
    let sums = f32x4.splat(0);
    for (let i = from; i < end; i += 16)
      sums = f32x4.add(sums, exponential(f32x4.sub(v128.load(row + i), shift)));
    total += sum(sums);
  }
  return total;
}

function scaleRow(row: usize, bytes: usize, factor: f32): void {
  const by = f32x4.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16) v128.store(row + i, f32x4.mul(v128.load(row + i), by));
}

/** A row of exponentials to the same place of each panel of six words. */
function keepRow(row: usize, bytes: usize, target: usize, panelBytes: usize): void {
  const end = row + bytes;
  for (; row < end; row += 24) {
    v128.store(target, v128.load(row));
    store<u64>(target, load<u64>(row, 16), 16);
    target += panelBytes;
  }
}

/**
 * The scores of a group of words, a row for each place, become e^(score + bias − reference of the row): what the probabilities are
 * proportional to. The groups come one after the other (online softmax, Milakov & Gimelshein 2018). The reference of a row is the highest
 * score of the first group; it rises only where a later group would have numbers too large for it, for then what was made of the groups
 * before has to be made smaller.
 * @param references f32, of each row; −∞ before the first group
 * @param totals f64, sums of each row over the groups so far; 0 before the first
 * @param reductions f32, of each row: what the numbers of the groups before are to be multiplied by
 * @param kept a packed left factor, words × rows, that becomes the exponentials of the group; 0 where they are not needed
 * @returns rows whose reference rose
 */
export function softmaxGroup(
  scores: usize,
  stride: usize,
  bias: usize,
  bytes: usize,
  rows: i32,
  references: usize,
  totals: usize,
  reductions: usize,
  kept: usize,
): i32 {
  const panelBytes = <usize>rows * 24;
  let risen = 0;
  for (let row: i32 = 0; row < rows; row++) {
    const top = largestSum(scores, bias, bytes);
    let reference = load<f32>(references);
    let total = load<f64>(totals);
    let reduction: f64 = 1;
    if (top > reference + headroom) {
      reduction = Math.exp(<f64>reference - <f64>top);
      total *= reduction;
      reference = top;
      store<f32>(references, reference);
      risen++;
    }
    store<f32>(reductions, <f32>reduction);
    store<f64>(totals, total + exponentialsOfSums(scores, bias, bytes, reference));
    if (kept != 0) {
      keepRow(scores, bytes, kept, panelBytes);
      kept += 24;
    }
    scores += stride;
    references += 4;
    totals += 8;
    reductions += 4;
  }
  return risen;
}

/**
 * Notes the sums of score and bias of those targets that are in a group of words, before {@link softmaxGroup} takes the scores.
 * @param targets u32, a word of each row
 * @param targetScores f32
 */
export function takeTargetScores(
  scores: usize,
  stride: usize,
  bias: usize,
  first: u32,
  words: u32,
  targets: usize,
  rows: i32,
  targetScores: usize,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    const column = load<u32>(targets) - first;
    if (column < words) {
      const at = <usize>column << 2;
      store<f32>(targetScores, load<f32>(scores + at) + load<f32>(bias + at));
    }
    scores += stride;
    targets += 4;
    targetScores += 4;
  }
}

/**
 * After the last group: −ln p of the target of each row, to `losses` (f64). The gradients of the scores are scale · what
 * {@link softmaxGroup} left, less `factor` at the target: the scale goes to the smaller factors of the products.
 * @param scales f32, of each row: factor ÷ sum of the row
 */
export function softmaxLosses(
  references: usize,
  totals: usize,
  targetScores: usize,
  rows: i32,
  factor: f32,
  losses: usize,
  scales: usize,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    const total = load<f64>(totals);
    store<f64>(losses, Math.log(total) + <f64>load<f32>(references) - <f64>load<f32>(targetScores));
    store<f32>(scales, <f32>(<f64>factor / total));
    references += 4;
    totals += 8;
    targetScores += 4;
    losses += 8;
    scales += 4;
  }
}

/**
 * Takes the sum of each row from the exponential of its target among those that were kept: then scale · exponential is the gradient of the
 * score, there too.
 */
export function subtractTotals(kept: usize, targets: usize, totals: usize, rows: i32): void {
  for (let row: i32 = 0; row < rows; row++) {
    const target = load<u32>(targets);
    const panel = <usize>(target / tileRows) * <usize>rows + <usize>row;
    const at = kept + panel * 24 + (<usize>(target % tileRows) << 2);
    store<f32>(at, <f32>(<f64>load<f32>(at) - load<f64>(totals)));
    targets += 4;
    totals += 8;
  }
}

/** Scores of one row become natural logarithms of probabilities. */
export function logProbabilities(scores: usize, bias: usize, bytes: usize): void {
  const top = addBias(scores, bias, bytes);
  const by = f32x4.splat(<f32>(Math.log(sumOfExponentials(scores, bytes, top)) + <f64>top));
  for (let i: usize = 0; i < bytes; i += 16) v128.store(scores + i, f32x4.sub(v128.load(scores + i), by));
}

/**
 * Softmax over the target of each row and words that were drawn for all rows; a drawn word that is the target does not count twice.
 * @param corrections of the drawn words: bias − ln of how often each is expected to be drawn; −∞ behind the last
 * @param drawn u32, the drawn words; filled up like the rows
 * @param targetScores f32, corrected in the same way; become the gradients of the targets
 */
export function sampledGradients(
  scores: usize,
  stride: usize,
  corrections: usize,
  drawn: usize,
  targets: usize,
  targetScores: usize,
  rows: i32,
  factor: f32,
  losses: usize,
): void {
  for (let row: i32 = 0; row < rows; row++) {
    const target = load<f32>(targetScores);
    const own = i32x4.splat(<i32>load<u32>(targets));
    const none = f32x4.splat(-Infinity);
    let highest = f32x4.splat(target);
    for (let i: usize = 0; i < stride; i += 16) {
      const x = f32x4.add(v128.load(scores + i), v128.load(corrections + i));
      const other = v128.bitselect(none, x, i32x4.eq(v128.load(drawn + i), own));
      v128.store(scores + i, other);
      highest = f32x4.pmax(highest, other);
    }
    const top = largest(highest);
    const difference = <f64>target - <f64>top;
    const ownPart = Math.exp(difference);
    const total = exponentials(scores, stride, top) + ownPart;
    store<f64>(losses, Math.log(total) - difference);
    scaleRow(scores, stride, <f32>(<f64>factor / total));
    store<f32>(targetScores, <f32>((ownPart / total - 1) * <f64>factor));
    scores += stride;
    targets += 4;
    targetScores += 4;
    losses += 8;
  }
}
