// A chunk: the tokens that are trained together, and the random choices that belong to it.
import {
  aliasThresholds,
  aliases,
  dynamicWindow,
  entry,
  inputRow,
  keep,
  lists,
  outputRow,
  rowBytes,
  rows,
  setEntry,
  stretches,
  tokens,
  window,
  words,
} from './job';
import { ownRow, sharedRow } from './hot-rows';
import { poolSize, scratchDocumentEnds, scratchKept, scratchKeptWords, scratchPool } from './memory-map';
import { random, randomBelow } from './random';

const lastOfDocument: u32 = 0x80000000;

/** Documents (or parts of documents) in the chunk. */
export let documentEnds: i32 = 0;

export function setDocumentEnds(count: i32): void {
  documentEnds = count;
}

/**
 * Reads from `position` until the chunk has `most` kept tokens or `end` is reached; frequent words are left out by chance.
 * @returns the position behind the last token read
 */
export function readChunk(position: u32, end: u32, most: i32): u32 {
  const kept = lists + scratchKept;
  const keptWords = lists + scratchKeptWords;
  const ends = lists + scratchDocumentEnds;
  let count: i32 = 0;
  let documents: i32 = 0;
  let documentStart: i32 = 0;
  while (position < end && count < most) {
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
  return lists + scratchKept + (<usize>at << 2);
}

/** Input row of a kept token; its output row stands behind it. */
@inline export function keptRow(at: i32): usize {
  return <usize>entry(lists + scratchKept, at);
}

@inline export function keptWord(at: i32): u32 {
  return entry(lists + scratchKeptWords, at);
}

@inline export function documentEnd(at: i32): i32 {
  return entry(lists + scratchDocumentEnds, at);
}

/** A noise word (alias method, Walker 1977). */
@inline export function drawNoiseWord(): u32 {
  const column = randomBelow(words);
  return random() <= entry(aliasThresholds, column) ? column : entry(aliases, column);
}

/** Draws the noise words of a chunk and lists their output rows. */
export function fillPool(): void {
  const pool = lists + scratchPool;
  for (let at: i32 = 0; at < <i32>poolSize; at++) {
    setEntry(pool, at, <u32>ownRow(outputRow(drawNoiseWord())));
  }
}

/** Lists the output rows of `count` negative samples, none of them one of the two given. Four to a random number. */
export function drawNegatives(list: usize, count: i32, notThis: usize, norThis: usize): void {
  const pool = lists + scratchPool;
  let bits: u32 = 0;
  for (let n: i32 = 0; n < count; n++) {
    if ((n & 3) == 0) bits = random();
    let row = <usize>entry(pool, bits & 255);
    bits >>= 8;
    if (row == notThis || row == norThis) row = drawAnother(notThis, norThis);
    setEntry(list, n, <u32>row);
  }
}

/**
 * Where the pool holds hardly anything else (tiny vocabularies) it settles for the next word. In rounds rows beyond the pool
 * belong to others: any of the pool will do, and where there is none, the word itself.
 */
function drawAnother(notThis: usize, norThis: usize): usize {
  const pool = lists + scratchPool;
  for (let attempt = 0; attempt < 32; attempt++) {
    const row = <usize>entry(pool, random() & (<u32>poolSize - 1));
    if (row != notThis && row != norThis) return row;
  }
  if (stretches > 1) {
    for (let at = 0; at < <i32>poolSize; at++) {
      const row = <usize>entry(pool, at);
      if (row != notThis && row != norThis) return row;
    }
    return notThis;
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
