import { join } from 'node:path';
import { afterAll, describe, expect, it, onTestFinished } from 'vitest';
import { early, late, letterProject } from './dated-letters.ts';
import { trainUntil } from './kill-training.ts';
import { smallPlace, smallProject } from './small-engine.ts';

const place = smallPlace();
const other = smallPlace();
afterAll(() => {
  place.remove();
  other.remove();
});

it(
  'P6: a training that was killed twice ends with the bytes of one that was not',
  { timeout: 120_000 },
  async () => {
    const settings = { epochs: 150, dimensions: 100, minCount: 2, window: 8 };
    const engine = await smallProject(place);
    const undisturbed = await engine.call('model.train', { name: 'undisturbed', settings });
    const watched = await engine.call('learning.steps', {});
    await engine.call('project.close', { save: true });

    expect(await trainUntil(place, settings, 1)).toBeNull();
    expect(await trainUntil(place, settings, 2)).toBeNull();
    expect(await trainUntil(place, settings, Infinity)).toBe(undisturbed.sha256);

    const again = place.engine();
    const info = await again.call('project.open', { file: { path: place.project } });
    expect(info.resumable).toBeNull();
    expect(info.models.map(({ name }) => name)).toEqual(['undisturbed', 'model']);
    const { model, ...resumed } = await again.call('learning.steps', {});
    expect({ ...resumed, model: 'undisturbed' }).toEqual(watched);
    expect(model).toBe('model');
    await again.close();
  },
);

it(
  'P6, P17: a training in rounds is taken up with other numbers of threads, to the bytes of one that was left alone',
  { timeout: 120_000 },
  async () => {
    const rounds = smallPlace();
    onTestFinished(() => rounds.remove());
    const settings = { epochs: 300, dimensions: 60, minCount: 2, window: 8, stretches: 4 };
    const engine = await smallProject(rounds);
    const undisturbed = await engine.call('model.train', { name: 'undisturbed', settings });
    await engine.call('project.close', { save: true });

    expect(await trainUntil(rounds, { ...settings, workers: 2 }, 1)).toBeNull();
    expect(await trainUntil(rounds, { ...settings, workers: 3 }, 2)).toBeNull();
    expect(await trainUntil(rounds, settings, Infinity)).toBe(undisturbed.sha256);
  },
);

describe('a recurrent model', () => {
  const settings = {
    cell: 'lstm',
    hidden: 16,
    embeddings: 'frozen',
    minCount: 2,
    epochs: 12,
    dropout: 0.2,
    batch: 4,
    output: 'sampled-softmax',
    samples: 16,
  } as const;

  it(
    'P6: whose training was killed twice has the weights of one whose was not',
    { timeout: 120_000 },
    async () => {
      const engine = await smallProject(other);
      await engine.call('model.train', {
        name: 'vectors',
        settings: { dimensions: 12, epochs: 1, minCount: 2 },
      });
      const undisturbed = await engine.call('sequence.train', { name: 'undisturbed', settings });
      await engine.call('project.close', { save: true });

      expect(await trainUntil(other, settings, 1, 'sequence.train')).toBeNull();
      const between = other.engine();
      const info = await between.call('project.open', { file: { path: other.project } });
      expect(info.resumableKind).toBe('sequence');
      // What was interrupted is no training of word vectors, and not one of other settings.
      await expect(between.call('model.train', { settings: {}, resume: true })).rejects.toMatchObject({
        code: 'E_NOTHING_TO_RESUME',
      });
      await expect(
        between.call('sequence.train', { settings: { epochs: 13 }, resume: true }),
      ).rejects.toMatchObject({ code: 'E_NOTHING_TO_RESUME' });
      await between.close();
      expect(await trainUntil(other, settings, 2, 'sequence.train')).toBeNull();
      expect(await trainUntil(other, settings, Infinity, 'sequence.train')).toBe(undisturbed.sha256);
    },
  );

  it(
    'is kept half trained when its project is closed, and not without its parent',
    { timeout: 120_000 },
    async () => {
      const engine = other.engine();
      await engine.call('project.open', { file: { path: other.project } });
      const running = engine.call(
        'sequence.train',
        { name: 'left', settings: { ...settings, epochs: 1000 } },
        {
          onProgress: ({ phase }) => {
            if (phase === 'training')
              void engine.call('project.close', { save: true }).catch(() => undefined);
          },
        },
      );
      await expect(running).rejects.toMatchObject({ code: 'E_CANCELLED' });
      const info = await engine.call('project.open', { file: { path: other.project } });
      expect(info.resumableKind).toBe('sequence');
      await engine.call('model.delete', { model: 'vectors' });
      await expect(engine.call('sequence.train', { settings: {}, resume: true })).rejects.toMatchObject({
        code: 'E_PARENT_MISSING',
      });
      expect((await engine.call('project.info', {})).resumableKind).toBe('sequence');
      await engine.call('project.close', { save: false });
    },
  );
});

describe('a training on a sub-corpus', () => {
  it.each([
    ['model.train', { epochs: 1000, dimensions: 200, minCount: 2, stopWords: ['nobody'] }],
    ['sequence.train', { epochs: 40, hidden: 16, embeddings: 'learned', minCount: 2, batch: 4 }],
  ] as const)(
    'is taken up with the texts that it began with, and with no others: %s',
    { timeout: 120_000 },
    async (method, settings) => {
      const own = smallPlace();
      onTestFinished(() => own.remove());
      const engine = own.engine();
      const call = (order: object, hooks = {}) =>
        engine.call(method, order, hooks) as Promise<{ sha256: string; documents?: number }>;
      await letterProject(engine, { project: own.project, folder: join(own.folder, 'texts') });
      const { rows } = await engine.call('corpus.documents', { texts: { conditions: early.conditions } });
      const documents = rows.map(({ id }) => id);
      const undisturbed = await call({
        name: 'undisturbed',
        settings,
        texts: { conditions: early.conditions },
      });
      const leave = {
        onProgress: ({ phase }: { readonly phase: string }) => {
          if (phase === 'training') void engine.call('project.close', { save: true }).catch(() => undefined);
        },
      };
      await expect(
        call({ name: 'left', settings, texts: { conditions: early.conditions } }, leave),
      ).rejects.toMatchObject({
        code: 'E_CANCELLED',
      });
      await engine.call('project.open', { file: { path: own.project } });

      const refused = async (order: object) =>
        expect(call({ settings: {}, resume: true, ...order })).rejects.toMatchObject({
          code: 'E_NOTHING_TO_RESUME',
        });
      await refused({ texts: { conditions: late.conditions } });
      await refused({ texts: 'all' });
      // Its own conditions choose other texts now.
      const [first] = documents as [number];
      const setYear = (value: number) =>
        engine.call('corpus.setMetadata', { texts: { documents: [first] }, field: 'year', value });
      await setYear(1900);
      await refused({});
      await setYear(1830);

      // The same texts by other words are the same.
      const same = { conditions: [{ field: 'year', from: '1800', to: '1859' }] };
      const resumed = await call({ settings: structuredClone(settings), resume: true, texts: same });
      expect(resumed.sha256).toBe(undisturbed.sha256);
      expect(resumed).toMatchObject({ subCorpus: { ...early, documents: 6 } });
      expect((await engine.call('project.info', {})).resumable).toBeNull();
      await engine.close();
    },
  );
});
