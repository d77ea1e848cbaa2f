import { afterAll, expect, it } from 'vitest';
import { trainUntil } from './kill-training.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
const sequencePlace = smallPlace();
afterAll(() => {
  place.remove();
  sequencePlace.remove();
});

it(
  'P6: 500,000 tokens, killed at five points and resumed: identical vectors',
  { timeout: 1_200_000 },
  async () => {
    const settings = { epochs: 60, dimensions: 100, seed: 9 };
    const engine = await smallProject(place, { documents: 50, sentenceCount: 1250 });
    const { tokens } = await engine.call('project.info', {});
    expect(tokens).toBeGreaterThan(500_000);
    const first = await engine.call('model.train', { name: 'first', settings });
    const second = await engine.call('model.train', { name: 'second', settings });
    expect(second.sha256).toBe(first.sha256);
    await engine.call('project.close', { save: true });
    for (const checkpoints of [1, 3, 2, 5, 1])
      expect(await trainUntil(place, settings, checkpoints)).toBeNull();
    expect(await trainUntil(place, settings, Infinity)).toBe(first.sha256);
  },
);

it(
  'P6: a recurrent model over 500,000 tokens, killed at five points and resumed: identical weights',
  { timeout: 3_000_000 },
  async () => {
    const settings = {
      cell: 'lstm',
      hidden: 64,
      minCount: 5,
      epochs: 4,
      embeddings: 'learned',
      seed: 9,
    } as const;
    const engine = await smallProject(sequencePlace, { documents: 50, sentenceCount: 1250 });
    const first = await engine.call('sequence.train', { name: 'first', settings });
    await engine.call('project.close', { save: true });
    for (const checkpoints of [1, 3, 2, 5, 1])
      expect(await trainUntil(sequencePlace, settings, checkpoints, 'sequence.train')).toBeNull();
    expect(await trainUntil(sequencePlace, settings, Infinity, 'sequence.train')).toBe(first.sha256);
  },
);
