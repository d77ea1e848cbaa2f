import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import type { Input } from '../../../core/contract/contract.ts';
import { queryFor } from '../../../renderer/parts/lines/query-for.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());

const texts: Readonly<Record<string, string>> = {
  '1841/first.txt':
    'We came to New York in the spring of the year. The freedmen were freed at last. New York is large, and new. York is not.',
  '1841/second.txt': 'The US and us. In the middle of the night the slaves were freed, in the name of God.',
  '1865/third.txt':
    'At the end of the war, at the end of the day, at the head of the line: freedom. He saw it day by day.',
};

let engine: Engine;
beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  for (const [name, text] of Object.entries(texts)) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, folder);
  const { rows } = await engine.call('corpus.documents', {});
  for (const { id, name } of rows)
    await engine.call('corpus.setMetadata', {
      texts: { documents: [id] },
      field: 'year',
      value: name.includes('third') ? 1865 : 1841,
    });
});

const lines = async (query: string, more: Partial<Input<'query.lines'>> = {}) =>
  engine.call('query.lines', { query, ...more });

describe('lines of a query', () => {
  it('finds phrases, in one sentence only', async () => {
    const answer = await lines('new york');
    expect(answer.lines.map(({ left, node, right }) => [left.slice(-8), node, right.slice(0, 8)])).toEqual([
      ['came to ', 'New York', ' in the '],
      [' last. ', 'New York', ' is larg'].map((one) => expect.stringContaining(one.trim()) as string),
    ]);
    expect(answer).toMatchObject({ total: 2, documents: 1 });
    expect((await lines('new york', { within: 'text' })).total).toBe(3);
  });

  it('knows the signs of simple queries', async () => {
    expect((await lines('freed*')).lines.map(({ node }) => node)).toEqual([
      'freedmen',
      'freed',
      'freed',
      'freedom',
    ]);
    expect((await lines('in the * of')).lines.map(({ node }) => node)).toEqual([
      'in the spring of',
      'In the middle of',
      'in the name of',
    ]);
    expect((await lines('the ... freed')).total).toBe(2);
    expect((await lines('sl?ves|freedmen were')).total).toBe(2);
  });

  it('tells capitals apart where it is asked to', async () => {
    expect((await lines('us')).total).toBe(2);
    expect((await lines('US', { matchCase: true })).lines.map(({ node }) => node)).toEqual(['US']);
    expect((await lines('"us"')).total).toBe(1);
    expect((await lines('"us"%c')).total).toBe(2);
  });

  it('sorts by places, pages any order, and shuffles by a seed', async () => {
    const sorted = await lines('"the" [] "of"', { sort: [0] });
    expect(sorted.lines.map(({ node }) => node)).toEqual([
      'the end of',
      'the end of',
      'the head of',
      'the middle of',
      'the name of',
      'the spring of',
    ]);
    const second = await lines('"the" [] "of"', { sort: [0], offset: 2, limit: 2 });
    expect(second.lines).toEqual(sorted.lines.slice(2, 4));
    const shuffled = await lines('"the" [] "of"', { sample: 3 });
    expect(shuffled.lines.toSorted((a, b) => a.position - b.position).length).toBe(6);
    expect(await lines('"the" [] "of"', { sample: 3 })).toEqual(shuffled);
  });

  it('says of a query without a hit what its parts find, and what may have been meant', async () => {
    const answer = await lines('freedman came');
    expect(answer).toMatchObject({ total: 0, lines: [] });
    expect(answer.parts).toEqual([
      { part: 'freedman', tokens: 0 },
      { part: 'came', tokens: 1 },
    ]);
    expect(answer.spellings).toContain('freedmen');
    // Only the capitals are others.
    expect((await lines('"FREED"')).spellings).toEqual(['freed']);
  });

  it('says where a query is not understood, and of what there is not', async () => {
    await expect(lines('"a" [')).rejects.toMatchObject({ code: 'E_QUERY_INVALID', details: { offset: 5 } });
    await expect(lines('[mood="x"]')).rejects.toMatchObject({
      code: 'E_QUERY_INVALID',
      details: { offset: 1, found: 'mood' },
    });
    await expect(lines('"(a"')).rejects.toMatchObject({ code: 'E_QUERY_INVALID' });
  });

  it('looks through some texts only', async () => {
    const answer = await lines('at the end of', { texts: { conditions: [{ field: 'year', from: '1860' }] } });
    expect(answer.total).toBe(2);
    expect(answer.perMillion).toBeCloseTo(2e6 / answer.tokens, 6);
    expect(
      (await lines('at the end of', { texts: { conditions: [{ field: 'year', to: '1860' }] } })).total,
    ).toBe(0);
  });
});

describe('a distribution', () => {
  it('counts by fields with the size of their texts, by matches and by neighbours', async () => {
    const byYear = await engine.call('query.distribution', { query: 'freed*', by: 'year' });
    expect(byYear.rows.map(({ value, count }) => [value, count])).toEqual([
      ['1841', 3],
      ['1865', 1],
    ]);
    expect(byYear.dispersion?.range).toBe(3);
    const byMatch = await engine.call('query.distribution', { query: 'freed*', by: 'match' });
    expect(byMatch.rows[0]).toMatchObject({ value: 'freed', count: 2, tokens: null });
    const byNext = await engine.call('query.distribution', { query: 'at the', by: 'R1' });
    expect(byNext.rows.map(({ value, count }) => [value, count])).toEqual([
      ['end', 2],
      ['head', 1],
    ]);
    await expect(engine.call('query.distribution', { query: 'at', by: 'mood' })).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
    });
  });
});

describe('keywords', () => {
  it('compares texts with the rest, or with a list', async () => {
    const target = { conditions: [{ field: 'year', from: '1860' }] };
    const answer = await engine.call('query.keywords', { target, minimum: 2, measure: 'logLikelihood' });
    expect(answer.fewTexts).toBe(true);
    expect(answer.rows[0]).toMatchObject({ word: 'day', target: 3, reference: 0, kind: 'none' });
    expect(answer.target.tokens + answer.reference.tokens).toBe((await lines('the')).tokens);
    const list = join(place.folder, 'list.txt');
    writeFileSync(list, 'rank\tfreq\tword\n1\t500\tthe\n2\t300\tof\n3\t1\tfreedom\n');
    const listed = await engine.call('query.keywords', { target: 'all', list: { path: list }, minimum: 1 });
    expect(listed.reference).toEqual({ tokens: 801, texts: 0 });
    expect(listed.rows.find(({ word }) => word === 'of')).toMatchObject({ reference: 300 });
    writeFileSync(list, 'the\t7\n');
    const anew = await engine.call('query.keywords', { target: 'all', list: { path: list }, minimum: 1 });
    expect(anew.reference).toEqual({ tokens: 7, texts: 0 });
  });

  it('are listed by kind, the most remarkable first, with their spread over the texts', async () => {
    const list = join(place.folder, 'counts.txt');
    writeFileSync(list, 'the 1000\nzebra 900\nof 2\nfiller 20000\n');
    const ask = (more: Partial<Input<'query.keywords'>>) =>
      engine.call('query.keywords', { target: 'all', list: { path: list }, minimum: 1, ...more });
    const all = await ask({});
    const ofKind = async (kind: 'key' | 'negative' | 'lock' | 'none') => (await ask({ kind })).rows;
    expect(all.kinds.key).toBeGreaterThan(0);
    expect(await ofKind('key')).toEqual(all.rows.filter(({ kind }) => kind === 'key'));
    const negative = await ofKind('negative');
    expect(negative.map(({ word }) => word).slice(0, 1)).toEqual(['filler']);
    expect(negative.every(({ lrc }, at) => at === 0 || lrc >= negative[at - 1]!.lrc)).toBe(true);
    expect(negative).toHaveLength(all.kinds.negative);
    const rest = [await ofKind('lock'), await ofKind('none')].flat();
    expect(rest.length + negative.length + all.kinds.key).toBe(all.total);
    const { rows } = await ask({ kind: 'none', offset: 1, limit: 2 });
    expect(rows).toEqual((await ofKind('none')).slice(1, 3));

    // Gries’s DP by its definition: two of three texts have “of the”, in shares of their own.
    const documents = (await engine.call('corpus.documents', {})).rows;
    const { rows: byText } = await engine.call('query.distribution', { query: 'freed', by: 'text' });
    const tokens = documents.reduce((sum, one) => sum + one.tokens, 0);
    const hits = byText.reduce((sum, { count }) => sum + count, 0);
    const dp = documents.reduce((sum, { name, tokens: size }) => {
      const count = byText.find(({ value }) => value === name)?.count ?? 0;
      return sum + Math.abs(count / hits - size / tokens) / 2;
    }, 0);
    expect(all.rows.find(({ word }) => word === 'freed')?.dispersion).toBeCloseTo(dp, 10);
    expect(all.rows.find(({ word }) => word === 'zebra')?.dispersion).toBeNull();
  });

  it('says what is the matter where nothing is left to compare with', async () => {
    await expect(engine.call('query.keywords', { target: 'all' })).rejects.toMatchObject({
      code: 'E_REQUEST_INVALID',
      details: { field: 'reference' },
    });
  });
});

describe('n-grams', () => {
  it('counts what stands in a row, and frames', async () => {
    const answer = await engine.call('query.ngrams', { n: 3, minimum: 2 });
    expect(answer.rows.find(({ ngram }) => ngram === 'the end of')).toMatchObject({
      count: 2,
      texts: 1,
      subsumed: true,
    });
    const frames = await engine.call('query.ngrams', { n: 4, minimum: 3, frames: true });
    expect(frames.rows.find(({ ngram }) => ngram === 'at the * of')).toMatchObject({
      count: 3,
      variants: 2,
      top: 'end',
    });
    const page = await engine.call('query.ngrams', { n: 3, minimum: 2, offset: 1, limit: 2 });
    expect(page).toEqual({ ...answer, rows: answer.rows.slice(1, 3) });
  });

  it('are found again by the query that leads to their lines, as often', async () => {
    for (const frames of [false, true])
      for (const layer of ['form', 'word']) {
        const { rows } = await engine.call('query.ngrams', { n: 3, minimum: 2, frames, layer });
        expect(rows.length).toBeGreaterThan(0);
        for (const { ngram, count } of rows)
          expect([ngram, (await lines(queryFor(ngram, layer, frames))).total]).toEqual([ngram, count]);
      }
  });
});

describe('layers of a corpus in CoNLL-U', () => {
  const rows = [
    ['She', 'she', 'PRON'],
    ['went', 'go', 'VERB'],
    ['home', 'home', 'NOUN'],
    [],
    ['They', 'they', 'PRON'],
    ['go', 'go', 'VERB'],
    ['far', 'far', 'ADV'],
    ['and', 'and', 'CCONJ'],
    ['went', 'go', 'VERB'],
    ['home', 'home', 'NOUN'],
  ];
  const conllu = `# newdoc\n${rows
    .map((row, at) =>
      row.length === 0 ? '' : `${at < 3 ? at + 1 : at - 3}\t${row.join('\t')}\t_\t_\t_\t_\t_\t_`,
    )
    .join('\n')}\n`;
  const tagged = smallPlace();
  let other: Engine;
  beforeAll(async () => {
    const folder = join(tagged.folder, 'texts');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'a.conllu'), conllu);
    other = tagged.engine();
    await other.call('project.open', { file: { path: tagged.project }, create: true });
    await importSmallTexts(other, folder);
  });
  afterAll(() => tagged.remove());

  it('are asked for by name, and completed', async () => {
    const { attributes, regions } = await other.call('query.attributes', {});
    expect(attributes.map(({ name }) => name)).toEqual(expect.arrayContaining(['word', 'form', 'lemma']));
    expect(regions.map(({ name }) => name)).toEqual(expect.arrayContaining(['s', 'text']));
    const { lines: found } = await other.call('query.lines', { query: '[lemma="go"]' });
    expect(found.map(({ node }) => node)).toEqual(['went', 'go', 'went']);
    const { rows: completed } = await other.call('query.complete', { query: '[lemma="g', offset: 9 });
    expect(completed).toEqual([{ text: 'go', kind: 'value', count: 3 }]);
    await expect(other.call('query.lines', { query: '[lemna="go"]' })).rejects.toMatchObject({
      code: 'E_QUERY_INVALID',
      details: { offset: 1, expected: attributes.map(({ name }) => name) },
    });
  });

  it('are counted over: distributions, n-grams, collocates', async () => {
    const by = async (name: string) =>
      (await other.call('query.distribution', { query: '[lemma="go"]', by: name })).rows.map(
        ({ value, count }) => [value, count],
      );
    expect(await by('match')).toEqual([
      ['went', 2],
      ['go', 1],
    ]);
    expect(await by('lemma')).toEqual([['go', 3]]);
    expect(await by('R1:lemma')).toEqual([
      ['home', 2],
      ['far', 1],
    ]);
    const grams = await other.call('query.ngrams', { n: 2, minimum: 2, layer: 'lemma' });
    expect(grams.rows.map(({ ngram, count }) => [ngram, count])).toEqual([['go home', 2]]);
    const { rows: near } = await other.call('lines.collocates', {
      word: 'home',
      layer: 'lemma',
      left: 1,
      right: 0,
      minimum: 1,
    });
    expect(near.map(({ word, together, count }) => [word, together, count])).toEqual([['go', 2, 3]]);
  });

  it('are compared: keywords among lemmas, where tokens without one do not count', async () => {
    const { rows } = await other.call('corpus.documents', {});
    const target = { documents: [rows[0]!.id] };
    await expect(other.call('query.keywords', { target, layer: 'lemna', minimum: 1 })).rejects.toMatchObject({
      code: 'E_QUERY_INVALID',
    });
    const list = join(tagged.folder, 'lemmas.txt');
    writeFileSync(list, 'go\t1\nstay\t96\nhome\t3\n');
    const answer = await other.call('query.keywords', {
      ...{ target: 'all', layer: 'lemma', minimum: 1, list: { path: list }, measure: 'logLikelihood' },
    });
    const tokens = await other.call('query.lines', { query: '[lemma!=""]', limit: 0 });
    expect(answer.target.tokens).toBe(tokens.total);
    expect(answer.rows.find(({ word }) => word === 'go')).toMatchObject({ target: 3, reference: 1 });
    expect(answer.rows.map(({ word }) => word)).not.toContain('');
    expect(answer.rows.map(({ word }) => word)).not.toContain('went');
  });
});
