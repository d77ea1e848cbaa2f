// Training in rounds. The corpus is cut into stretches, each with random numbers of its own. In a round each stretch trains a
// chunk: rows that no other stretch touches in this round are written where they stand, of others each has a copy, and at the
// end of the round what the copies learned is added up in the order of the stretches. So the bytes are the same whichever
// thread did what. Who touches what is known beforehand, since chunks are read a round ahead.
import {
  documentEnd,
  documentEnds,
  drawNoiseWord,
  keptWord,
  readChunk,
  setDocumentEnds,
} from './chunk';
import {
  entry,
  lists,
  pathOffsets,
  paths,
  rowBytes,
  rows,
  scratch,
  setEntry,
  setOutputRows,
  setStretch,
  stretches,
  words,
  worker,
} from './job';
import {
  areaDocuments,
  areaKeptUnits,
  areaLossPool,
  areaOwned,
  areaUnitList,
  areaUnits,
  jobAreaAddresses,
  jobAreaCopies,
  jobAreaOutputs,
  jobAreaOwned,
  jobAreas,
  jobAreaBytes,
  jobBlockBytes,
  jobBlocks,
  jobRoundTokens,
  jobTouched,
  jobTouchedBytes,
  jobUnitBytes,
  jobUnitPlaces,
  lossPoolSize,
  poolSize,
  scratchChunkPaths,
  scratchContexts,
  scratchErrors,
  scratchKept,
  scratchOutputs,
  scratchPathDepths,
  scratchPathStarts,
  scratchPool,
  workerEnd,
  workerPosition,
} from './memory-map';
import { keepRandom, restoreRandom } from './random';
import { copyBytes, mergeCopies } from './round-rows';

const withNegativeSampling: i32 = 0;
const withHierarchicalSoftmax: i32 = 1;
const withFullSoftmax: i32 = 2;
/** Of an entry of the table: the stretch takes the word as noise alone, and has no copy of its input row. */
const noiseAlone: u32 = 0x8000;

let output: i32 = 0;
let areas: usize = 0;
let areaBytes: usize = 0;
let blocks: usize = 0;
let blockBytes: usize = 0;
let addressesAt: usize = 0;
let ownedAt: usize = 0;
let copiesAt: usize = 0;
let outputsAt: usize = 0;
let touched: usize = 0;
let touchedBytes: usize = 0;
let unitBytes: usize = 0;
let unitPlaces: usize = 0;
let roundTokens: i32 = 0;
/** Of the row of a word or a node from the next. */
let stride: usize = 0;

export function readRounds(job: usize, whichOutput: i32): void {
  output = whichOutput;
  areas = load<u32>(job + jobAreas);
  areaBytes = load<u32>(job + jobAreaBytes);
  blocks = load<u32>(job + jobBlocks);
  blockBytes = load<u32>(job + jobBlockBytes);
  addressesAt = load<u32>(job + jobAreaAddresses);
  ownedAt = load<u32>(job + jobAreaOwned);
  copiesAt = load<u32>(job + jobAreaCopies);
  outputsAt = load<u32>(job + jobAreaOutputs);
  touched = load<u32>(job + jobTouched);
  touchedBytes = load<u32>(job + jobTouchedBytes);
  unitBytes = load<u32>(job + jobUnitBytes);
  unitPlaces = scratch + <usize>load<u32>(job + jobUnitPlaces);
  roundTokens = load<i32>(job + jobRoundTokens);
  stride = rowBytes << 1;
}

@inline function areaOf(stretch: i32): usize {
  return areas + <usize>stretch * areaBytes;
}

function enter(stretch: i32): void {
  setStretch(blocks + <usize>stretch * blockBytes, areaOf(stretch));
}

/** Units: words; under hierarchical softmax the nodes of the tree behind them. */
@inline function unitRow(unit: u32): usize {
  return unit < words ? rows + <usize>unit * stride : rows + <usize>(unit - words) * stride + rowBytes;
}

@inline function tableEntry(parity: i32, unit: u32): usize {
  return touched + <usize>parity * touchedBytes + (<usize>unit << 4);
}

let units: u32 = 0;

/** Puts a unit on the list of the stretch unless it is there. @returns its place */
@inline function touch(unit: u32): u32 {
  const place = unitPlaces + (<usize>unit << 1);
  const known = <u32>load<u16>(place);
  const fresh = known == 0;
  setEntry(lists + areaUnitList, units, unit);
  units += <u32>fresh;
  const index = select(units, known, fresh);
  store<u16>(place, <u16>index);
  return index - 1;
}

/** The node of an entry of a path, as a unit. Rows lie at whole strides, so that the quotient is exact after rounding. */
@inline function nodeUnit(node: u32): u32 {
  return words + <u32>(<f64>((node & ~1) - <u32>rows - <u32>rowBytes) / <f64>stride + 0.5);
}

/** Nodes above one that was met have been met before. */
function touchPaths(): void {
  const keptUnits = <i32>units;
  for (let at: i32 = 0; at < keptUnits; at++) {
    const word = entry(lists + areaUnitList, at);
    const start = entry(pathOffsets, word);
    for (let node = entry(pathOffsets, word + 1); node > start; ) {
      node--;
      const before = units;
      touch(nodeUnit(entry(paths, node)));
      if (units == before) break;
    }
  }
}

/** Reads the next chunk of a stretch and tells the others, by the table of this parity, what it touches. */
export function readAhead(stretch: i32, parity: i32): void {
  enter(stretch);
  const position = load<u32>(worker + workerPosition);
  const end = load<u32>(worker + workerEnd);
  units = 0;
  store<u32>(lists + workerPosition, position);
  store<u32>(lists + areaDocuments, 0);
  store<u32>(lists + areaUnits, 0);
  if (position >= end) return;
  restoreRandom(worker);
  store<u32>(lists + workerPosition, readChunk(position, end, roundTokens));
  store<u32>(lists + areaDocuments, documentEnds);
  const kept = documentEnds == 0 ? 0 : documentEnd(documentEnds - 1);
  for (let at: i32 = 0; at < kept; at++) setEntry(lists + scratchKept, at, touch(keptWord(at)));
  store<u32>(lists + areaKeptUnits, units);
  if (output == withNegativeSampling) {
    for (let at: i32 = 0; at < <i32>poolSize; at++) setEntry(lists + scratchPool, at, touch(drawNoiseWord()));
    for (let at: i32 = 0; at < <i32>lossPoolSize; at++) setEntry(lists + areaLossPool, at, touch(drawNoiseWord()));
  }
  if (output == withHierarchicalSoftmax) touchPaths();
  store<u32>(lists + areaUnits, units);
  keepRandom(lists);
  const keptUnits = load<u32>(lists + areaKeptUnits);
  for (let at: u32 = 0; at < units; at++) {
    const unit = entry(lists + areaUnitList, at);
    const isNoise = output == withNegativeSampling && at >= keptUnits;
    store<u16>(tableEntry(parity, unit) + (<usize>stretch << 1), <u16>((at + 1) | (isNoise ? noiseAlone : 0)));
    store<u16>(unitPlaces + (<usize>unit << 1), 0);
  }
}

/** Decides where each unit of the chunk is written, and takes the copies. */
function takeCopies(stretch: i32, parity: i32): void {
  const list = lists + areaUnitList;
  const addresses = lists + addressesAt;
  const own = lists + ownedAt;
  const keptUnits = load<u32>(lists + areaKeptUnits);
  const count = load<u32>(lists + areaUnits);
  const isPair = output == withNegativeSampling;
  let copy = lists + copiesAt;
  let copies: u32 = 0;
  let owned: i32 = 0;
  for (let at: u32 = 0; at < count; at++) {
    const unit = entry(list, at);
    const row = unitRow(unit);
    const place = tableEntry(parity, unit);
    const by = i16x8.bitmask(i16x8.ne(v128.load(place), i16x8.splat(0)));
    if ((by & (by - 1)) == 0) {
      v128.store(place, i16x8.splat(0));
      setEntry(addresses, at, <u32>row);
      continue;
    }
    copies++;
    if (isPair && at >= keptUnits) {
      store<u16>(place + (<usize>stretch << 1), <u16>(copies | noiseAlone));
      copyBytes(row + rowBytes, copy + rowBytes, rowBytes);
    } else {
      store<u16>(place + (<usize>stretch << 1), <u16>copies);
      copyBytes(row, copy, unitBytes);
    }
    setEntry(own, owned, unit);
    owned += <i32>(ctz(by) == stretch);
    setEntry(addresses, at, <u32>copy);
    copy += unitBytes;
  }
  store<i32>(lists + areaOwned, owned);
}

/** Full softmax writes every output row at each step. */
function copyOutputs(): void {
  const list = lists + outputsAt;
  setOutputRows(list);
  for (let word: u32 = 0; word < words; word++)
    copyBytes(rows + <usize>word * stride + rowBytes, <usize>entry(list, word), rowBytes);
}

/** Places in the list of units become addresses. */
@inline function resolve(places: usize, count: i32, offset: usize): void {
  const addresses = lists + addressesAt;
  for (let at: i32 = 0; at < count; at++)
    setEntry(places, at, entry(addresses, entry(places, at)) + <u32>offset);
}

/** Writes the path of each word of the chunk with the rows as this stretch has them; tokens of a word share it. */
function listPaths(kept: i32): void {
  const list = lists + areaUnitList;
  const addresses = lists + addressesAt;
  const keptUnits = load<i32>(lists + areaKeptUnits);
  const count = load<i32>(lists + areaUnits);
  for (let at = keptUnits; at < count; at++)
    store<u16>(unitPlaces + (<usize>entry(list, at) << 1), <u16>at);
  // Its own lists are free: in rounds a chunk has them in the area of its stretch.
  const ofWords = scratch + scratchKept;
  let place = scratch + scratchChunkPaths;
  for (let at: i32 = 0; at < keptUnits; at++) {
    const word = entry(list, at);
    const end = entry(pathOffsets, word + 1);
    setEntry(ofWords, at, <u32>place);
    for (let node = entry(pathOffsets, word); node < end; node++) {
      const found = entry(paths, node);
      const index = <i32>load<u16>(unitPlaces + (<usize>nodeUnit(found) << 1));
      store<u32>(place, entry(addresses, index) | (found & 1));
      place += 4;
    }
  }
  for (let at = keptUnits; at < count; at++) store<u16>(unitPlaces + (<usize>entry(list, at) << 1), 0);
  for (let at: i32 = 0; at < kept; at++) {
    const word = keptWord(at);
    setEntry(scratch + scratchPathStarts, at, entry(ofWords, entry(lists + scratchKept, at)));
    setEntry(scratch + scratchPathDepths, at, entry(pathOffsets, word + 1) - entry(pathOffsets, word));
  }
}

/** Makes the chunk of a stretch ready to be stepped. @returns false where there is none */
export function beginChunk(stretch: i32, parity: i32): bool {
  enter(stretch);
  const documents = load<i32>(lists + areaDocuments);
  setDocumentEnds(documents);
  store<i32>(lists + areaOwned, 0);
  if (load<u32>(lists + workerPosition) == load<u32>(worker + workerPosition)) return false;
  takeCopies(stretch, parity);
  const kept = documents == 0 ? 0 : documentEnd(documents - 1);
  if (output == withHierarchicalSoftmax) listPaths(kept);
  resolve(lists + scratchKept, kept, 0);
  if (output == withNegativeSampling) {
    resolve(lists + scratchPool, <i32>poolSize, rowBytes);
    resolve(lists + areaLossPool, <i32>lossPoolSize, rowBytes);
  }
  if (output == withFullSoftmax) copyOutputs();
  restoreRandom(lists);
  return true;
}

/** From here on the stretch stands behind its chunk. @returns tokens of the chunk */
export function endChunk(): u32 {
  keepRandom(worker);
  const before = load<u32>(worker + workerPosition);
  const after = load<u32>(lists + workerPosition);
  store<u32>(worker + workerPosition, after);
  return after - before;
}

/** Whether the stretch has tokens for the next round. */
export function hasChunk(stretch: i32): bool {
  enter(stretch);
  return load<u32>(lists + workerPosition) != load<u32>(worker + workerPosition);
}

/** Units that are merged by this stretch, which is the first of those that touch them. */
export function ownedUnits(stretch: i32): i32 {
  return load<i32>(areaOf(stretch) + areaOwned);
}

/** Adds up what was learned of the owned units from … to − 1, in the order of the stretches. */
export function mergeOwned(stretch: i32, parity: i32, from: i32, to: i32): void {
  const list = areaOf(stretch) + ownedAt;
  const inputs = scratch + scratchContexts;
  const outputs = scratch + scratchOutputs;
  const isPair = output == withNegativeSampling;
  for (let at = from; at < to; at++) {
    const unit = entry(list, at);
    const place = tableEntry(parity, unit);
    let inputCopies: i32 = 0;
    let outputCopies: i32 = 0;
    for (let other: i32 = 0; other < stretches; other++) {
      const found = <u32>load<u16>(place + (<usize>other << 1));
      if (found == 0) continue;
      const copy = areaOf(other) + copiesAt + <usize>((found & ~noiseAlone) - 1) * unitBytes;
      setEntry(inputs, inputCopies, <u32>copy);
      inputCopies += <i32>(!isPair || (found & noiseAlone) == 0);
      setEntry(outputs, outputCopies++, <u32>(copy + rowBytes));
    }
    v128.store(place, i16x8.splat(0));
    const row = unitRow(unit);
    mergeCopies(inputCopies, inputs, row, scratch + scratchErrors);
    if (isPair) mergeCopies(outputCopies, outputs, row + rowBytes, scratch + scratchErrors);
  }
}

/** Full softmax: the same for output rows, of the stretches in `active` (a bit each). */
export function mergeOutputs(active: i32, from: u32, to: u32): void {
  const list = scratch + scratchOutputs;
  for (let word = from; word < to; word++) {
    let copies: i32 = 0;
    for (let stretch: i32 = 0; stretch < stretches; stretch++)
      if (active & (1 << stretch)) setEntry(list, copies++, entry(areaOf(stretch) + outputsAt, word));
    mergeCopies(copies, list, rows + <usize>word * stride + rowBytes, scratch + scratchErrors);
  }
}
