import { randomState, randomStream, shuffle } from '../random.ts';

/** What stands at a place of hits: left of the match (−1 is L1), right of it (1 is R1), or the match itself (0). */
export interface PlaceKey {
  readonly place: number;
  /** What every token of the corpus has there: type ids, or ids of the values of a layer. */
  readonly ids: Uint32Array;
  /** The place of each id in the order of the language. */
  readonly rankOf: Uint32Array;
}

/** What is said of the text of each hit. */
export interface TextKey {
  /** By hit, from 0. */
  readonly ranks: Uint32Array;
}

/**
 * The order of hits: earlier keys decide first, text order last. A place beyond the text comes first.
 * Each key is one counting sort over ranks, from the last to the first, so that the time does not depend on the order there is.
 * @returns numbers of the hits
 */
export function orderHits(
  starts: Uint32Array,
  ends: Uint32Array,
  goesOnInText: Uint8Array,
  sortKeys: readonly (PlaceKey | TextKey)[],
): Uint32Array {
  let order: Uint32Array = starts.map((_, hit) => hit);
  const keys = new Uint32Array(starts.length);
  for (const key of sortKeys.toReversed()) {
    if ('ranks' in key) {
      order = countingSort(order, key.ranks, key.ranks.reduce((most, rank) => Math.max(most, rank), 0) + 1);
      continue;
    }
    const { place, ids, rankOf } = key;
    // A match of several tokens is compared token by token.
    const deepest = place === 0 ? longest(starts, ends) : 1;
    for (let token = deepest - 1; token >= 0; token--) {
      for (let hit = 0; hit < starts.length; hit++) {
        const [start, end] = [starts[hit]!, ends[hit]!];
        const at = place === 0 ? start + token : place < 0 ? start + place : end + place;
        const there =
          place === 0
            ? at <= end
            : place < 0
              ? at >= 0 && isOneText(goesOnInText, at, start)
              : at < ids.length && isOneText(goesOnInText, end, at);
        keys[hit] = there ? rankOf[ids[at]!]! + 1 : 0;
      }
      order = countingSort(order, keys, rankOf.length + 1);
    }
  }
  return order;
}

function longest(starts: Uint32Array, ends: Uint32Array): number {
  let most = 1;
  for (let hit = 0; hit < starts.length; hit++) most = Math.max(most, ends[hit]! - starts[hit]! + 1);
  return most;
}

function isOneText(goesOn: Uint8Array, from: number, to: number): boolean {
  for (let at = from + 1; at <= to; at++) if (goesOn[at] === 0) return false;
  return true;
}

/** Stable. @param keys by hit, below `size` */
export function countingSort(order: Uint32Array, keys: Uint32Array, size: number): Uint32Array {
  const next = new Uint32Array(size + 1);
  for (let hit = 0; hit < keys.length; hit++) next[keys[hit]! + 1]!++;
  for (let key = 0; key < size; key++) next[key + 1]! += next[key]!;
  const sorted = new Uint32Array(order.length);
  for (let at = 0; at < order.length; at++) {
    const hit = order[at]!;
    sorted[next[keys[hit]!]!++] = hit;
  }
  return sorted;
}

/**
 * A random order that a seed decides: any page is a sample of what the others do not hold.
 * @returns numbers of the hits
 */
export function shuffledHits(hits: number, seed: number): Uint32Array {
  const inTexts = new Uint32Array(hits).map((_, hit) => hit);
  return shuffle(inTexts, randomStream(randomState(seed)));
}

/** A sample of some hits, in the order of the texts. */
export const thinned = (hits: number, some: number, seed: number): Uint32Array =>
  shuffledHits(hits, seed).slice(0, some).sort();
