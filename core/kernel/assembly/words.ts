// Training of word vectors: the functions that a training worker calls. Offsets come from the trainer; nothing is allocated.
import { cbowHierarchical, cbowNegativeSampling, cbowSoftmax } from './cbow';
import { documentEnd, documentEnds, fillPool, readChunk } from './chunk';
import { mergeHotRows, takeHotRows } from './hot-rows';
import { rateAfter, rateNow, readJob, reportDone, worker } from './job';
import { chunkTokens } from './memory-map';
import { copyPaths } from './paths';
import { keepLoss, restoreLoss } from './loss';
import { keepRandom, restoreRandom } from './random';
import { beginChunk, endChunk, readRounds } from './rounds';
import { skipGramHierarchical, skipGramNegativeSampling, skipGramSoftmax } from './skip-gram';

const skipGram: i32 = 0;
const withNegativeSampling: i32 = 0;
const withHierarchicalSoftmax: i32 = 1;

let architecture: i32 = 0;
let output: i32 = 0;

/** Must be called once before anything else. `whichArchitecture` 0 skip-gram, 1 CBOW; `whichOutput` 0 NS, 1 HS, 2 softmax. */
export function prepare(
  job: usize,
  workerBlock: usize,
  scratch: usize,
  whichArchitecture: i32,
  whichOutput: i32,
): void {
  readJob(job, workerBlock, scratch);
  readRounds(job, whichOutput);
  architecture = whichArchitecture;
  output = whichOutput;
}

/**
 * Trains whole chunks from token `from` on until `until` is reached or passed; never beyond `end`.
 * @returns the position behind the last token that was trained
 */
export function train(from: u32, until: u32, end: u32): u32 {
  restoreRandom(worker);
  restoreLoss();
  takeHotRows();
  let position = from;
  while (position < until) {
    const start = position;
    position = readChunk(start, end, <i32>chunkTokens);
    const rate = rateNow();
    if (output == withNegativeSampling) fillPool();
    if (output == withHierarchicalSoftmax) copyPaths();
    stepDocuments(rate);
    reportDone(<i64>(position - start));
  }
  mergeHotRows();
  keepLoss();
  keepRandom(worker);
  return position;
}

/**
 * Trains the chunk that a stretch has read, and reads no further.
 * @param done tokens trained by all before this round
 */
export function trainChunk(stretch: i32, parity: i32, done: f64): void {
  if (!beginChunk(stretch, parity)) return;
  restoreLoss();
  stepDocuments(rateAfter(done));
  keepLoss();
  reportDone(<i64>endChunk());
}

export { hasChunk, mergeOutputs, mergeOwned, ownedUnits, readAhead } from './rounds';

function stepDocuments(rate: f32): void {
  let first: i32 = 0;
  for (let at: i32 = 0; at < documentEnds; at++) {
    const behind = documentEnd(at);
    step(first, behind, rate);
    first = behind;
  }
}

function step(first: i32, end: i32, rate: f32): void {
  const rates = f32x4.splat(rate);
  if (architecture == skipGram) {
    if (output == withNegativeSampling) skipGramNegativeSampling(first, end, rates);
    else if (output == withHierarchicalSoftmax) skipGramHierarchical(first, end, rates);
    else skipGramSoftmax(first, end, rate);
  } else {
    if (output == withNegativeSampling) cbowNegativeSampling(first, end, rates);
    else if (output == withHierarchicalSoftmax) cbowHierarchical(first, end, rates);
    else cbowSoftmax(first, end, rate);
  }
}

/** Bytes at the start of the memory that hold the constants of this kernel. */
export function constantsEnd(): usize {
  return __heap_base;
}
