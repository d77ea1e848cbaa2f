import {
  keynessMeasures,
  type KeynessMeasure,
  type KeywordKind,
  type KeywordRow,
} from '../contract/query.ts';
import { highest } from '../lines/highest.ts';
import type { TypeCounts } from '../lines/type-counts.ts';
import {
  bayesFactor,
  conservativeLogRatio,
  criticalLikelihood,
  fisherExact,
  keynessLikelihood,
  oddsRatio,
  percentDifference,
  simpleMaths,
  twoTermLikelihood,
  walterLogRatio,
  type Contrasted,
} from '../lines/keyness.ts';

/** A side of a comparison: frequencies by type, the tokens they are of, and the number of texts. */
export interface Side extends TypeCounts {
  readonly texts: number;
}

/** Fewer texts than this a side say nothing of texts. */
export const fewestTexts = 10;

/** Relative frequencies that differ by less than this factor, either way, are alike: the word is a lockword (Baker 2011). */
const lockFactor = 1.2;

export type NumberedRow = KeywordRow & { readonly type: number };

/** The words that occur often enough in both sides together. They are numbered from 0. */
export interface ComparedWords {
  readonly words: number;
  readonly critical: number;
  readonly kindOf: (word: number) => KeywordKind;
  readonly typeOf: (word: number) => number;
  /** Numbers of the first words of one kind, or of all, in their order. */
  readonly first: (kind: KeywordKind | undefined, many: number) => Uint32Array;
  /** Everything about a word but its spread. */
  readonly row: (word: number) => NumberedRow;
}

/**
 * Words in two sides, ordered by a measure. Of all words only this and their kinds are worked out; the other measures of those that are shown.
 * @param forms by type
 */
export function compareWords(
  forms: readonly string[],
  target: Side,
  reference: Side,
  minimum: number,
  measure: KeynessMeasure,
): ComparedWords {
  const both = (type: number) => (target.counts[type] ?? 0) + (reference.counts[type] ?? 0);
  const types: number[] = [];
  for (let type = 0; type < forms.length; type++) {
    const all = both(type);
    if (all > 0 && all >= minimum) types.push(type);
  }
  const family = Math.max(1, types.length);
  const critical = criticalLikelihood(0.05, family);
  const inTokens = (type: number): Contrasted => ({
    target: target.counts[type] ?? 0,
    targetSize: target.tokens,
    reference: reference.counts[type] ?? 0,
    referenceSize: reference.tokens,
  });
  const inTexts = (type: number): Contrasted => ({
    target: target.documents[type] ?? 0,
    targetSize: target.texts,
    reference: reference.documents[type] ?? 0,
    referenceSize: reference.texts,
  });
  const haveTexts = target.texts > 0 && reference.texts > 0;
  // Rare words share their few frequencies: each pair of them is worked out once.
  const lrcOf = remembered((word) => conservativeLogRatio(word, family));
  const textLrcOf = remembered((word) => conservativeLogRatio(word, family));
  const likelihoodOf = remembered(keynessLikelihood);
  const valueOf: Readonly<Record<KeynessMeasure, (type: number) => number>> = {
    lrc: (type) => lrcOf(inTokens(type)),
    logLikelihood: (type) => likelihoodOf(inTokens(type)),
    twoTermLikelihood: (type) => twoTermLikelihood(inTokens(type)),
    logRatio: (type) => walterLogRatio(inTokens(type)),
    textLogLikelihood: (type) => (haveTexts ? keynessLikelihood(inTexts(type)) : 0),
    textLrc: (type) => (haveTexts ? textLrcOf(inTexts(type)) : 0),
    percentDifference: (type) => percentDifference(inTokens(type)),
    oddsRatio: (type) => oddsRatio(inTokens(type)),
    bayesFactor: (type) => bayesFactor(inTokens(type)),
    simpleMaths: (type) => simpleMaths(inTokens(type), 100),
  };
  const likelihoods = Float64Array.from(types, valueOf.logLikelihood);
  const values = Float64Array.from(types, (type) => {
    const value = valueOf[measure](type);
    // A word that the reference lacks stands first, not nowhere.
    return Number.isNaN(value) ? -Infinity : value;
  });
  const kinds = types.map((type, word): KeywordKind => {
    // The bound is looked for only where it decides.
    const isSure = Math.abs(likelihoods[word]!) >= critical ? valueOf.lrc(type) : 0;
    if (isSure !== 0) return isSure > 0 ? 'key' : 'negative';
    const [a, b] = [
      (target.counts[type] ?? 0) / target.tokens,
      (reference.counts[type] ?? 0) / reference.tokens,
    ];
    return a > 0 && b > 0 && Math.max(a / b, b / a) <= lockFactor ? 'lock' : 'none';
  });
  const byWord = (a: number, b: number) => (forms[types[a]!]! < forms[types[b]!]! ? -1 : 1);
  const orders: Readonly<Record<'most' | 'least' | 'frequent', Order>> = {
    most: {
      value: (word) => values[word]!,
      between: (a, b) => Math.abs(likelihoods[b]!) - Math.abs(likelihoods[a]!) || byWord(a, b),
    },
    least: {
      value: (word) => -values[word]!,
      between: (a, b) => likelihoods[a]! - likelihoods[b]! || byWord(a, b),
    },
    frequent: { value: (word) => both(types[word]!), between: byWord },
  };
  return {
    words: types.length,
    critical,
    kindOf: (word) => kinds[word]!,
    typeOf: (word) => types[word]!,
    first(kind, many) {
      // The factor of Bayes says how sure a difference is, not which way it goes.
      const isTurned = kind === 'negative' && measure !== 'bayesFactor';
      const { value, between } = orders[kind === 'lock' ? 'frequent' : isTurned ? 'least' : 'most'];
      const some: number[] = [];
      for (let word = 0; word < types.length; word++)
        if (kind === undefined || kinds[word] === kind) some.push(word);
      const found = highest(Float64Array.from(some, value), many, (a, b) => between(some[a]!, some[b]!));
      return found.map((at) => some[at]!);
    },
    row(word) {
      const type = types[word]!;
      const measures = Object.fromEntries(keynessMeasures.map((one) => [one, valueOf[one](type)]));
      return {
        type,
        word: forms[type]!,
        target: target.counts[type] ?? 0,
        reference: reference.counts[type] ?? 0,
        targetTexts: target.documents[type] ?? 0,
        referenceTexts: reference.documents[type] ?? 0,
        dispersion: null,
        ...(measures as Record<KeynessMeasure, number>),
        kind: kinds[word]!,
        fisherP: fisherExact(inTokens(type)),
        rankSumP: null,
        permutationP: null,
      };
    },
  };
}

/** From the highest value on. */
interface Order {
  readonly value: (word: number) => number;
  readonly between: (a: number, b: number) => number;
}

/** Frequencies below this are those of most words. */
const rare = 128;

function remembered(of: (word: Contrasted) => number): (word: Contrasted) => number {
  const ofRare = new Float64Array(rare * rare).fill(NaN);
  const known = new Map<number, number>();
  return (word) => {
    const { target, reference } = word;
    if (target < rare && reference < rare) {
      const at = target * rare + reference;
      if (Number.isNaN(ofRare[at])) ofRare[at] = of(word);
      return ofRare[at]!;
    }
    const key = target * 2 ** 26 + reference;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = of(word);
    known.set(key, value);
    return value;
  };
}
