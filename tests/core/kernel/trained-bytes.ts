import { createHash } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { setWideInstructions } from '../../../core/kernel/wide-instructions.ts';
import { copyWeights } from '../../../core/sequence/network-weights.ts';
import { sequenceModule } from '../sequence/small-network.ts';
import { trained as trainedNetwork } from '../sequence/small-sequence-run.ts';
import { kernelModule, noisyCorpus, trained } from '../training/small-run.ts';

// Trains one small model of each kind and prints the digest of each as JSON: a program of its own, so that V8 can be told how it
// is to compile. Arguments: `simple` or `optimising` compiler, `wide` or `narrow` instructions.
const [compiler, instructions] = process.argv.slice(2);
for (const flag of [
  compiler === 'simple' ? '--liftoff-only' : '--no-liftoff',
  // What either flag implies holds only where it is given before V8 starts.
  '--no-wasm-tier-up',
  '--no-wasm-dynamic-tiering',
])
  setFlagsFromString(flag);
setWideInstructions(instructions === 'wide');

const digest = (arrays: Iterable<Float32Array>) => {
  const hash = createHash('sha256');
  for (const array of arrays) hash.update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength));
  return hash.digest('hex');
};

const digests: Record<string, string> = {};
const corpus = noisyCorpus(3000, 150);
for (const build of ['strict', 'relaxed'] as const) {
  for (const architecture of ['skip-gram', 'cbow'] as const)
    for (const output of ['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const)
      for (const [dimensions, negative] of [
        [3, 1],
        [20, 5],
        [40, 14],
      ] as const) {
        const settings = { architecture, output, dimensions, negative, epochs: 2 };
        const { input, output: outputs } = await trained(corpus, settings, { module: kernelModule(build) });
        digests[`${build} ${architecture} ${output} ${dimensions}`] = digest([input, outputs]);
      }
  for (const cell of ['rnn', 'lstm'] as const)
    for (const output of ['full-softmax', 'sampled-softmax'] as const) {
      const { run } = await trainedNetwork({ cell, output, epochs: 2 }, { module: sequenceModule(build) });
      digests[`${build} ${cell} ${output}`] = digest(copyWeights(run.memory, run.layout).values());
    }
}
console.log(JSON.stringify(digests));
