// What a kernel knows of its run: read once from the shared block, then private to the instance.
import {
  jobAliasThresholds,
  jobAliases,
  jobDynamicWindow,
  jobHotRowCount,
  jobKeep,
  jobLossInterval,
  jobMeanOfContext,
  jobMinRate,
  jobNegative,
  jobOutputRows,
  jobPathOffsets,
  jobPaths,
  jobProgress,
  jobRate,
  jobRowBytes,
  jobRows,
  jobStretches,
  jobTokens,
  jobTotal,
  jobWindow,
  jobWindowsToMerge,
  jobWords,
  scratchConstants,
  scratchLabels,
} from './memory-map';

/** Bytes of one row: dimensions × 4, rounded up to 32. */
export let rowBytes: usize = 0;
/** Words, input row and output row side by side. */
export let rows: usize = 0;
export let words: u32 = 0;
/** u32 each: row of the word; bit 31 marks the last token of a document. */
export let tokens: usize = 0;
export let keep: usize = 0;
export let aliasThresholds: usize = 0;
export let aliases: usize = 0;
export let pathOffsets: usize = 0;
export let paths: usize = 0;
export let outputRows: usize = 0;
export let hotRowCount: i32 = 0;
export let windowsToMerge: i32 = 0;
export let window: i32 = 0;
export let dynamicWindow: bool = true;
export let negative: i32 = 0;
export let meanOfContext: bool = true;
export let lossInterval: u32 = 1;
export let scratch: usize = 0;
export let worker: usize = 0;
/** The lists of the chunk that is trained, at the places that they have in a scratch. */
export let lists: usize = 0;
/** 1, or training in rounds. */
export let stretches: i32 = 1;

let progress: usize = 0;
let total: f64 = 1;
let fullRate: f32 = 0;
let leastRate: f32 = 0;

export function readJob(job: usize, workerBlock: usize, scratchOffset: usize): void {
  tokens = load<u32>(job + jobTokens);
  rows = load<u32>(job + jobRows);
  rowBytes = load<u32>(job + jobRowBytes);
  words = load<u32>(job + jobWords);
  keep = load<u32>(job + jobKeep);
  aliasThresholds = load<u32>(job + jobAliasThresholds);
  aliases = load<u32>(job + jobAliases);
  pathOffsets = load<u32>(job + jobPathOffsets);
  paths = load<u32>(job + jobPaths);
  outputRows = load<u32>(job + jobOutputRows);
  hotRowCount = load<i32>(job + jobHotRowCount);
  windowsToMerge = load<i32>(job + jobWindowsToMerge);
  progress = load<u32>(job + jobProgress);
  window = load<i32>(job + jobWindow);
  dynamicWindow = load<u32>(job + jobDynamicWindow) != 0;
  negative = load<i32>(job + jobNegative);
  meanOfContext = load<u32>(job + jobMeanOfContext) != 0;
  lossInterval = load<u32>(job + jobLossInterval);
  total = load<f64>(job + jobTotal);
  fullRate = load<f32>(job + jobRate);
  leastRate = load<f32>(job + jobMinRate);
  stretches = load<i32>(job + jobStretches);
  worker = workerBlock;
  scratch = scratchOffset;
  lists = scratchOffset;
  writeConstants();
  writeLabels();
}

/** Goes to another stretch: its block and the lists of its chunk. */
export function setStretch(block: usize, area: usize): void {
  worker = block;
  lists = area;
}

/** Full softmax in rounds: each stretch has all output rows for itself. */
export function setOutputRows(list: usize): void {
  outputRows = list;
}

/** Falls linearly with the tokens that all workers have done. */
export function rateNow(): f32 {
  return rateAfter(<f64>atomic.load<i64>(progress));
}

export function rateAfter(done: f64): f32 {
  const rate = <f32>(<f64>fullRate * (1 - done / total));
  return rate < leastRate ? leastRate : rate;
}

export function reportDone(count: i64): void {
  atomic.add<i64>(progress, count);
}

@inline export function inputRow(word: u32): usize {
  return rows + <usize>word * (rowBytes << 1);
}

@inline export function outputRow(word: u32): usize {
  return rows + <usize>word * (rowBytes << 1) + rowBytes;
}

@inline export function entry(list: usize, at: i32): u32 {
  return load<u32>(list + (<usize>at << 2));
}

@inline export function setEntry(list: usize, at: i32, value: u32): void {
  store<u32>(list + (<usize>at << 2), value);
}

// V8 rebuilds a float constant at each use; from memory it is one load.
function constant(at: usize, value: f32): void {
  v128.store(scratch + scratchConstants + at, f32x4.splat(value));
}

function writeConstants(): void {
  constant(0, -1.44269504089);
  constant(16, 12582912);
  constant(32, 0.0013333558);
  constant(48, 0.0096181291);
  constant(64, 0.0555041087);
  constant(80, 0.240226507);
  constant(96, 0.6931471806);
  constant(112, 1);
  constant(128, 6);
  constant(144, -6);
  constant(160, 1.44269504089);
  constant(176, -87);
}

/** For tiles of 1 or 2 inputs × 1 to 7 outputs: 1 for the first output of each input, 0 for the rest. */
function writeLabels(): void {
  memory.fill(scratch + scratchLabels, 0, 1152);
  for (let inputs: i32 = 1; inputs <= 2; inputs++) {
    for (let outputs: i32 = 1; outputs <= 7; outputs++) {
      const table = positiveFirst(inputs, outputs);
      for (let input: i32 = 0; input < inputs; input++) store<f32>(table + (<usize>(input * outputs) << 2), 1);
    }
  }
}

export function positiveFirst(inputs: i32, outputs: i32): usize {
  return scratch + scratchLabels + (<usize>((inputs - 1) * 8 + outputs) << 6);
}
