import { randomState } from '../random.ts';
import { workerBlockBytes, workerOffset } from '../kernel/memory-map.ts';
import { fuzzyGraph } from './fuzzy-graph.ts';
import { mapMemory } from './map-kernel.ts';
import type { NearestRows } from './nearest-rows.ts';

/** Neighbours that hold a point, itself among them (McInnes, Healy & Melville 2018). */
export const umapSettings = { neighbours: 15, minDist: 0.1 } as const;

/** 1 ÷ (1 + a · distance^2b) fitted to a smallest distance of .1 and a spread of 1, as umap-learn fits it. */
export const curve = { a: 1.576943460405378, b: 0.8950608781227859 } as const;

/** The largest coordinate of the start, as in umap-learn. */
const startWidth = 10;
/** Points drawn by chance for each that is pulled. */
const pushes = 5;
/** Numbers of an edge. */
const perEdge = 5;

/** Epochs for so many points, as umap-js has them: few points need many. */
const epochsFor = (points: number) =>
  points <= 2500 ? 500 : points <= 5000 ? 400 : points <= 7500 ? 300 : 200;

/**
 * UMAP from exact neighbours and a given start. The graph goes by a series of its own for the exponential, the layout in the kernel: the same words and seed
 * give the same bytes in every engine. Yields the share done, 0 to 1.
 * @param module the compiled `map` kernel, the strict one
 * @param nearest of all points, at least `umapSettings.neighbours` − 1 others, or all there are
 * @param start points × 2
 * @returns points × 2
 */
export function* umapLayout(
  module: WebAssembly.Module,
  nearest: NearestRows,
  start: Float64Array,
  seed: number,
): Generator<number, Float64Array, undefined> {
  const points = start.length / 2;
  const graph = fuzzyGraph(nearest, Math.min(umapSettings.neighbours, points - 1));
  yield 0;
  const epochs = epochsFor(points);
  const strongest = graph.weights.reduce((most, weight) => Math.max(most, weight), 0);
  // Too weak to have a turn.
  const taken = [...graph.weights.keys()].filter((edge) => graph.weights[edge]! >= strongest / epochs);
  const { kernel, buffer, places } = mapMemory(module, [
    start.length * 4,
    taken.length * perEdge * 4,
    workerBlockBytes,
  ]);
  const [placesAt, edgesAt, stateAt] = places as [number, number, number];
  const ends = new Uint32Array(buffer, edgesAt, taken.length * perEdge);
  const turns = new Float32Array(buffer, edgesAt, taken.length * perEdge);
  taken.forEach((edge, at) => {
    const between = strongest / graph.weights[edge]!;
    ends[at * perEdge] = graph.first[edge]!;
    ends[at * perEdge + 1] = graph.second[edge]!;
    turns[at * perEdge + 2] = between;
    turns[at * perEdge + 3] = between;
    turns[at * perEdge + 4] = between / pushes;
  });
  const embedding = new Float32Array(buffer, placesAt, start.length);
  const widest = start.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  start.forEach((value, at) => (embedding[at] = widest > 0 ? (value / widest) * startWidth : 0));
  new Uint32Array(buffer, stateAt + workerOffset('random'), 4).set(randomState(seed));
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    const rate = 1 - epoch / epochs;
    kernel.umapEpoch(placesAt, points, edgesAt, taken.length, epoch, rate, curve.a, curve.b, pushes, stateAt);
    yield (epoch + 1) / epochs;
  }
  return Float64Array.from(embedding);
}
