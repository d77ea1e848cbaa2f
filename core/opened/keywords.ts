import type { KeynessMeasure, KeywordRow } from '../contract/query.ts';
import type { TypeCounts } from '../lines/type-counts.ts';
import {
  bayesFactor,
  conservativeLogRatio,
  criticalLikelihood,
  keynessLikelihood,
  oddsRatio,
  percentDifference,
  simpleMaths,
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

export interface ComparedWords {
  readonly rows: readonly (KeywordRow & { readonly type: number })[];
  readonly critical: number;
}

/**
 * Every word that occurs often enough in both sides together, with its measures.
 * @param forms by type
 */
export function compareWords(
  forms: readonly string[],
  target: Side,
  reference: Side,
  minimum: number,
  measure: KeynessMeasure,
): ComparedWords {
  const types: number[] = [];
  for (let type = 0; type < forms.length; type++) {
    const all = (target.counts[type] ?? 0) + (reference.counts[type] ?? 0);
    if (all > 0 && all >= minimum) types.push(type);
  }
  const family = Math.max(1, types.length);
  const critical = criticalLikelihood(0.05, family);
  // Rare words share their few frequencies: each pair of them is worked out once.
  const byTokens = remembered((word) => conservativeLogRatio(word, family));
  const byTexts = remembered((word) => conservativeLogRatio(word, family));
  const rows = types.map((type) => {
    const word: Contrasted = {
      target: target.counts[type] ?? 0,
      targetSize: target.tokens,
      reference: reference.counts[type] ?? 0,
      referenceSize: reference.tokens,
    };
    const inTexts: Contrasted = {
      target: target.documents[type] ?? 0,
      targetSize: target.texts,
      reference: reference.documents[type] ?? 0,
      referenceSize: reference.texts,
    };
    const logLikelihood = keynessLikelihood(word);
    const lrc = byTokens(word);
    return {
      type,
      word: forms[type]!,
      target: word.target,
      reference: word.reference,
      targetTexts: inTexts.target,
      referenceTexts: inTexts.reference,
      dispersion: null,
      logLikelihood,
      logRatio: walterLogRatio(word),
      lrc,
      percentDifference: percentDifference(word),
      oddsRatio: oddsRatio(word),
      bayesFactor: bayesFactor(word),
      simpleMaths: simpleMaths(word, 100),
      textLogLikelihood: inTexts.targetSize > 0 && inTexts.referenceSize > 0 ? keynessLikelihood(inTexts) : 0,
      textLrc: inTexts.targetSize > 0 && inTexts.referenceSize > 0 ? byTexts(inTexts) : 0,
      kind: kindOf(word, logLikelihood, lrc, critical),
      rankSumP: null,
      permutationP: null,
    };
  });
  const value = (row: KeywordRow) => {
    const found = row[measure];
    // A word that the reference lacks stands first, not nowhere.
    return Number.isNaN(found) ? -Infinity : found;
  };
  rows.sort((a, b) => {
    const [x, y] = [value(a), value(b)];
    return x === y
      ? Math.abs(b.logLikelihood) - Math.abs(a.logLikelihood) || (a.word < b.word ? -1 : 1)
      : y > x
        ? 1
        : -1;
  });
  return { rows, critical };
}

function kindOf(word: Contrasted, logLikelihood: number, lrc: number, critical: number): KeywordRow['kind'] {
  if (Math.abs(logLikelihood) >= critical && lrc !== 0) return lrc > 0 ? 'key' : 'negative';
  const [a, b] = [word.target / word.targetSize, word.reference / word.referenceSize];
  return a > 0 && b > 0 && Math.max(a / b, b / a) <= lockFactor ? 'lock' : 'none';
}

function remembered(of: (word: Contrasted) => number): (word: Contrasted) => number {
  const known = new Map<number, number>();
  return (word) => {
    const key = word.target * 2 ** 26 + word.reference;
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = of(word);
    known.set(key, value);
    return value;
  };
}
