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
} from './association.ts';
import { countPlaces, type Nodes, type SpanCounts, type TokenRow } from './span-counts.ts';

/** A collocate with its id, before its distances are counted. */
export type RankedCollocate = Omit<CollocateRow, 'places'> & { readonly id: number };

/**
 * Collocates met at least `minimum` times with their measures, those with the highest value of one first.
 * @param of forms by id, and occurrences in the texts that were looked through
 * @param tokens of these texts
 */
export function rankCollocates(
  counted: SpanCounts,
  of: { readonly forms: readonly string[]; readonly counts: ArrayLike<number> },
  tokens: number,
  minimum: number,
  by: AssociationMeasure = 'logDice',
): RankedCollocate[] {
  const { spanTokens, occurrences: node } = counted;
  const rows: RankedCollocate[] = [];
  counted.together.forEach((together, id) => {
    if (together === 0 || together < minimum) return;
    const collocate = of.counts[id]!;
    const pair = { together, collocate, tokens, node, spanTokens };
    rows.push({
      id,
      word: of.forms[id]!,
      together,
      count: collocate,
      texts: counted.texts[id]!,
      logDice: logDice(pair),
      mutualInformation: mutualInformation(pair),
      mi2: mutualInformation(pair, 2),
      mi3: mutualInformation(pair, 3),
      tScore: tScore(pair),
      zScore: zScore(pair),
      logLikelihood: logLikelihood(pair),
      logRatio: logRatio(together, spanTokens, collocate - together, tokens - spanTokens),
      deltaP: deltaPOfCollocate(pair),
      deltaPOfNode: deltaPOfNode(pair),
      minimumSensitivity: minimumSensitivity(pair),
    });
  });
  return rows.sort((a, b) => b[by] - a[by] || b.together - a.together || (a.word < b.word ? -1 : 1));
}

/** The same rows with how often each stands at every distance. */
export function withPlaces(
  rows: readonly RankedCollocate[],
  nodes: Nodes,
  tokens: TokenRow,
  left: number,
  right: number,
): CollocateRow[] {
  const width = left + right;
  const counts = countPlaces(
    nodes,
    tokens,
    left,
    right,
    rows.map(({ id }) => id),
  );
  return rows.map((row, at) => {
    const { word, together, count, texts } = row;
    const shown = { word, together, count, texts, ...measuresOf(row) };
    return { ...shown, places: [...counts.subarray(at * width, (at + 1) * width)] };
  });
}

const measuresOf = (row: RankedCollocate) =>
  Object.fromEntries(associationMeasures.map((measure) => [measure, row[measure]])) as Record<
    AssociationMeasure,
    number
  >;
