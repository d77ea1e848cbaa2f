import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace } from '../engine/small-engine.ts';

const place = smallPlace();
let engine: Engine;

/** Form, lemma, part of speech. A token without a lemma has none in the model. */
const sentences: readonly (readonly (readonly [string, string, string])[])[] = [
  [
    ['she', 'she', 'PRON'],
    ['walks', 'walk', 'VERB'],
    ['home', 'home', 'NOUN'],
  ],
  [
    ['he', 'he', 'PRON'],
    ['walked', 'walk', 'VERB'],
    ['walks', 'walk', 'NOUN'],
    ['hm', '_', 'INTJ'],
  ],
];

beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  const written = Array.from({ length: 12 }, () => sentences)
    .flat()
    .map((sentence) =>
      sentence
        .map(([form, lemma, tag], at) => [at + 1, form, lemma, tag, '_', '_', 0, '_', '_', '_'].join('\t'))
        .join('\n'),
    );
  for (const name of ['one', 'two'])
    writeFileSync(join(folder, `${name}.conllu`), `${written.join('\n\n')}\n\n`);
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
}, 60_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

const train = (name: string, layer: string) =>
  engine.call('model.train', { name, settings: { layer, dimensions: 8, epochs: 1, minCount: 1, window: 2 } });
const wordsOf = async (model: string) =>
  (await engine.call('model.list', {})).find(({ name }) => name === model)!;

describe('what is trained on a layer', () => {
  it('has a vector for each lemma, or lemma and part of speech, and remembers of what', async () => {
    const { layers } = await engine.call('corpus.layers', {});
    expect(layers.map(({ name }) => name)).toEqual(expect.arrayContaining(['lemma', 'upos']));
    // she walk home he
    expect(await train('lemmas', 'lemma')).toMatchObject({ vocabulary: 4 });
    // she_PRON walk_VERB walk_NOUN home_NOUN he_PRON
    expect(await train('both', 'lemma+upos')).toMatchObject({ vocabulary: 5 });
    expect((await wordsOf('lemmas')).settings).toMatchObject({ layer: 'lemma' });
    expect((await wordsOf('both')).settings).toMatchObject({ layer: 'lemma+upos' });
    const near = await engine.call('search.neighbours', { model: 'both', word: 'walk_NOUN', top: 10 });
    expect(JSON.stringify(near)).toContain('walk_VERB');
    const { text } = await engine.call('model.methods', { model: 'both' });
    expect(text).toContain('lemma with its upos');
  });

  it('is the same for sequences, whose words are those of the parent where its vectors are read', async () => {
    const settings = { hidden: 8, epochs: 1, minCount: 1, heldOut: 0.3, parent: 'lemmas' } as const;
    const trained = await engine.call('sequence.train', { name: 'of lemmas', settings });
    // With <unk> and <eos>.
    expect(trained).toMatchObject({ vocabulary: 6 });
    await expect(
      engine.call('sequence.train', { name: 'other', settings: { ...settings, layer: 'form' } }),
    ).rejects.toMatchObject({ code: 'E_SETTING_INVALID' });
    const tags = await engine.call('sequence.train', {
      name: 'of tags',
      settings: {
        hidden: 8,
        epochs: 1,
        minCount: 1,
        heldOut: 0.3,
        embeddings: 'learned',
        dimensions: 8,
        layer: 'upos',
      },
    });
    expect(tags).toMatchObject({ vocabulary: 6 });
  });

  it('names the layers that there are where one is asked for that there is not', async () => {
    await expect(train('none', 'gloss')).rejects.toMatchObject({
      code: 'E_SETTING_INVALID',
      details: { setting: 'layer', value: 'gloss', allowed: expect.stringContaining('lemma') as unknown },
    });
  });

  it('can be listed, as words are, without what has no value', async () => {
    const { rows, total } = await engine.call('corpus.words', { layer: 'lemma' });
    expect(total).toBe(4);
    expect(rows[0]).toMatchObject({ word: 'walk', count: 72, documents: 2, dispersion: 0 });
    const byWord = await engine.call('corpus.words', { layer: 'lemma', sort: 'word' });
    expect(byWord.rows.map(({ word }) => word)).toEqual(['he', 'home', 'she', 'walk']);
  });
});
