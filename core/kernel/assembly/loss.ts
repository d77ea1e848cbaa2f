// The loss, computed for a sample of the windows from the vectors before the step. It reads and never changes what is trained.
// Its noise words are drawn afresh: those of the pool were pushed away from this very text a moment ago.
import {
  aliasThresholds,
  aliases,
  entry,
  lists,
  lossInterval,
  negative,
  outputRow,
  rowBytes,
  stretches,
  words,
  worker,
} from './job';
import { areaLossPool, lossPoolSize, workerEpoch, workerLosses, workerLossRandom, workerWindowsUnsampled } from './memory-map';
import { pathDepth, pathLabels, pathRows } from './paths';

let sum: f64 = 0;
let examples: f64 = 0;
let unsampled: u32 = 0;
let state: u32 = 1;

export function restoreLoss(): void {
  sum = 0;
  examples = 0;
  unsampled = load<u32>(worker + workerWindowsUnsampled);
  state = load<u32>(worker + workerLossRandom) | 1;
}

/** Adds what was sampled to the epoch. */
export function keepLoss(): void {
  const at = worker + workerLosses + ((<usize>load<u32>(worker + workerEpoch)) << 4);
  store<f64>(at, load<f64>(at) + sum);
  store<f64>(at, load<f64>(at, 8) + examples, 8);
  store<u32>(worker + workerWindowsUnsampled, unsampled);
  store<u32>(worker + workerLossRandom, state);
}

/** True for one window in `lossInterval`. */
export function sampleLoss(): bool {
  unsampled++;
  if (unsampled < lossInterval) return false;
  unsampled = 0;
  return true;
}

/** One of the context words of a window, by chance. */
export function sampledContext(count: i32): i32 {
  state = state * 0x915f77f5 + 0x9e3779b1;
  return <i32>((<u64>state * <u64>count) >> 32);
}

export function addLoss(value: f64): void {
  sum += value;
  examples += 1;
}

function dot(x: usize, y: usize): f64 {
  const bytes = rowBytes;
  let sums = f32x4.splat(0);
  for (let i: usize = 0; i < bytes; i += 16)
    sums = f32x4.add(sums, f32x4.mul(v128.load(x + i), v128.load(y + i)));
  return (
    <f64>f32x4.extract_lane(sums, 0) +
    <f64>f32x4.extract_lane(sums, 1) +
    <f64>f32x4.extract_lane(sums, 2) +
    <f64>f32x4.extract_lane(sums, 3)
  );
}

/** A multiplicative generator (Lehmer), enough for choosing noise words. */
function drawNoise(): u32 {
  state = state * 0x915f77f5 + 0x9e3779b1;
  const column = <u32>((<u64>state * <u64>words) >> 32);
  state = state * 0x915f77f5 + 0x9e3779b1;
  return state <= entry(aliasThresholds, column) ? column : entry(aliases, column);
}

/** Output row of a noise word. In rounds all but those of the chunk belong to others, and it brought some for this. */
function noiseRow(): usize {
  if (stretches == 1) return outputRow(drawNoise());
  state = state * 0x915f77f5 + 0x9e3779b1;
  return <usize>entry(lists + areaLossPool, <i32>(state >> 16) & (<i32>lossPoolSize - 1));
}

/** Σ −log σ(x), gathered as a product so that one logarithm serves for all terms of an example. */
let product: f64 = 1;
let logarithms: f64 = 0;

function addTerm(x: f64): void {
  // Beyond this the term is −x itself, and e^−x would overflow sooner or later.
  if (x < -30) logarithms -= x;
  else product *= 1 + Math.exp(-x);
  if (product < 1e200) return;
  logarithms += Math.log(product);
  product = 1;
}

function addExample(): void {
  addLoss(logarithms + Math.log(product));
  logarithms = 0;
  product = 1;
}

/** −log σ(x·positive) − Σ log σ(−x·noise), noise drawn as often as there are negative samples (Mikolov et al. 2013). */
export function addNegativeSamplingLoss(input: usize, positive: usize): void {
  addTerm(dot(input, positive));
  for (let n: i32 = 0; n < negative; n++) addTerm(-dot(input, noiseRow()));
  addExample();
}

/** −log of the product along the path of the kept token `at`, which was listed as the first or the second of two. */
export function addHierarchicalLoss(input: usize, at: i32, which: i32): void {
  const rows = pathRows(which);
  const labels = pathLabels(which);
  const depth = pathDepth(at);
  for (let node: i32 = 0; node < depth; node++) {
    const x = dot(input, <usize>entry(rows, node));
    addTerm(load<f32>(labels + (<usize>node << 2)) != 0 ? x : -x);
  }
  addExample();
}
