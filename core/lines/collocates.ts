import { associationMeasures, type AssociationMeasure, type CollocateRow } from '../contract/words.ts';
import {
  deltaPOfCollocate,
  deltaPOfNode,
  logDice,
  logLikelihood,
  logRatio,
  minimumSensitivity,
  mutualInformation,
  tScore,
  zScore,
  type Association,
} from './association.ts';
import { highest } from './highest.ts';
import { countPlaces, type Nodes, type SpanCounts, type TokenRow } from './span-counts.ts';

/** A collocate with its id, before its texts and distances are counted. */
export type RankedCollocate = Omit<CollocateRow, 'places' | 'texts'> & { readonly id: number };

/** What is counted of all collocates, and the first of them. */
export interface RankedCollocates {
  readonly total: number;
  readonly rows: readonly RankedCollocate[];
}

const valueOf: Readonly<Record<AssociationMeasure, (pair: Association) => number>> = {
  logDice,
  mutualInformation,
  mi2: (pair) => mutualInformation(pair, 2),
  mi3: (pair) => mutualInformation(pair, 3),
  tScore,
  zScore,
  logLikelihood,
  logRatio: ({ together, spanTokens, collocate, tokens }) =>
    logRatio(together, spanTokens, collocate - together, tokens - spanTokens),
  deltaP: deltaPOfCollocate,
  deltaPOfNode,
  minimumSensitivity,
};

/**
 * Collocates met at least `minimum` times with their measures, those with the highest value of one first.
 * @param of forms by id, and occurrences in the texts that were looked through
 * @param tokens of these texts
 * @param limit rows at most
 */
export function rankCollocates(
  counted: SpanCounts,
  of: { readonly forms: readonly string[]; readonly counts: ArrayLike<number> },
  tokens: number,
  minimum: number,
  by: AssociationMeasure = 'logDice',
  limit = Infinity,
): RankedCollocates {
  const { spanTokens, occurrences: node, together } = counted;
  const ids: number[] = [];
  for (let id = 0; id < together.length; id++)
    if (together[id]! > 0 && together[id]! >= minimum) ids.push(id);
  const pairOf = (id: number): Association => ({
    together: together[id]!,
    collocate: of.counts[id]!,
    tokens,
    node,
    spanTokens,
  });
  // Only what is shown has all its measures worked out.
  const values = Float64Array.from(ids, (id) => valueOf[by](pairOf(id)));
  const order = highest(values, limit, (x, y) => {
    const [a, b] = [ids[x]!, ids[y]!];
    return together[b]! - together[a]! || (of.forms[a]! < of.forms[b]! ? -1 : 1);
  });
  const rows = Array.from(order, (at): RankedCollocate => {
    const id = ids[at]!;
    const pair = pairOf(id);
    return {
      id,
      word: of.forms[id]!,
      together: pair.together,
      count: pair.collocate,
      ...(Object.fromEntries(
        associationMeasures.map((measure) => [measure, valueOf[measure](pair)]),
      ) as Record<AssociationMeasure, number>),
    };
  });
  return { total: ids.length, rows };
}

/** The same rows with the texts of each, and how often it stands at every distance. */
export function withPlaces(
  rows: readonly RankedCollocate[],
  nodes: Nodes,
  tokens: TokenRow,
  left: number,
  right: number,
): CollocateRow[] {
  const width = left + right;
  const { places, texts } = countPlaces(
    nodes,
    tokens,
    left,
    right,
    rows.map(({ id }) => id),
  );
  return rows.map((row, at) => {
    const { word, together, count } = row;
    const shown = { word, together, count, texts: texts[at]!, ...measuresOf(row) };
    return { ...shown, places: [...places.subarray(at * width, (at + 1) * width)] };
  });
}

const measuresOf = (row: RankedCollocate) =>
  Object.fromEntries(associationMeasures.map((measure) => [measure, row[measure]])) as Record<
    AssociationMeasure,
    number
  >;
