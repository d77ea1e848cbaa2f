import { afterAll, expect, it } from 'vitest';
import { trainUntil } from './kill-training.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());

it(
  'P6: a training that was killed twice ends with the bytes of one that was not',
  { timeout: 120_000 },
  async () => {
    const settings = { epochs: 600, dimensions: 40, minCount: 2, window: 8 };
    const engine = await smallProject(place);
    const undisturbed = await engine.call('model.train', { name: 'undisturbed', settings });
    await engine.call('project.close', { save: true });

    expect(await trainUntil(place, settings, 1)).toBeNull();
    expect(await trainUntil(place, settings, 2)).toBeNull();
    expect(await trainUntil(place, settings, Infinity)).toBe(undisturbed.sha256);

    const again = place.engine();
    const info = await again.call('project.open', { file: { path: place.project } });
    expect(info.resumable).toBeNull();
    expect(info.models.map(({ name }) => name)).toEqual(['undisturbed', 'model']);
    await again.close();
  },
);
