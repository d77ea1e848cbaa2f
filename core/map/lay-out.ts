import { keptNeighbours, lookedAt } from './kept-neighbours.ts';
import { nearestRows, type NearestRows } from './nearest-rows.ts';
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

/** Of the work: to find the neighbours. */
const nearestPart = 0.3;
/** Groups take little beside it. */
const groupsPart = 0.05;

/** True neighbours that a map is held against. */
export const comparedNeighbours = 10;

/**
 * Puts points of many dimensions on a plane. Yields the share done, 0 to 1.
 * @param module the compiled `map` kernel, the strict one: then the same points give the same bytes everywhere
 */
export function* layOut(
  module: WebAssembly.Module,
  request: MapRequest,
): Generator<number, MapLayout, undefined> {
  const placed = yield* partOf(place(module, request), 0, 1 - groupsPart);
  const { values, dimensions, groups = 0 } = request;
  const grouped = yield* partOf(wordGroups(values, dimensions, groups), 1 - groupsPart, groupsPart);
  return { ...placed, groups: groups === 0 ? new Uint8Array() : grouped.of, middles: grouped.middles };
}

function* place(
  module: WebAssembly.Module,
  { method, values, dimensions, seed }: MapRequest,
): Generator<number, Omit<MapLayout, 'groups' | 'middles'>, undefined> {
  const points = values.length / dimensions;
  const { coordinates: start, shares } = principalComponents(values, dimensions, 2);
  const needed = {
    umap: umapSettings.neighbours,
    tsne: tsneSize(points).neighbours,
  };
  const looked = lookedAt(points);
  const neighboursOf = (of: readonly number[], each: number) =>
    nearestRows(module, values, dimensions, each, of);
  if (method === 'pca') {
    // Only the points that are looked at need neighbours.
    const nearest = yield* neighboursOf(looked, comparedNeighbours);
    return { coordinates: start, shares, kept: keptNeighbours(nearest, looked, start, comparedNeighbours) };
  }
  const everyone = Array.from({ length: points }, (_, point) => point);
  const each = Math.max(comparedNeighbours, needed[method]);
  const nearest = yield* partOf(neighboursOf(everyone, each), 0, nearestPart);
  const coordinates = yield* partOf(
    method === 'umap' ? umapLayout(module, nearest, start, seed) : tsneLayout(nearest, start),
    nearestPart,
    1 - nearestPart,
  );
  return {
    coordinates,
    shares,
    kept: keptNeighbours(chosenOf(nearest, looked), looked, coordinates, comparedNeighbours),
  };
}

function chosenOf({ each, rows, distances }: NearestRows, points: readonly number[]): NearestRows {
  const chosen = {
    rows: new Uint32Array(points.length * each),
    distances: new Float64Array(points.length * each),
  };
  points.forEach((point, at) => {
    chosen.rows.set(rows.subarray(point * each, (point + 1) * each), at * each);
    chosen.distances.set(distances.subarray(point * each, (point + 1) * each), at * each);
  });
  return { each, ...chosen };
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
