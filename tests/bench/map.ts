import { UMAP } from 'umap-js';
import { commandLineEnvironment } from '../../core/cli/environment.ts';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { keptNeighbours, lookedAt } from '../../core/map/kept-neighbours.ts';
import { comparedNeighbours, layOut } from '../../core/map/lay-out.ts';
import { nearestRows } from '../../core/map/nearest-rows.ts';
import { principalComponents } from '../../core/map/principal-components.ts';
import { randomState, randomStream } from '../../core/random.ts';

// Maps of 30,000 points × 100 dimensions (or `-- --points=N`): PCA, and UMAP beside umap-js with its own approximate neighbours, in one
// run and one thread. Seconds of the processor: they say the same on a computer that is busy.
const points = Number(process.argv.find((word) => word.startsWith('--points='))?.slice(9) ?? 30_000);
const dimensions = 100;
const kinds = 200;
const values = kindsOfPoints();
const module = kernelModule(commandLineEnvironment(), 'map', 'strict');

function ended<T>(steps: Generator<unknown, T, undefined>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

function measured<T>(name: string, work: () => T): { readonly made: T; readonly seconds: number } {
  const before = process.cpuUsage();
  const began = performance.now();
  const made = work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  console.log(
    `${name.padEnd(44)}${seconds.toFixed(2).padStart(9)} s${((performance.now() - began) / 1000).toFixed(2).padStart(9)} s by the clock`,
  );
  return { made, seconds };
}

console.log(`${points} points × ${dimensions} dimensions`);
measured('PCA', () => principalComponents(values, dimensions, 2));
measured('map by PCA, with how true it is', () =>
  ended(layOut(module, { method: 'pca', values, dimensions, seed: 1 })),
);
const own = measured('map by UMAP: neighbours, start, layout', () =>
  ended(layOut(module, { method: 'umap', values, dimensions, seed: 1 })),
);
const peer = measured('umap-js with its own neighbours', () => {
  const random = randomStream(randomState(1));
  const umap = new UMAP({ nNeighbors: 15, minDist: 0.1, random: () => random.fraction() });
  return Float64Array.from(umap.fit(rowsOf()).flat());
});
const looked = lookedAt(points);
const nearest = ended(nearestRows(module, values, dimensions, comparedNeighbours, looked));
const kept = (places: Float64Array) => keptNeighbours(nearest, looked, places, comparedNeighbours).toFixed(3);
console.log(`UMAP ${(peer.seconds / own.seconds).toFixed(1)} times as fast as umap-js`);
console.log(`of the ten nearest kept: ${kept(own.made.coordinates)}, umap-js ${kept(peer.made)}`);

/** Around some middles, as vectors of words lie; at length 1. */
function kindsOfPoints(): Float32Array {
  const random = randomStream(randomState(5));
  const middles = Array.from({ length: kinds }, () =>
    Float64Array.from({ length: dimensions }, () => random.fraction() - 0.5),
  );
  const all = new Float32Array(points * dimensions);
  for (let point = 0; point < points; point += 1) {
    const one = middles[point % kinds]!.map((value) => value + 1.2 * (random.fraction() - 0.5));
    const length = Math.sqrt(one.reduce((sum, value) => sum + value * value, 0));
    one.forEach((value, at) => (all[point * dimensions + at] = value / length));
  }
  return all;
}

function rowsOf(): number[][] {
  return Array.from({ length: points }, (_, point) => [
    ...values.subarray(point * dimensions, (point + 1) * dimensions),
  ]);
}
