import type { PhraseRow } from '../contract/words.ts';

/** A stretch of tokens: type ids, and the numbers (in the stretch) of those that do not go on with the token before. */
export interface Stretch {
  readonly ids: Uint32Array;
  readonly breaks: ReadonlySet<number>;
}

export interface PhraseLimits {
  /** Occurrences that a pair needs; as many are taken off its count. */
  readonly minCount: number;
  readonly threshold: number;
}

/** 2²⁴ counters: what shares one is only looked at more closely. */
const bucketBits = 24;

/**
 * Pairs of words in a row, within sentences and without a sign between them, that score above the threshold: (count − minCount) ÷ (first · second) × types, after
 * Mikolov et al. 2013, “Distributed Representations of Words and Phrases”, scaled by the number of types. (gensim’s `Phrases` multiplies by the
 * size of its vocabulary, in which every pair counts too: its scores are several times these, its threshold of 10 as many times lower.)
 * Exact, in memory that does not grow with the corpus: a first pass counts hashes of pairs, a second one the pairs that may be enough.
 * @param stretches read twice
 * @returns best first, then in the order of their words
 */
export function phrases(
  stretches: () => Iterable<Stretch>,
  { forms, counts }: { readonly forms: readonly string[]; readonly counts: ArrayLike<number> },
  { minCount, threshold }: PhraseLimits,
): PhraseRow[] {
  const buckets = new Uint32Array(1 << bucketBits);
  for (const [a, b] of pairs(stretches())) buckets[bucketOf(a, b)]! += 1;
  const found = new Map<number, number>();
  for (const [a, b] of pairs(stretches())) {
    if (buckets[bucketOf(a, b)]! < minCount) continue;
    const key = a * forms.length + b;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  const types = forms.reduce((sum, _, id) => sum + (counts[id]! > 0 ? 1 : 0), 0);
  const rows: PhraseRow[] = [];
  for (const [key, count] of found) {
    if (count < minCount) continue;
    const [a, b] = [Math.floor(key / forms.length), key % forms.length];
    const [first, second] = [counts[a]!, counts[b]!];
    const score = ((count - minCount) / first / second) * types;
    if (score > threshold) rows.push({ words: `${forms[a]!} ${forms[b]!}`, count, first, second, score });
  }
  return rows.sort((x, y) => y.score - x.score || (x.words < y.words ? -1 : 1));
}

const bucketOf = (a: number, b: number) =>
  (Math.imul(a, 0x9e3779b1) ^ Math.imul(b, 0x85ebca6b)) >>> (32 - bucketBits);

function* pairs(stretches: Iterable<Stretch>): Generator<readonly [number, number]> {
  for (const { ids, breaks } of stretches)
    for (let at = 1; at < ids.length; at += 1) if (!breaks.has(at)) yield [ids[at - 1]!, ids[at]!];
}
