import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import type { TextsRef } from '../../../core/contract/texts.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

let place: SmallPlace;
afterEach(() => place.remove());

const texts = {
  'austen_1813_a.txt': 'The king saw the king.',
  'austen_1815_b.txt': 'A queen and a king.',
  'shelley_1818_c.txt': 'The monster saw a king here.',
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
    metadataPattern: '{author}_{year}_{name}',
  });
  const { rows } = await engine.call('corpus.documents', {});
  return { engine, ids: rows.map(({ id }) => id) };
}

it('keeps the kinds of fields and sub-corpora, and finds their texts anew each time', async () => {
  const { engine, ids } = await project();
  const kinds = async () =>
    (await engine.call('corpus.fields', {})).fields.map(
      ({ name, kind, unfit }) => `${name} ${kind} ${unfit}`,
    );
  expect(await kinds()).toEqual(['author text 0', 'year date 0', 'name text 0']);
  await engine.call('corpus.setFieldKind', { field: 'author', kind: 'number' });
  expect(await kinds()).toContain('author number 3');
  await engine.call('corpus.setFieldKind', { field: 'author', kind: null });
  expect(await kinds()).toContain('author text 0');

  const conditions = [{ field: 'year', from: '1813', to: '1815' }];
  expect(await engine.call('corpus.matching', { conditions })).toEqual({
    documents: 2,
    tokens: 10,
  });
  await engine.call('corpus.setSubCorpora', {
    subCorpora: [
      { name: 'Early', conditions: [] },
      { name: 'Early', conditions },
    ],
  });
  await engine.call('project.save', {});
  await engine.close();

  const again = place.engine();
  await again.call('project.open', { file: { path: place.project } });
  const early = async () => (await again.call('corpus.subCorpora', {})).subCorpora;
  expect(await early()).toEqual([{ name: 'Early', conditions, documents: 2, tokens: 10 }]);
  await again.call('corpus.setMetadata', { texts: { documents: [ids[0]!] }, field: 'year', value: 1700 });
  expect(await early()).toMatchObject([{ documents: 1 }]);
  await again.call('corpus.removeDocuments', { texts: { documents: [ids[1]!] } });
  expect(await early()).toMatchObject([{ documents: 0, tokens: 0 }]);
  await again.close();
});

it('offers texts by the names of sub-corpora, of values and of their own, and says what a choice is by now', async () => {
  const { engine, ids } = await project();
  const conditions = [{ field: 'author', values: ['shelley'] }];
  await engine.call('corpus.setSubCorpora', { subCorpora: [{ name: 'Été', conditions }] });
  const names = async (query: string, limit = 50) => {
    const { total, rows } = await engine.call('corpus.textChoices', { query, limit });
    return [total, ...rows.map(({ kind, field, name, documents }) => [kind, field, name, documents])];
  };
  expect(await names('ETE')).toEqual([1, ['sub-corpus', undefined, 'Été', 1]]);
  expect(await names('auth  AUST')).toEqual([1, ['group', 'author', 'austen', 2]]);
  expect(await names('shelley')).toEqual([
    2,
    ['group', 'author', 'shelley', 1],
    ['text', undefined, 'shelley_1818_c.txt', 1],
  ]);
  // Years and names tell every text apart: no groups of one. Rows that are not asked for are counted.
  expect(await names('', 1)).toEqual([6, ['sub-corpus', undefined, 'Été', 1]]);
  expect(await names('nobody')).toEqual([0]);

  const chosen = async (ref: TextsRef) =>
    (await engine.call('corpus.textChoices', { chosen: ref, limit: 0 })).chosen;
  expect(await chosen('all')).toBeNull();
  expect(await chosen({ conditions })).toMatchObject({ kind: 'sub-corpus', texts: { subCorpus: 'Été' } });
  expect(await chosen({ conditions: [{ field: 'year', to: '1815' }] })).toMatchObject({
    kind: 'conditions',
    documents: 2,
    tokens: 10,
  });
  expect(await chosen({ conditions: [{ field: 'author', values: ['austen'] }] })).toMatchObject({
    kind: 'group',
    name: 'austen',
  });
  expect(await chosen({ documents: [ids[2]!] })).toMatchObject({ kind: 'text', tokens: 6 });
  await engine.call('corpus.removeDocuments', { texts: { documents: [ids[2]!] } });
  expect(await chosen({ documents: [ids[2]!] })).toBeNull();
  expect(await chosen({ subCorpus: 'Été' })).toMatchObject({ documents: 0 });
  await engine.call('corpus.setSubCorpora', { subCorpora: [] });
  expect(await chosen({ subCorpus: 'Été' })).toBeNull();
  expect(await engine.call('corpus.fieldValues', { field: 'year', offset: 1 })).toEqual({
    total: 2,
    rows: [{ value: '1815', documents: 1, tokens: 5 }],
  });
  expect(await engine.call('corpus.fieldValues', { field: 'nothing' })).toEqual({ total: 0, rows: [] });
  await engine.close();
});

it('counts words and collocates in some documents as a corpus of these alone would', async () => {
  const { engine, ids } = await project();
  const some = ids.slice(0, 2);
  const words = await engine.call('corpus.words', { texts: { documents: some }, sort: 'word' });
  const collocates = await engine.call('lines.collocates', {
    word: 'king',
    minimum: 1,
    texts: { documents: some },
  });
  await engine.call('corpus.removeDocuments', { texts: { documents: [ids[2]!] } });
  expect(words).toEqual(await engine.call('corpus.words', { sort: 'word' }));
  expect(words.tokens).toBe(10);
  expect(collocates).toEqual(await engine.call('lines.collocates', { word: 'king', minimum: 1 }));
  expect(collocates.occurrences).toBe(3);
  expect(await engine.call('corpus.words', { texts: { documents: [] } })).toEqual({
    total: 0,
    tokens: 0,
    rows: [],
  });
  await engine.close();
});

it('means the same texts by a name, by conditions and by ids, as they are at the time of asking', async () => {
  const { engine, ids } = await project();
  const early = { name: 'Early', conditions: [{ field: 'year', to: '1815' }] };
  await engine.call('corpus.setSubCorpora', { subCorpora: [early] });
  const found = async (texts: TextsRef) =>
    (await engine.call('lines.concordance', { word: 'king', texts })).lines.map(({ document }) => document);
  const expected = ['austen_1813_a.txt', 'austen_1813_a.txt', 'austen_1815_b.txt'];
  expect(await found({ subCorpus: 'Early' })).toEqual(expected);
  expect(await found({ conditions: early.conditions })).toEqual(expected);
  // In the order of the corpus, each once, whatever else is named.
  expect(await found({ documents: [ids[1]!, ids[0]!, ids[1]!, 99] })).toEqual(expected);
  expect(await found('all')).toHaveLength(4);

  await engine.call('corpus.setMetadata', { texts: { documents: [ids[1]!] }, field: 'year', value: 1901 });
  expect(await found({ subCorpus: 'Early' })).toEqual(expected.slice(0, 2));
  await engine.call('corpus.setSubCorpora', {
    subCorpora: [{ ...early, conditions: [{ field: 'year', from: '1900' }] }],
  });
  expect(await found({ subCorpus: 'Early' })).toEqual(expected.slice(2));
  await expect(found({ subCorpus: 'early' })).rejects.toMatchObject({
    code: 'E_SUB_CORPUS_UNKNOWN',
    details: { subCorpus: 'early', subCorpora: ['Early'] },
  });
});
