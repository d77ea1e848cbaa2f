import { smoothing, type PeriodContexts } from './period-contexts.ts';
import type { Division } from './temporal-referencing.ts';

/** Words × contexts of one part of the texts, weighed by positive pointwise mutual information; compressed rows. */
export interface PartMatrix {
  /** First entry of each word, and behind the last their number. */
  readonly offsets: Uint32Array;
  readonly columns: Uint32Array;
  readonly values: Float64Array;
}

/**
 * A maker of the matrices of both parts, whatever the division. Each part knows nothing of the other: how often a context is to be expected follows from its own counts.
 * @returns for a division two matrices, which hold until the next one is asked for
 */
export function partMatrices(
  contexts: PeriodContexts,
): (division: Division) => readonly [PartMatrix, PartMatrix] {
  const { targets, starts, contexts: columns, texts, weights, logShares } = contexts;
  const most = differentPairs(contexts);
  const make = () => ({
    offsets: new Uint32Array(targets.length + 1),
    columns: new Uint32Array(most),
    values: new Float64Array(most),
    totals: new Float64Array(targets.length),
    near: new Float64Array(logShares.length),
    shares: new Float64Array(logShares.length),
  });
  const parts = [make(), make()] as const;
  const seen = new Uint32Array(logShares.length);
  const marked = new Uint8Array(logShares.length);
  return ({ sides, times }) => {
    for (const part of parts) part.shares.fill(0);
    for (let target = 0; target < targets.length; target += 1) {
      let found = 0;
      for (let at = starts[target]!; at < starts[target + 1]!; at += 1) {
        const text = texts[at]!;
        const weight = weights[at]! * (times === undefined ? 1 : times[text]!);
        if (weight === 0) continue;
        const column = columns[at]!;
        if (marked[column] === 0) {
          marked[column] = 1;
          seen[found++] = column;
        }
        const { near } = parts[sides[text] as 0 | 1];
        near[column] = near[column]! + weight;
      }
      for (const part of parts) {
        let next = part.offsets[target]!;
        let total = 0;
        for (let at = 0; at < found; at += 1) {
          const column = seen[at]!;
          const count = part.near[column]!;
          if (count === 0) continue;
          part.columns[next] = column;
          part.values[next++] = count;
          part.shares[column] = part.shares[column]! + count;
          part.near[column] = 0;
          total += count;
        }
        part.offsets[target + 1] = next;
        part.totals[target] = total;
      }
      for (let at = 0; at < found; at += 1) marked[seen[at]!] = 0;
    }
    for (const part of parts) weigh(part);
    return parts;
  };
}

/** Counts become information in their places; what is not positive is left out. */
function weigh({
  offsets,
  columns,
  values,
  totals,
  shares,
}: PartMatrix & { readonly totals: Float64Array; readonly shares: Float64Array }): void {
  let all = 0;
  for (let column = 0; column < shares.length; column += 1)
    if (shares[column]! > 0) all += shares[column] = shares[column]! ** smoothing;
  for (let column = 0; column < shares.length; column += 1)
    if (shares[column]! > 0) shares[column] = Math.log(shares[column]! / all);
  let [kept, from] = [0, 0];
  for (let target = 0; target + 1 < offsets.length; target += 1) {
    const end = offsets[target + 1]!;
    const total = Math.log(totals[target]!);
    for (let at = from; at < end; at += 1) {
      const column = columns[at]!;
      const information = Math.log(values[at]!) - total - shares[column]!;
      if (information <= 0) continue;
      columns[kept] = column;
      values[kept++] = information;
    }
    from = end;
    offsets[target + 1] = kept;
  }
}

/** Pairs of a word and a context that occur in any part. */
function differentPairs({ starts, contexts, logShares }: PeriodContexts): number {
  const last = new Int32Array(logShares.length).fill(-1);
  let different = 0;
  for (let target = 0; target + 1 < starts.length; target += 1)
    for (let at = starts[target]!; at < starts[target + 1]!; at += 1) {
      if (last[contexts[at]!] === target) continue;
      last[contexts[at]!] = target;
      different += 1;
    }
  return different;
}
