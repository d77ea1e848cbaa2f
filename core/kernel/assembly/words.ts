// Training of word vectors: the functions that a training worker calls. Offsets come from the trainer; nothing is allocated.
import { cbowHierarchical, cbowNegativeSampling, cbowSoftmax } from './cbow';
import { documentEnd, documentEnds, fillPool, readChunk } from './chunk';
import { mergeHotRows, takeHotRows } from './hot-rows';
import { rateNow, readJob, reportDone, worker } from './job';
import { copyPaths } from './paths';
import { keepLoss, restoreLoss } from './loss';
import { keepRandom, restoreRandom } from './random';
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
    position = readChunk(start, end);
    const rate = rateNow();
    if (output == withNegativeSampling) fillPool();
    if (output == withHierarchicalSoftmax) copyPaths();
    let first: i32 = 0;
    for (let at: i32 = 0; at < documentEnds; at++) {
      const behind = documentEnd(at);
      step(first, behind, rate);
      first = behind;
    }
    reportDone(<i64>(position - start));
  }
  mergeHotRows();
  keepLoss();
  keepRandom(worker);
  return position;
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
