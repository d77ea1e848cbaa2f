import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { kernelModule } from '../../core/kernel/kernel-modules.ts';
import { randomState, randomStream } from '../../core/random.ts';
import { allocateNetwork, layoutNetwork } from '../../core/sequence/network-layout.ts';
import { trainingNetwork, type Chunk } from '../../core/sequence/network.ts';
import type { NetworkShape } from '../../core/sequence/network-shape.ts';
import { copyWeights, drawWeights } from '../../core/sequence/network-weights.ts';
import { readingNetwork } from '../../core/sequence/reading-network.ts';
import { sequenceKernel } from '../../core/sequence/sequence-kernel.ts';
import { startTorch } from './torch-peer.ts';

// Tokens per second of CPU time of one thread beside PyTorch: forward, backward, clipping and the step of the optimiser, of an LSTM that
// learns its vectors too. Both in turns, a few chunks at a time, so that whatever else the computer does strikes both alike.
const shape: NetworkShape = { cell: 'lstm', layers: 1, inputs: 100, hidden: 128, words: 10_000 };
const [batch, steps, samples] = [16, 20, 512];
const rounds = process.argv.includes('--quick') ? 3 : 8;
const chunksOfRound = { full: 10, sampled: 40 };
const kernels = join(import.meta.dirname, '..', '..', 'resources', 'kernels');
const builds = ['relaxed', 'strict'] as const;

const random = randomStream(randomState(1));
/** Words by Zipf’s law. */
const counts = Uint32Array.from({ length: shape.words }, (_, word) => 1 + 1_000_000 / (word + 1));
const cumulated = Float64Array.from(counts);
for (let word = 1; word < shape.words; word += 1) cumulated[word]! += cumulated[word - 1]!;
function drawWord(): number {
  const wanted = random.fraction() * cumulated.at(-1);
  let [low, high] = [0, shape.words - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cumulated[middle]! > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

function drawChunk(): Chunk {
  const inputs = Uint32Array.from({ length: (steps + 1) * batch }, drawWord);
  return { steps, batch, inputs, targets: inputs.slice(batch), resets: new Uint8Array(steps * batch) };
}

interface Kind {
  readonly sampled: boolean;
  readonly optimiser: 'adam' | 'sgd';
}

/** Trains some chunks. @returns seconds of CPU time */
function trainer({ sampled, optimiser }: Kind, build: (typeof builds)[number]): (chunks: number) => number {
  const layout = layoutNetwork(shape, {
    batch,
    steps,
    training: {
      optimiser,
      hasMomentum: false,
      embeddings: 'learned',
      hasDropout: false,
      samples: sampled ? samples : 0,
      trainingTokens: 0,
      heldOutTokens: 0,
      progressBytes: 0,
    },
  });
  const memory = allocateNetwork(layout);
  drawWeights(memory, layout, 1);
  const settings = { optimiser, momentum: 0, clip: 5, dropout: 0, seed: 1 };
  const kernel = sequenceKernel(kernelModule({ kernels }, 'sequence', build), memory);
  const network = trainingNetwork(kernel, memory, layout, settings, counts);
  let number = 0;
  return (count) => {
    const chunks = Array.from({ length: count }, drawChunk);
    return cpuSeconds(() => {
      for (const chunk of chunks) {
        number += 1;
        network.train(chunk, {
          number,
          rate: optimiser === 'adam' ? 0.001 : 0.5,
          epoch: 0,
          chunk: number,
          withNorms: false,
        });
      }
    });
  };
}

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}

const torch = await startTorch([shape.words, shape.inputs, shape.hidden, batch, steps, samples]);
if (torch !== null) {
  const capability = /CPU capability usage: \S+/.exec(torch.about.build)?.[0] ?? '';
  console.log(`PyTorch ${torch.about.version}, ${capability}, one thread`);
}
console.log(
  `LSTM of ${shape.hidden} units, vectors of ${shape.inputs}, ${shape.words} words, ${batch} × ${steps} steps; tokens per second of CPU time, ` +
    `median of ${rounds} rounds in turns; bar for relaxed: at least PyTorch`,
);
const print = (cells: readonly string[]) =>
  console.log(cells.map((cell, at) => (at === 0 ? cell.padEnd(22) : cell.padStart(12))).join(''));
print(['', 'PyTorch', 'relaxed', 'strict', 'relaxed/P', 'strict/P']);
const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[values.length >> 1]!;

for (const kind of [false, true].flatMap((sampled) =>
  (['adam', 'sgd'] as const).map((optimiser): Kind => ({ sampled, optimiser })),
)) {
  const own = builds.map((build) => trainer(kind, build));
  const chunks = chunksOfRound[kind.sampled ? 'sampled' : 'full'];
  const speeds: [number[], number[], number[]] = [[], [], []];
  for (let round = -1; round < rounds; round += 1) {
    const seconds = [
      (await torch?.train({ ...kind, chunks }))?.seconds ?? NaN,
      ...own.map((train) => train(chunks)),
    ];
    // The first round warms up.
    if (round >= 0) seconds.forEach((one, at) => speeds[at]!.push((chunks * steps * batch) / one));
  }
  const [theirs, relaxed, strict] = speeds.map(median) as [number, number, number];
  print([
    `${kind.sampled ? `sampled ${samples}` : 'full'}, ${kind.optimiser}`,
    ...[theirs, relaxed, strict].map((speed) => Math.round(speed).toString()),
    ...[relaxed / theirs, strict / theirs].map((ratio) => ratio.toFixed(2)),
  ]);
}
torch?.close();

const layout = layoutNetwork(shape, { batch, steps, training: null });
const memory = allocateNetwork(layout);
drawWeights(memory, layout, 1);
for (const build of builds) {
  const most = { batch: 32, steps: 50 };
  const reader = readingNetwork(
    kernelModule({ kernels }, 'sequence', build),
    shape,
    copyWeights(memory, layout),
    most,
  );
  const inputs = Uint32Array.from({ length: most.batch * most.steps }, drawWord);
  const read = () => reader.read(inputs, most.steps, most.batch);
  for (let warm = 0; warm < 20; warm += 1) read();
  const seconds = cpuSeconds(() => {
    for (let round = 0; round < 100; round += 1) read();
  });
  console.log(
    `reading alone, ${build}: ${Math.round((100 * inputs.length) / seconds)} tokens per second (bar: 100,000)`,
  );
}
console.log(execFileSync('uname', ['-srm']).toString().trim(), `· Node ${process.version}`);
