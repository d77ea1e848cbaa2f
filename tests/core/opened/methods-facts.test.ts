import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../../core/engine/engine.ts';
import { smallPlace, smallProject } from '../engine/small-engine.ts';

const place = smallPlace();
let engine: Engine;
const settings = { dimensions: 17, epochs: 3, minCount: 4, window: 7, negative: 11, seed: 1234 };
const write = async (model: string, locale: 'en' | 'zh') =>
  (await engine.call('model.methods', { model, locale })).text;

beforeAll(async () => {
  engine = await smallProject(place, { documents: 6 });
}, 60_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

describe('a methods paragraph', () => {
  it('says of a model what is stored of it, in both languages', async () => {
    const { sha256, tokens, vocabulary } = await engine.call('model.train', { name: 'm', settings });
    for (const locale of ['en', 'zh'] as const) {
      const text = await write('m', locale);
      const facts = [
        sha256,
        tokens.toLocaleString(locale),
        String(vocabulary),
        '6',
        '17',
        '3',
        '4',
        '7',
        '11',
        '1234',
      ];
      for (const fact of facts) expect(text).toMatch(new RegExp(`(?<![\\d.])${fact}(?![\\d])`, 'u'));
      expect(text).not.toMatch(/undefined|NaN|null|\[object/u);
    }
    expect(await write('m', 'en')).toContain('was not measured');
    expect(await write('m', 'en')).toContain('in English');
    expect(await write('m', 'zh')).toContain('没有检验');
    expect(await write('m', 'zh')).toContain('语言：英语');
  });

  it('says how sure the results are where that was measured', async () => {
    await engine.call('study.run', { model: 'm', kind: 'seeds', runs: 2 });
    expect(await write('m', 'en')).toContain('repeated 2 times from other seeds');
    await engine.call('study.run', { model: 'm', runs: 3 });
    expect(await write('m', 'en')).toContain('repeated 3 times on as many texts');
    expect(await write('m', 'zh')).toContain('重复了 3 次');
  });

  it('names neither samples nor rates where the model has none', async () => {
    await engine.call('model.train', { name: 'c', settings: { ...settings, architecture: 'count' } });
    expect(await write('c', 'en')).toContain('singular value decomposition');
    expect(await write('c', 'en')).not.toMatch(/epochs|learning rate|negative sampling/u);
    expect(await write('c', 'zh')).not.toMatch(/学习率|负采样/u);
  });

  it('says no more of texts that have changed since than is known', async () => {
    const { rows } = await engine.call('corpus.documents', { limit: 10 });
    await engine.call('corpus.removeDocuments', { texts: { documents: [rows[0]!.id] } });
    const text = await write('m', 'en');
    expect(text).toContain('changed since');
    expect(text).not.toMatch(/texts with|lower case/u);
  });
});
