import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { measures } from '../../core/contract/search.ts';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { bestRows, nearestTo } from '../../core/vectors/neighbours.ts';
import { kernelRowScores } from '../../core/vectors/row-scores.ts';
import { vectorSpace } from '../../core/vectors/vector-space.ts';
import { randomState, randomStream } from '../../core/random.ts';

// The ten nearest of many words, exactly: milliseconds of one core.
const words = 200_000;
const dimensions = 300;
const rounds = 30;
const kernels = join(import.meta.dirname, '..', '..', 'resources', 'kernels');

const random = randomStream(randomState(1));
const space = vectorSpace({
  words: Array.from({ length: words }, (_, at) => `w${at}`),
  counts: null,
  dimensions,
  values: Float32Array.from({ length: words * dimensions }, () => random.fraction() - 0.5),
});

const cpuMs = (work: () => void) => {
  const before = process.cpuUsage();
  for (let round = 0; round < rounds; round += 1) work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / rounds;
};

console.log(
  `The 10 nearest of ${words} words × ${dimensions} dimensions; ms of CPU, mean of ${rounds}; bar for cosine: 4`,
);
for (const build of ['relaxed', 'strict'] as const) {
  const scores = kernelRowScores(kernelModule({ kernels }, 'nearest', build), space, false);
  for (const measure of measures) {
    const query = () => nearestTo(space, scores, space.vector(17), { measure, top: 10, exclude: [17] });
    for (let warm = 0; warm < 10; warm += 1) query();
    console.log(`${build.padEnd(10)}${measure.padEnd(12)}${cpuMs(query).toFixed(1).padStart(8)}`);
  }
  // What cosine took before rows were looked at in bytes first.
  const every = () =>
    bestRows(scores(space.vector(17), 'cosine'), { most: 10, largestFirst: true, exclude: [17] });
  console.log(`${build.padEnd(10)}${'every row'.padEnd(12)}${cpuMs(every).toFixed(1).padStart(8)}`);
}

const numpy = `
import time, numpy
m = numpy.random.rand(${words}, ${dimensions}).astype("f4"); q = m[17]
for _ in range(5): numpy.argpartition(-(m @ q), 10)
t = time.process_time()
for _ in range(${rounds}): numpy.argpartition(-(m @ q), 10)
print(f"{(time.process_time() - t) / ${rounds} * 1000:.1f}")`;
const peer = spawnSync('/usr/bin/python3', ['-c', numpy], {
  encoding: 'utf8',
  env: { ...process.env, OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' },
});
console.log(
  peer.status === 0
    ? `numpy, one thread, dot and argpartition${peer.stdout.trim().padStart(8)}`
    : 'numpy is not here (Debian: apt-get install python3-numpy): no comparison with it.',
);
