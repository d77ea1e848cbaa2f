import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());
let engine: Engine;

beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'one.txt'), 'The cat saw a Dog. A dog saw the horse. No cats here.');
  writeFileSync(join(folder, 'two.txt'), 'The horse ran, and the horse ran home. Rome is far.');
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, folder);
});

const written = (name: string, text: string) => {
  const path = join(place.folder, name);
  writeFileSync(path, text);
  return { path };
};
const nodes = async (query: string) =>
  (await engine.call('query.lines', { query })).lines.map(({ node }) => node);

describe('lists of words', () => {
  it('stand for their words in queries, on any attribute and with flags', async () => {
    await engine.call('lists.set', { name: 'pets', words: ['cat', ' dog ', 'cat', ''] });
    expect((await engine.call('lists.list', {})).lists).toMatchObject([
      { name: 'pets', words: 2, hasCounts: false },
    ]);
    expect(await nodes('[word=$pets]')).toEqual(['cat', 'dog']);
    expect(await nodes('[word=$pets%c]')).toEqual(['cat', 'Dog', 'dog']);
    expect(await nodes('[form=$pets] "saw"')).toEqual(['cat saw', 'dog saw']);
    expect(await nodes('$pets%c')).toEqual(['cat', 'Dog', 'dog']);
    expect(await nodes('[word!=$pets & word=".*s"]')).toEqual(['cats', 'is']);
    // What changes the list changes the answer.
    await engine.call('lists.set', { name: 'pets', words: ['horse'] });
    expect(await nodes('[word=$pets]')).toEqual(['horse', 'horse', 'horse']);
  });

  it('are offered behind a dollar sign, and named where a query has none of that name', async () => {
    await engine.call('lists.set', { name: 'beasts', words: ['horse'] });
    const complete = (query: string) => engine.call('query.complete', { query, offset: query.length });
    expect(await complete('[word=$be')).toEqual({
      from: 7,
      rows: [{ text: 'beasts', kind: 'list', count: 1 }],
    });
    await expect(engine.call('query.lines', { query: '[word=$birds]' })).rejects.toMatchObject({
      code: 'E_QUERY_INVALID',
      details: { found: '$birds', expected: expect.arrayContaining(['$beasts']) as string[], offset: 6 },
    });
    await expect(engine.call('lists.show', { name: 'birds' })).rejects.toMatchObject({
      code: 'E_LIST_UNKNOWN',
    });
  });

  it('are read from files, with their frequencies where each line has one', async () => {
    const counted = written('counted.txt', 'word\tfreq\nhorse\t30\ncat\t50\nzebra\t20\n');
    await engine.call('lists.set', { name: 'elsewhere', file: counted });
    expect((await engine.call('lists.show', { name: 'elsewhere' })).rows).toEqual([
      { word: 'horse', listed: 30, count: 3 },
      { word: 'cat', listed: 50, count: 1 },
      { word: 'zebra', listed: 20, count: 0 },
    ]);
    await engine.call('lists.set', { name: 'plain', file: written('plain.txt', 'horse\ncat | an animal\n') });
    expect(
      (await engine.call('lists.show', { name: 'plain' })).rows.map(({ word, listed }) => [word, listed]),
    ).toEqual([
      ['horse', null],
      ['cat', null],
    ]);
    await expect(
      engine.call('lists.set', { name: 'empty', file: written('empty.txt', '\n \n') }),
    ).rejects.toMatchObject({ code: 'E_TABLE_INVALID' });
  });

  it('with frequencies are what keywords are compared with', async () => {
    await engine.call('lists.set', { name: 'elsewhere', file: written('c.txt', 'horse\t1\ncat\t50\n') });
    const { reference, rows } = await engine.call('query.keywords', {
      target: 'all',
      savedList: 'elsewhere',
      minimum: 1,
    });
    expect(reference).toEqual({ tokens: 51, texts: 0 });
    expect(rows.find(({ word }) => word === 'cat')).toMatchObject({ target: 1, reference: 50 });
    await engine.call('lists.set', { name: 'bare', words: ['cat'] });
    await expect(engine.call('query.keywords', { target: 'all', savedList: 'bare' })).rejects.toMatchObject({
      code: 'E_LIST_WITHOUT_COUNTS',
    });
    await engine.call('lists.set', { name: 'bare', words: ['cat', 'dog'], counts: 'texts' });
    expect((await engine.call('lists.show', { name: 'bare' })).rows.map(({ listed }) => listed)).toEqual([
      1, 2,
    ]);
    await engine.call('lists.set', { name: 'elsewhere', words: ['zebra', 'cat'], counts: 'kept' });
    expect((await engine.call('lists.show', { name: 'elsewhere' })).rows.map(({ listed }) => listed)).toEqual(
      [0, 50],
    );
    await expect(
      engine.call('query.keywords', { target: 'all', savedList: 'bare', reference: 'all' }),
    ).rejects.toMatchObject({ code: 'E_REQUEST_INVALID' });
  });

  it('have names that a query can say, and at least one word', async () => {
    for (const name of ['two words', '1st', 'a"b', ''])
      await expect(engine.call('lists.set', { name, words: ['cat'] })).rejects.toMatchObject({
        code: 'E_REQUEST_INVALID',
      });
    await expect(engine.call('lists.set', { name: 'none', words: [' '] })).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
    });
    await engine.call('lists.set', { name: '動物', words: ['cat'] });
    expect(await nodes('[word=$動物]')).toEqual(['cat']);
    await engine.call('lists.delete', { name: '動物' });
    await expect(engine.call('lists.delete', { name: '動物' })).rejects.toMatchObject({
      code: 'E_LIST_UNKNOWN',
    });
  });
});
