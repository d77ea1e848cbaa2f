// A chunk: the tokens that are trained together, and the random choices that belong to it.
import { aliasThresholds, aliases, dynamicWindow, entry, keep, scratch, setEntry, tokens, window, words } from './job';
import { chunkTokens, poolSize, scratchDocumentEnds, scratchKept, scratchPool } from './memory-map';
import { random, randomBelow } from './random';

const lastOfDocument: u32 = 0x80000000;

/** Kept tokens of the chunk, and the documents (or parts of documents) among them. */
export let keptTokens: i32 = 0;
export let documentEnds: i32 = 0;

/**
 * Reads from `position` until the chunk is full or `end` is reached; frequent words are left out by chance.
 * @returns the position behind the last token read
 */
export function readChunk(position: u32, end: u32): u32 {
  const kept = scratch + scratchKept;
  const ends = scratch + scratchDocumentEnds;
  let count: i32 = 0;
  let documents: i32 = 0;
  let documentStart: i32 = 0;
  while (position < end && count < <i32>chunkTokens) {
    const token = entry(tokens, position);
    const word = token & ~lastOfDocument;
    position++;
    setEntry(kept, count, word);
    count += <i32>(random() <= entry(keep, word));
    if (token & lastOfDocument) {
      if (count > documentStart) setEntry(ends, documents++, count);
      documentStart = count;
    }
  }
  if (count > documentStart) setEntry(ends, documents++, count);
  keptTokens = count;
  documentEnds = documents;
  return position;
}

// @ts-ignore: decorator
@inline export function keptWord(at: i32): u32 {
  return entry(scratch + scratchKept, at);
}

// @ts-ignore: decorator
@inline export function documentEnd(at: i32): i32 {
  return entry(scratch + scratchDocumentEnds, at);
}

/** Draws the noise words of a chunk (alias method, Walker 1977). */
export function fillPool(): void {
  const pool = scratch + scratchPool;
  for (let at: i32 = 0; at < <i32>poolSize; at++) {
    const column = randomBelow(words);
    setEntry(pool, at, random() <= entry(aliasThresholds, column) ? column : entry(aliases, column));
  }
}

/**
 * A negative sample that is neither of two words. Where the pool holds hardly anything else (tiny vocabularies) it
 * settles for the next word.
 */
export function drawNegative(notThis: u32, norThis: u32): u32 {
  const pool = scratch + scratchPool;
  for (let attempt = 0; attempt < 32; attempt++) {
    const word = entry(pool, random() & (<u32>poolSize - 1));
    if (word != notThis && word != norThis) return word;
  }
  let word = notThis;
  do word = word + 1 == words ? 0 : word + 1;
  while ((word == notThis || word == norThis) && words > 2);
  return word;
}

/** Words to each side of this window. */
export function drawRadius(): i32 {
  return dynamicWindow ? window - <i32>randomBelow(window) : window;
}
