import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Input } from '../../../core/contract/contract.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());
let engine: Engine;
/** Ids of the texts. */
let one = 0;
let two = 0;

beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  writeFileSync(
    join(folder, 'one.txt'),
    'Look! “The cat sat.” The dog saw the cat; the cat ran. A bird sang.',
  );
  writeFileSync(join(folder, 'two.txt'), 'A cat and a cat and a cat. No dog.');
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, folder);
  const { rows } = await engine.call('corpus.documents', {});
  one = rows.find(({ name }) => name === 'one.txt')!.id;
  two = rows.find(({ name }) => name === 'two.txt')!.id;
});

const lines = (more: Partial<Input<'query.lines'>> = {}) =>
  engine.call('query.lines', { query: 'cat', ...more });
const places = async (more: Partial<Input<'query.lines'>> = {}) =>
  (await lines(more)).lines.map(({ documentId, position }) => [documentId === one ? 1 : 2, position]);

describe('what is said of lines', () => {
  it('comes back with every line that begins there, whatever query finds it, and is saved with the project', async () => {
    const [first] = (await lines()).lines;
    const at = { document: one, position: first!.position };
    await engine.call('notes.set', { ...at, category: ' animal ', note: 'the first' });
    expect(await engine.call('notes.set', { ...at, marked: 'yes' })).toEqual({
      category: 'animal',
      marked: true,
      hidden: false,
      note: 'the first',
    });
    const phrase = await engine.call('query.lines', { query: 'cat sat' });
    expect(phrase.lines.map(({ note }) => note?.note)).toEqual(['the first']);
    expect((await lines()).lines.map(({ note }) => note?.category ?? null)).toEqual([
      'animal',
      ...Array.from({ length: 5 }, () => null),
    ]);
    await engine.call('project.save', {});
    await engine.call('project.close', {});
    await engine.call('project.open', { file: { path: place.project } });
    expect((await engine.call('notes.list', {})).rows).toMatchObject([
      { document: 'one.txt', node: 'cat', category: 'animal', marked: true, note: 'the first' },
    ]);
  });

  it('chooses among lines, and never what is counted', async () => {
    await engine.call('notes.set', { document: two, position: 1, hidden: 'yes' });
    const visible = await lines();
    expect(visible).toMatchObject({ total: 6, shown: 5, hidden: 1, documents: 2 });
    expect(visible.lines).toHaveLength(5);
    expect(await places({ show: 'hidden' })).toEqual([[2, 1]]);
    expect((await lines({ show: 'all' })).shown).toBe(6);
    expect((await lines({ show: 'noted' })).shown).toBe(2);
    expect((await lines({ show: 'marked' })).lines.map(({ note }) => note?.note)).toEqual(['the first']);
    expect((await lines({ category: 'animal' })).shown).toBe(1);
    expect((await lines({ category: '', show: 'all' })).shown).toBe(5);
    const { lines: sorted } = await lines({ sort: [1], limit: 2, offset: 1 });
    expect(sorted).toEqual((await lines({ sort: [1] })).lines.slice(1, 3));
  });

  it('is listed by kind and category, and gone when nothing is left of it', async () => {
    await engine.call('notes.set', { document: two, position: 4, category: 'animal' });
    expect(await engine.call('notes.list', { limit: 0 })).toMatchObject({
      total: 3,
      loose: 0,
      categories: [{ category: 'animal', count: 2 }],
    });
    expect(
      (await engine.call('notes.list', { kind: 'hidden' })).rows.map(({ position }) => position),
    ).toEqual([1]);
    expect((await engine.call('notes.list', { category: 'animal', texts: { documents: [two] } })).total).toBe(
      1,
    );
    await engine.call('notes.set', { document: two, position: 4, category: '' });
    expect((await engine.call('notes.list', {})).total).toBe(2);
    await expect(engine.call('notes.set', { document: two, position: 400 })).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
    });
  });
});

describe('which lines are shown', () => {
  it('are each so-manieth, or so many by chance that a seed decides, in any order', async () => {
    const all = await places({ show: 'all' });
    expect(await places({ show: 'all', every: 2 })).toEqual(all.filter((_, at) => at % 2 === 0));
    const some = await places({ show: 'all', random: 3, seed: 5 });
    expect(some).toHaveLength(3);
    expect(all.filter((one) => some.some((other) => one.join() === other.join()))).toEqual(some);
    expect(await places({ show: 'all', random: 3, seed: 5 })).toEqual(some);
    const right = await places({ show: 'all', random: 3, seed: 5, sort: [1] });
    expect(right.toSorted()).toEqual(some.toSorted());
    expect((await lines({ random: 100 })).shown).toBe(5);
    expect((await lines({ random: 0 })).lines).toEqual([]);
  });

  it('have their whole sentence, with its signs', async () => {
    const { lines: found } = await lines({ context: 'sentence' });
    expect(found.slice(0, 3).map(({ left, node, right }) => `${left}|${node}|${right}`)).toEqual([
      '“The |cat| sat.”',
      'The dog saw the |cat|; the cat ran.',
      'The dog saw the cat; the |cat| ran.',
    ]);
  });
});

describe('queries that are kept', () => {
  it('have their day and what they found, and are replaced by name', async () => {
    const saved = await engine.call('savedQueries.save', { name: 'cats', query: 'cat', within: 'text' });
    expect(saved).toMatchObject({ name: 'cats', hits: 6, question: { query: 'cat', within: 'text' } });
    expect(saved.savedAt).toBeGreaterThan(0);
    await engine.call('savedQueries.save', { name: 'cats', query: '"cat" []', language: 'cql' });
    const { queries } = await engine.call('savedQueries.list', {});
    expect(queries.map(({ name, question }) => [name, question.query])).toEqual([['cats', '"cat" []']]);
    await expect(engine.call('savedQueries.save', { name: 'bad', query: '"cat' })).rejects.toMatchObject({
      code: 'E_QUERY_INVALID',
    });
    expect(await engine.call('savedQueries.delete', { name: 'cats' })).toEqual({ deleted: true });
    expect(await engine.call('savedQueries.delete', { name: 'cats' })).toEqual({ deleted: false });
  });
});

it('a new cut leaves notes at their places; removing a text takes its notes along', async () => {
  await engine.call('corpus.recut', {});
  expect((await lines({ category: 'animal' })).lines.map(({ note }) => note?.note)).toEqual(['the first']);
  await engine.call('corpus.removeDocuments', { texts: { documents: [one] } });
  expect((await engine.call('notes.list', {})).rows.map(({ document }) => document)).toEqual(['two.txt']);
});

it('says where in each text a query finds something: stretches from beginning to end, most hits first', async () => {
  const strips = await engine.call('query.strips', { query: 'cat', stretches: 3 });
  // The first text is gone; of the ten tokens of the second, those at 1, 4 and 7 are cats.
  expect(strips).toEqual({
    total: 1,
    rows: [{ document: two, name: 'two.txt', tokens: 10, counts: [1, 1, 1] }],
  });
  expect((await engine.call('query.strips', { query: 'cat', stretches: 3, order: 'text' })).rows).toEqual(
    strips.rows,
  );
  await expect(engine.call('query.strips', { query: 'cat', order: 'nothing' })).rejects.toMatchObject({
    code: 'E_REQUEST_INVALID',
  });
  expect((await engine.call('query.strips', { query: 'dog' })).rows[0]!.counts.indexOf(1)).toBe(90);
  expect((await engine.call('query.strips', { query: 'wolf' })).rows[0]!.counts).toHaveLength(100);
});
