import { kernelRowScores } from '../vectors/row-scores.ts';
import { vectorSpace } from '../vectors/vector-space.ts';
import { comparedStep, keptNeighbours } from './kept-neighbours.ts';
import { nearestRows } from './nearest-rows.ts';
import { principalComponents } from './principal-components.ts';
import { tsneLayout, tsneSize } from './tsne-layout.ts';
import { umapLayout, umapSettings } from './umap-layout.ts';
import type { MapMethod } from '../contract/map.ts';
import { wordGroups } from './word-groups.ts';

export interface MapRequest {
  readonly method: MapMethod;
  /** Points × dimensions, at length 1. */
  readonly values: Float32Array;
  readonly dimensions: number;
  readonly seed: number;
  /** Groups of like points at most; 0 for none. */
  readonly groups?: number;
}

export interface MapLayout {
  /** Points × 2, row-major. */
  readonly coordinates: Float64Array;
  /** Of the first two components, 0 to 1. */
  readonly shares: readonly number[];
  /** Mean share of the true nearest words that are nearest on the map. */
  readonly kept: number;
  /** Of each point its group; empty where none were asked for. */
  readonly groups: Uint8Array;
  /** Of each group the points nearest to its centre. */
  readonly middles: readonly (readonly number[])[];
}

/** True neighbours that a map is held against. */
export const comparedNeighbours = 10;

/**
 * Puts points of many dimensions on a plane. Yields the share done, 0 to 1.
 * @param module the compiled `nearest` kernel, the strict one: then the same points give the same bytes everywhere
 */
export function* layOut(
  module: WebAssembly.Module,
  { method, values, dimensions, seed, groups = 0 }: MapRequest,
): Generator<number, MapLayout, undefined> {
  const points = values.length / dimensions;
  const { coordinates: start, shares } = principalComponents(values, dimensions, 2);
  const needed = {
    pca: comparedNeighbours,
    umap: umapSettings.neighbours,
    tsne: tsneSize(points).neighbours,
  };
  const space = vectorSpace({ words: new Array<string>(points).fill(''), counts: null, dimensions, values });
  const each = Math.max(comparedNeighbours, needed[method]);
  // Groups take little beside the nearest rows.
  const part = method === 'pca' ? 0.95 : 0.3;
  const scores = kernelRowScores(module, space, false);
  // By PCA no point is placed by its neighbours: those that are compared are enough.
  const step = method === 'pca' ? comparedStep(points) : 1;
  const nearest = yield* partOf(nearestRows(space, scores, each, step), 0, part);
  const steps = {
    pca: () => null,
    umap: () => umapLayout(nearest, start, seed),
    tsne: () => tsneLayout({ ...nearest }, start),
  }[method]();
  const coordinates = steps === null ? start : yield* partOf<Float64Array>(steps, part, 0.95 - part);
  const kept = keptNeighbours(nearest, coordinates, comparedNeighbours);
  const grouped = yield* partOf(wordGroups(values, dimensions, groups), 0.95, 0.05);
  return {
    coordinates,
    shares,
    kept,
    groups: groups === 0 ? new Uint8Array() : grouped.of,
    middles: grouped.middles,
  };
}

function* partOf<T>(
  steps: Generator<number, T, undefined>,
  from: number,
  part: number,
): Generator<number, T, undefined> {
  let step = steps.next();
  while (step.done !== true) {
    yield from + part * step.value;
    step = steps.next();
  }
  return step.value;
}
