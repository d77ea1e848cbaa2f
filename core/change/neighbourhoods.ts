import type { PartModel } from './part-models.ts';
import { hasLength, lengthened } from './unit-rows.ts';

/** Words that may be neighbours: the most frequent of those that are compared. */
const mostCandidates = 2000;
/** Neighbours of either model: Hamilton, Leskovec & Jurafsky (2016b) take 25, of models of many million words. Those of small texts are told from chance by more of them. */
const localNeighbours = { least: 25, most: 100, share: 0.2 } as const;
/**
 * Gonen et al. (2020) take 1,000, of large vocabularies; in small ones that would be most of the words. Of some hundred candidates fifteen
 * in a hundred reach beyond what a word has to do with at all, so the share grows with their number.
 */
const mostShared = 1000;
const shareOfCandidates = { least: 0.05, upTo: 250, most: 0.15, from: 600 } as const;

export const candidatesOf = (words: number): number => Math.min(words, mostCandidates);
export const sharedNeighbours = (words: number): number =>
  Math.max(1, Math.min(mostShared, Math.floor(candidatesOf(words) * shareOf(candidatesOf(words)))));
const shareOf = (candidates: number): number => {
  const { least, upTo, most, from } = shareOfCandidates;
  return least + (most - least) * Math.min(1, Math.max(0, (candidates - upTo) / (from - upTo)));
};
export const nearNeighbours = (words: number): number =>
  Math.max(
    1,
    Math.min(
      candidatesOf(words) - 1,
      Math.max(
        localNeighbours.least,
        Math.min(localNeighbours.most, Math.floor(candidatesOf(words) * localNeighbours.share)),
      ),
    ),
  );

/**
 * The share of a word’s nearest words that are not the same in both models: 1 − |N(w, A) ∩ N(w, B)| ÷ k (Gonen, Jawahar, Seddah & Goldberg 2020). Nothing is aligned.
 * @returns 0 to 1 for each word; NaN for one that a model says nothing of
 */
export function neighbourOverlap(models: readonly [PartModel, PartModel]): Float64Array {
  const k = sharedNeighbours(models[0].vectors.length / models[0].dimensions);
  return overNeighbours(models, k, (a, b, [leastA, leastB], count) => {
    let shared = 0;
    for (let at = 0; at < count; at += 1) if (a[at]! >= leastA && b[at]! >= leastB) shared += 1;
    return 1 - Math.min(shared, k) / k;
  });
}

/**
 * How otherwise a word lies to its nearest words of both models: 1 − cosine of its two rows of cosines with the union of its k nearest in either (local neighbourhood distance; Hamilton, Leskovec &
 * Jurafsky 2016b).
 * @returns 0 to 2 for each word; NaN for one that a model says nothing of
 */
export function localNeighbourhood(models: readonly [PartModel, PartModel]): Float64Array {
  const k = nearNeighbours(models[0].vectors.length / models[0].dimensions);
  return overNeighbours(models, k, (a, b, [leastA, leastB], count) => {
    let [both, ofA, ofB] = [0, 0, 0];
    for (let at = 0; at < count; at += 1) {
      const [x, y] = [a[at]!, b[at]!];
      if (x < leastA && y < leastB) continue;
      both += x * y;
      ofA += x * x;
      ofB += y * y;
    }
    return ofA > 0 && ofB > 0 ? Math.max(0, 1 - both / Math.sqrt(ofA * ofB)) : NaN;
  });
}

type Judge = (a: Float64Array, b: Float64Array, least: readonly [number, number], count: number) => number;

/** @param judge sees the cosines of a word with all candidates but itself, and what the k-th nearest of each model has */
function overNeighbours(models: readonly [PartModel, PartModel], k: number, judge: Judge): Float64Array {
  const { dimensions } = models[0];
  const words = models[0].vectors.length / dimensions;
  const isThere = (word: number) => hasLength(models[0], word) && hasLength(models[1], word);
  const candidates = Uint32Array.from(
    Array.from({ length: candidatesOf(words) }, (_, word) => word).filter(isThere),
  );
  const [first, second] = models.map(({ vectors }) => lengthened(vectors, dimensions)) as [
    Float64Array,
    Float64Array,
  ];
  const make = () => new Float64Array(candidates.length);
  const [a, b, sorted] = [make(), make(), make()];
  return Float64Array.from({ length: words }, (_, word) => {
    if (!isThere(word)) return NaN;
    const count = cosines(first, dimensions, word, candidates, a);
    cosines(second, dimensions, word, candidates, b);
    if (count < k) return NaN;
    return judge(a, b, [largest(a, count, k, sorted), largest(b, count, k, sorted)], count);
  });
}

/** @returns how many there are: all candidates but the word itself */
function cosines(
  rows: Float64Array,
  dimensions: number,
  word: number,
  candidates: Uint32Array,
  into: Float64Array,
): number {
  let count = 0;
  const own = rows.subarray(word * dimensions, (word + 1) * dimensions);
  for (const other of candidates) {
    if (other === word) continue;
    into[count++] = product(own, rows, other * dimensions);
  }
  return count;
}

/** Four sums at a time: one alone waits for itself. */
function product(own: Float64Array, rows: Float64Array, from: number): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  let k = 0;
  for (; k + 3 < own.length; k += 4) {
    a += own[k]! * rows[from + k]!;
    b += own[k + 1]! * rows[from + k + 1]!;
    c += own[k + 2]! * rows[from + k + 2]!;
    d += own[k + 3]! * rows[from + k + 3]!;
  }
  for (; k < own.length; k += 1) a += own[k]! * rows[from + k]!;
  return a + b + (c + d);
}

/** The k-th largest of the first numbers (quickselect; Hoare 1961). */
function largest(numbers: Float64Array, count: number, k: number, room: Float64Array): number {
  room.set(numbers.subarray(0, count));
  const wanted = k - 1;
  let [from, to] = [0, count - 1];
  while (from < to) {
    const pivot = room[(from + to) >> 1]!;
    let [left, right] = [from, to];
    while (left <= right) {
      while (room[left]! > pivot) left += 1;
      while (room[right]! < pivot) right -= 1;
      if (left > right) break;
      const held = room[left]!;
      room[left++] = room[right]!;
      room[right--] = held;
    }
    if (wanted <= right) to = right;
    else if (wanted >= left) from = left;
    else break;
  }
  return room[wanted]!;
}
