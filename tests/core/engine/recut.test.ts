import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

let place: SmallPlace;
afterEach(() => place.remove());

const texts = {
  'a.txt': 'In New York the runners ran. New York!',
  'b.txt': '…\nOld York runs and runs.',
  'c.conllu': '1\tRunning\trun\tVERB\t_\t_\t0\troot\t_\t_\n\n',
};

async function project() {
  place = smallPlace();
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text);
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
  const counts = async () => {
    const { rows } = await engine.call('corpus.words', { sort: 'word' });
    return Object.fromEntries(rows.map(({ word, count }) => [word, count]));
  };
  const lines = async (word: string) =>
    (await engine.call('lines.concordance', { word, width: 2 })).lines.map(
      ({ document, left, node, right }) => [document, left, node, right].join('|'),
    );
  return { engine, counts, lines };
}

it('gives every text other tokens by the dictionary and the settings, and leaves given words alone', async () => {
  const { engine, counts, lines } = await project();
  const before = await counts();
  expect(before).toMatchObject({ new: 2, york: 3, runners: 1, running: 1 });
  await engine.call('corpus.setDictionary', {
    dictionary: { words: [' New  York ', 'new york', ''].filter(Boolean), splits: [['run', 's']] },
  });
  expect(await engine.call('corpus.cutting', {})).toMatchObject({
    dictionary: { words: ['New York', 'new york'], splits: [['run', 's']] },
    pending: true,
  });
  expect(await counts()).toEqual(before);

  expect(await engine.call('corpus.recut', { tokens: defaultTokenSettings })).toEqual({
    documents: 3,
    tokens: 14,
    types: 11,
  });
  expect(await counts()).toEqual({
    and: 1,
    in: 1,
    new_york: 2,
    old: 1,
    ran: 1,
    run: 2,
    runners: 1,
    running: 1,
    s: 2,
    the: 1,
    york: 1,
  });
  expect(await lines('new_york')).toEqual([
    'a.txt|In |New York| the runners',
    'a.txt|runners ran. |New York|',
  ]);
  expect(await lines('running')).toEqual(['c.conllu||Running|']);
  expect((await engine.call('corpus.cutting', {})).pending).toBe(false);

  // What was saved is checked as a whole when it is opened again.
  await engine.call('project.save', {});
  expect(await engine.call('project.verify', { file: { path: place.project } })).toMatchObject({
    problems: [],
  });
  await engine.call('corpus.recut', { tokens: { ...defaultTokenSettings, wordForm: 'stem' } });
  expect(await counts()).toMatchObject({ run: 2, runner: 1, running: 1 });
  // A text that is added later is cut by the same dictionary.
  const { files } = await engine.call('corpus.import', {
    files: [{ path: join(place.folder, 'texts', 'a.txt') }],
    language: 'en',
    encoding: 'auto',
    tokens: defaultTokenSettings,
  });
  expect(files[0]?.tokens).toBe(6);
  await engine.call('project.close', { save: false });
  await engine.close();
});

it('marks models as older than the corpus, and changes nothing when it is cancelled', async () => {
  const { engine, counts } = await project();
  await engine.call('model.train', { settings: { architecture: 'count', dimensions: 2, minCount: 1 } });
  const stale = async () => (await engine.call('model.list', {}))[0]?.stale;
  const before = await counts();
  await engine.call('corpus.setDictionary', { dictionary: { words: ['old york'], splits: [] } });
  const cancel = new AbortController();
  await expect(
    engine.call(
      'corpus.recut',
      { tokens: defaultTokenSettings },
      { signal: cancel.signal, onProgress: () => cancel.abort() },
    ),
  ).rejects.toMatchObject({ code: 'E_CANCELLED' });
  expect([await counts(), await stale()]).toEqual([before, false]);
  await engine.call('corpus.recut', { tokens: defaultTokenSettings });
  expect([(await counts())['old_york'], await stale()]).toEqual([1, true]);
  await engine.close();
});

it('says of a stop word that it is one', async () => {
  const { engine } = await project();
  await engine.call('model.train', {
    settings: { architecture: 'count', dimensions: 2, minCount: 1, stopWords: ['the'] },
  });
  expect(await engine.call('corpus.stopWords', {})).toMatchObject({ language: 'en' });
  await expect(engine.call('search.neighbours', { word: 'The' })).rejects.toMatchObject({
    code: 'E_WORD_STOPPED',
    details: { word: 'The', model: 'count 1' },
  });
  await engine.close();
});
