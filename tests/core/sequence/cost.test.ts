import { expect, it } from 'vitest';
import { sequenceCost } from '../../../core/sequence/cost.ts';
import { completeSequenceSettings } from '../../../core/sequence/settings.ts';

const parts = { trainTokens: 1000, heldOutTokens: 100 };

it('The cost of a recurrent model grows with what it has to compute, and frozen vectors are not learned', () => {
  const parent = { name: 'vectors', dimensions: 100 };
  const settings = completeSequenceSettings({ hidden: 128 }, parent);
  const shape = { cell: 'lstm', layers: 1, inputs: 100, hidden: 128, words: 10_000 } as const;
  const lstm = sequenceCost(shape, settings, parts);
  expect(lstm.parameters).toBe(512 * (100 + 128 + 1) + 10_000 * 129);
  const tuned = sequenceCost(shape, { ...settings, embeddings: 'tuned' }, parts);
  expect(tuned.parameters).toBe(lstm.parameters + 1_000_000);
  const rnn = sequenceCost({ ...shape, cell: 'rnn' }, settings, parts);
  const sampled = sequenceCost(shape, { ...settings, output: 'sampled-softmax' }, parts);
  for (const less of [rnn, sampled]) expect(less.operations).toBeLessThan(lstm.operations);
});
