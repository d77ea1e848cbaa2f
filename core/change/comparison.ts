import type { ChangeMethod } from '../contract/change.ts';
import { localNeighbourhood, neighbourOverlap, sharedNeighbours } from './neighbourhoods.ts';
import { partModels, type PartModel } from './part-models.ts';
import type { PeriodContexts } from './period-contexts.ts';
import { procrustes } from './procrustes.ts';
import { temporalReferencing, type Division } from './temporal-referencing.ts';

/** How far each word is from itself in the other part, for a division of the texts; NaN where that cannot be said. */
export type Comparison = (division: Division) => Float64Array;

/** Methods that make a model of each part, and what they say of the two. */
export const betweenModels: Readonly<
  Record<
    Exclude<ChangeMethod, 'temporal-referencing'>,
    (models: readonly [PartModel, PartModel]) => Float64Array
  >
> = { procrustes, overlap: neighbourOverlap, lnd: localNeighbourhood };

/** Made once: what all divisions share is counted here. */
export function comparisonBy(method: ChangeMethod, contexts: PeriodContexts): Comparison {
  if (method === 'temporal-referencing') return (division) => temporalReferencing(contexts, division);
  const models = partModels(contexts);
  const between = betweenModels[method];
  return (division) => between(models(division));
}

/** Least deviation of a score that can be believed: neighbours are counted in whole ones, and a step of h leaves h ÷ √12 undecided (Sheppard). Undefined where scores are no counts. */
export const resolutionOf = (method: ChangeMethod, words: number): number | undefined =>
  method === 'overlap' ? 1 / (sharedNeighbours(words) * Math.sqrt(12)) : undefined;
