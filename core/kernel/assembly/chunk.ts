// A chunk: the tokens that are trained together, and the random choices that belong to it.
import {
  aliasThresholds,
  aliases,
  dynamicWindow,
  entry,
  inputRow,
  keep,
  outputRow,
  rowBytes,
  rows,
  scratch,
  setEntry,
  tokens,
  window,
  words,
} from './job';
import { ownRow, sharedRow } from './hot-rows';
import { chunkTokens, poolSize, scratchDocumentEnds, scratchKept, scratchKeptWords, scratchPool } from './memory-map';
import { random, randomBelow } from './random';

const lastOfDocument: u32 = 0x80000000;

/** Documents (or parts of documents) in the chunk. */
export let documentEnds: i32 = 0;

/**
 * Reads from `position` until the chunk is full or `end` is reached; frequent words are left out by chance.
 * @returns the position behind the last token read
 */
export function readChunk(position: u32, end: u32): u32 {
  const kept = scratch + scratchKept;
  const keptWords = scratch + scratchKeptWords;
  const ends = scratch + scratchDocumentEnds;
  let count: i32 = 0;
  let documents: i32 = 0;
  let documentStart: i32 = 0;
  while (position < end && count < <i32>chunkTokens) {
    const token = entry(tokens, position);
    const word = token & ~lastOfDocument;
    position++;
    setEntry(kept, count, <u32>ownRow(inputRow(word)));
    setEntry(keptWords, count, word);
    count += <i32>(random() <= entry(keep, word));
    if (token & lastOfDocument) {
      if (count > documentStart) setEntry(ends, documents++, count);
      documentStart = count;
    }
  }
  if (count > documentStart) setEntry(ends, documents++, count);
  documentEnds = documents;
  return position;
}

/** The list of input rows of kept tokens, from one on. */
@inline export function keptList(at: i32): usize {
  return scratch + scratchKept + (<usize>at << 2);
}

/** Input row of a kept token; its output row stands behind it. */
@inline export function keptRow(at: i32): usize {
  return <usize>entry(scratch + scratchKept, at);
}

@inline export function keptWord(at: i32): u32 {
  return entry(scratch + scratchKeptWords, at);
}

@inline export function documentEnd(at: i32): i32 {
  return entry(scratch + scratchDocumentEnds, at);
}

/** Draws the noise words of a chunk (alias method, Walker 1977) and lists their output rows. */
export function fillPool(): void {
  const pool = scratch + scratchPool;
  for (let at: i32 = 0; at < <i32>poolSize; at++) {
    const column = randomBelow(words);
    const word = random() <= entry(aliasThresholds, column) ? column : entry(aliases, column);
    setEntry(pool, at, <u32>ownRow(outputRow(word)));
  }
}

/** Lists the output rows of `count` negative samples, none of them one of the two given. Four to a random number. */
export function drawNegatives(list: usize, count: i32, notThis: usize, norThis: usize): void {
  const pool = scratch + scratchPool;
  let bits: u32 = 0;
  for (let n: i32 = 0; n < count; n++) {
    if ((n & 3) == 0) bits = random();
    let row = <usize>entry(pool, bits & 255);
    bits >>= 8;
    if (row == notThis || row == norThis) row = drawAnother(notThis, norThis);
    setEntry(list, n, <u32>row);
  }
}

/** Where the pool holds hardly anything else (tiny vocabularies) it settles for the next word. */
function drawAnother(notThis: usize, norThis: usize): usize {
  const pool = scratch + scratchPool;
  for (let attempt = 0; attempt < 32; attempt++) {
    const row = <usize>entry(pool, random() & (<u32>poolSize - 1));
    if (row != notThis && row != norThis) return row;
  }
  const stride = rowBytes << 1;
  const last = rows + <usize>words * stride - rowBytes;
  let row = sharedRow(notThis);
  do row = row == last ? rows + rowBytes : row + stride;
  while ((ownRow(row) == notThis || ownRow(row) == norThis) && words > 2);
  return ownRow(row);
}

/** Words to each side of this window. */
export function drawRadius(): i32 {
  return dynamicWindow ? window - <i32>randomBelow(window) : window;
}
