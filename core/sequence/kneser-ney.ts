import type { Baselines } from '../contract/sequence.ts';
import { endRow, startOfText, type SequenceData } from './sequence-data.ts';

/** Probabilities from counts alone: what a network must beat. */
export interface CountModels {
  /** Of a word whatever stands before it. */
  unigram(word: number): number;
  /** @param before the row before it, `<eos>` at the beginning of a sentence */
  bigram(before: number, word: number): number;
  /** @param earlier the row before `before`; plays no part where `before` is `<eos>`: nothing is remembered across sentences */
  trigram(earlier: number, before: number, word: number): number;
}

/**
 * Interpolated Kneser–Ney models of one, two and three words with the three discounts of Chen & Goodman (1999), estimated from
 * counts of counts; the lowest order is interpolated with the uniform distribution, so that no row has probability 0. An n-gram that begins
 * a sentence keeps its own count in lower orders, since nothing can stand before it.
 * @returns a stepper that yields the share done, 0 to 1
 */
export function* countModels(
  data: Pick<SequenceData, 'words' | 'training'>,
): Generator<number, CountModels, undefined> {
  const words = data.words.length;
  const { rows, follows } = pairsOf(data.training);
  const unigramCounts = new Uint32Array(words);
  for (let at = 1; at < rows.length; at += 1) if (follows[at] === 1) unigramCounts[rows[at]!]! += 1;
  yield 0.05;
  const pairKeys = new Float64Array(follows.reduce((sum, one) => sum + one, 0));
  let filled = 0;
  for (let at = 1; at < rows.length; at += 1)
    if (follows[at] === 1) pairKeys[filled++] = rows[at - 1]! * words + rows[at]!;
  const pairs = grouped(pairKeys.sort(), words, words);
  yield 0.3;

  // A context of two words is known by the number of their pair.
  const tripleKeys = new Float64Array(filled);
  let triples = 0;
  for (let at = 2; at < rows.length; at += 1) {
    if (follows[at] === 0 || rows[at - 1] === endRow) continue;
    tripleKeys[triples++] = placeOf(pairs, rows[at - 2]!, rows[at - 1]!) * words + rows[at]!;
  }
  yield 0.6;
  const trios = grouped(tripleKeys.subarray(0, triples).sort(), pairs.words.length, words);
  yield 0.8;

  const uniform = 1 / words;
  const single = (counts: Uint32Array) => singles(counts, uniform);
  const continuations = new Uint32Array(words);
  for (const word of pairs.words) continuations[word]! += 1;
  // In how many contexts of one word more a pair occurs; its count where it begins a sentence.
  const continued = new Uint32Array(pairs.words.length);
  for (let at = pairs.starts[endRow]!; at < pairs.starts[endRow + 1]!; at += 1)
    continued[at] = pairs.counts[at]!;
  for (let context = 0; context < pairs.words.length; context += 1)
    for (let at = trios.starts[context]!; at < trios.starts[context + 1]!; at += 1)
      continued[placeOf(pairs, pairs.words[context]!, trios.words[at]!)]! += 1;
  yield 0.95;

  const unigram = single(unigramCounts);
  const lowest = single(continuations);
  const bigram = interpolated(pairs, pairs.counts);
  const lower = interpolated(pairs, continued);
  const highest = interpolated(trios, trios.counts);
  const below = (before: number, word: number) => lower(before, word, lowest(word));
  return {
    unigram,
    bigram: (before, word) => bigram(before, word, lowest(word)),
    trigram(earlier, before, word) {
      const pair = before === endRow ? -1 : placeOf(pairs, earlier, before);
      return pair < 0 ? below(before, word) : highest(pair, word, below(before, word));
    },
  };
}

/**
 * Exact perplexity of the held-out part under each of the models, over all its words and the ends of its sentences.
 * @returns a stepper that yields the share done, 0 to 1
 */
export function* countBaselines(
  data: Pick<SequenceData, 'words' | 'training' | 'heldOut'>,
): Generator<number, Baselines, undefined> {
  const counting = countModels(data);
  let step = counting.next();
  for (; step.done !== true; step = counting.next()) yield step.value * 0.8;
  const models = step.value;
  const { rows, follows } = pairsOf(data.heldOut);
  const logs = { unigram: 0, bigram: 0, trigram: 0 };
  let targets = 0;
  for (let at = 1; at < rows.length; at += 1) {
    if (at % 50_000 === 0) yield 0.8 + (0.2 * at) / rows.length;
    if (follows[at] === 0) continue;
    const [before, word] = [rows[at - 1]!, rows[at]!];
    targets += 1;
    logs.unigram -= Math.log(models.unigram(word));
    logs.bigram -= Math.log(models.bigram(before, word));
    logs.trigram -= Math.log(models.trigram(at > 1 ? rows[at - 2]! : endRow, before, word));
  }
  const perplexity = (log: number) => Math.exp(log / Math.max(1, targets));
  return {
    unigram: perplexity(logs.unigram),
    bigram: perplexity(logs.bigram),
    trigram: perplexity(logs.trigram),
  };
}

/** Rows without marks, and 1 where a row follows the one before it in the same text. */
function pairsOf(tokens: Uint32Array): { readonly rows: Uint32Array; readonly follows: Uint8Array } {
  const rows = new Uint32Array(tokens.length);
  const follows = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    const marked = tokens[at]! >= startOfText;
    rows[at] = marked ? tokens[at]! - startOfText : tokens[at]!;
    follows[at] = marked || at === 0 ? 0 : 1;
  }
  return { rows, follows };
}

/** What follows each context: words from `starts[context]` to before `starts[context + 1]`, ascending, with their counts. */
interface Followers {
  readonly starts: Uint32Array;
  readonly words: Uint32Array;
  readonly counts: Uint32Array;
}

/** @param sorted context × words + word, once for each occurrence */
function grouped(sorted: Float64Array, contexts: number, words: number): Followers {
  let distinct = 0;
  for (let at = 0; at < sorted.length; at += 1) if (at === 0 || sorted[at] !== sorted[at - 1]) distinct += 1;
  const followers = {
    starts: new Uint32Array(contexts + 1),
    words: new Uint32Array(distinct),
    counts: new Uint32Array(distinct),
  };
  let last = -1;
  for (let at = 0; at < sorted.length; at += 1) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) {
      last += 1;
      const context = Math.floor(sorted[at]! / words);
      followers.words[last] = sorted[at]! - context * words;
      followers.starts[context + 1]! += 1;
    }
    followers.counts[last]! += 1;
  }
  for (let context = 0; context < contexts; context += 1)
    followers.starts[context + 1]! += followers.starts[context]!;
  return followers;
}

/** Number of a context with a word among all that occur, −1 for one that does not. */
function placeOf({ starts, words }: Followers, context: number, word: number): number {
  let low = starts[context]!;
  let high = starts[context + 1]!;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (words[middle]! < word) low = middle + 1;
    else high = middle;
  }
  return low < starts[context + 1]! && words[low] === word ? low : -1;
}

/** What is taken off a count of 0, 1, 2, and 3 or more. */
type Discounts = readonly [none: number, one: number, two: number, more: number];

/**
 * D1, D2, D3+ of Chen & Goodman (1999, equation 26); where too little occurs so rarely for an estimate, the one discount of Ney, Essen &
 * Kneser (1994), or a half.
 */
export function discountsOf(counts: ArrayLike<number>): Discounts {
  const n = [0, 0, 0, 0, 0];
  for (let at = 0; at < counts.length; at += 1) {
    const count = counts[at]!;
    if (count <= 4) n[count]! += 1;
  }
  const [, n1, n2, n3, n4] = n as [number, number, number, number, number];
  if (n1 === 0 || n2 === 0) return [0, 0.5, 0.5, 0.5];
  const one = n1 / (n1 + 2 * n2);
  const within = (value: number, most: number) => Math.min(most, Math.max(0, value));
  return [
    0,
    within(1 - (2 * one * n2) / n1, 1),
    n3 > 0 ? within(2 - (3 * one * n3) / n2, 2) : one,
    n3 > 0 && n4 > 0 ? within(3 - (4 * one * n4) / n3, 3) : one,
  ];
}

const discounted = (count: number, discounts: Discounts) => count - discounts[Math.min(3, count)]!;
const taken = (count: number, discounts: Discounts) => discounts[Math.min(3, count)]!;

function singles(counts: Uint32Array, uniform: number): (word: number) => number {
  const discounts = discountsOf(counts);
  let total = 0;
  let left = 0;
  for (const count of counts) {
    total += count;
    left += taken(count, discounts);
  }
  if (total === 0) return () => uniform;
  return (word) => (discounted(counts[word]!, discounts) + left * uniform) / total;
}

/** Probability of a word in a context, given that in the next shorter one. */
function interpolated(
  followers: Followers,
  counts: Uint32Array,
): (context: number, word: number, shorter: number) => number {
  const discounts = discountsOf(counts);
  const contexts = followers.starts.length - 1;
  const totals = new Float64Array(contexts);
  const left = new Float64Array(contexts);
  for (let context = 0; context < contexts; context += 1)
    for (let at = followers.starts[context]!; at < followers.starts[context + 1]!; at += 1) {
      totals[context]! += counts[at]!;
      left[context]! += taken(counts[at]!, discounts);
    }
  return (context, word, shorter) => {
    const total = totals[context]!;
    if (total === 0) return shorter;
    const at = placeOf(followers, context, word);
    return ((at < 0 ? 0 : discounted(counts[at]!, discounts)) + left[context]! * shorter) / total;
  };
}
