import { createHash } from 'node:crypto';
import { noisyCorpus, trained, kernelModule } from '/work/wt/t24/tests/core/training/small-run.ts';
const corpus = noisyCorpus(20000, 900);
for (const architecture of ['skip-gram','cbow'] as const) for (const output of ['negative-sampling','hierarchical-softmax','full-softmax'] as const) {
  const out: string[] = [];
  for (const workers of [1,2,3,8]) {
    const r = await trained(corpus, { architecture, output, dimensions: 20, epochs: 2, stretches: 8, workers });
    out.push(createHash('sha256').update(r.input).update(r.output).update(JSON.stringify(r.outcome.loss)).digest('hex').slice(0,8));
    if (workers===1) console.log(r.outcome.loss, r.outcome.seconds);
  }
  const one = await trained(corpus, { architecture, output, dimensions: 20, epochs: 2, stretches: 1 });
  console.log(architecture, output, out.join(' '), 'one', one.outcome.loss);
}
