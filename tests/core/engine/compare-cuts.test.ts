import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

let place: SmallPlace;
afterEach(() => place.remove());

const texts = {
  'a.txt': '却说黛玉听了，那黛玉笑道。',
  'b.txt': '那黛玉哭了。',
  'c.conllu': '1\t那黛玉\t那黛玉\tVERB\t_\t_\t0\troot\t_\t_\n\n',
};

it('compares two ways of cutting the corpus or some of its texts, and changes nothing', async () => {
  place = smallPlace();
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const engine = place.engine();
  const way = { tokens: { ...defaultTokenSettings, method: 'segmenter' as const }, dictionary: false };
  const both = { first: way, second: { ...way, dictionary: true } };
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await expect(engine.call('corpus.compareCuts', both)).rejects.toMatchObject({ code: 'E_NO_CORPUS' });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'zh',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
  await engine.call('corpus.setDictionary', { dictionary: { words: ['黛玉'], splits: [] } });
  await engine.call('project.save', {});
  const { digest } = await engine.call('project.digest', {});

  const compared = await engine.call('corpus.compareCuts', both);
  expect(compared.rows[0]).toMatchObject({
    written: '那黛玉',
    first: ['那黛玉'],
    second: ['那', '黛玉'],
    count: 2,
    document: 'a.txt',
  });
  expect(compared.counts.slice(0, 3)).toEqual([
    { word: '那', first: 0, second: 2 },
    { word: '那黛玉', first: 2, second: 0 },
    { word: '黛玉', first: 1, second: 3 },
  ]);
  // The words of the annotated text were given.
  expect(compared.given).toBe(1);
  expect(compared.second.tokens).toBe(compared.first.tokens + 2);

  const { rows } = await engine.call('corpus.documents', {});
  const inOne = await engine.call('corpus.compareCuts', {
    ...both,
    texts: { documents: [rows[1]!.id] },
    limit: 1,
  });
  expect(inOne).toMatchObject({ total: 1, given: 0, changed: 3 });
  expect(inOne.counts).toHaveLength(1);
  expect(inOne.rows[0]).toMatchObject({ count: 1, document: 'b.txt', right: '哭了。' });
  expect(await engine.call('project.info', {})).toMatchObject({ unsaved: false });
  expect(await engine.call('project.digest', {})).toEqual({ digest });
  await engine.close();
});
