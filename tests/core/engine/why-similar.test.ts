import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { WhySimilar } from '../../../core/contract/search.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import { importSmallTexts, smallPlace } from './small-engine.ts';

const place = smallPlace();
let engine: Engine;
let why: WhySimilar;

beforeAll(async () => {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  const write = (name: string, lines: readonly string[]) =>
    writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  // Cats and dogs eat and sleep; only cats purr, only dogs bark; both meet a word that is too rare for the model.
  write('both.txt', Array(8).fill('the cat eats meat and the dog eats bones today .') as string[]);
  write('cats.txt', Array(8).fill('one grey cat purrs , one old cat sleeps here .') as string[]);
  write('dogs.txt', [
    ...(Array(8).fill('that big dog barks while this dog sleeps outside .') as string[]),
    'a zyzzyva dog ; a zyzzyva cat',
  ]);
  engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await importSmallTexts(engine, folder);
  await engine.call('model.train', { settings: { dimensions: 8, epochs: 2, minCount: 3, window: 2 } });
  why = await engine.call('search.why', { first: 'cat', second: 'dog', width: 3 });
}, 60_000);
afterAll(async () => {
  await engine.close();
  place.remove();
});

describe('why two words are alike', () => {
  it('shows the contexts that both have, with what each gives to the cosine', () => {
    const words = why.shared.map(({ word }) => word);
    expect(words).toContain('eats');
    expect(words).toContain('sleeps');
    expect(why.shared.map(({ share }) => share)).toEqual(
      why.shared.map(({ share }) => share).toSorted((a, b) => b - a),
    );
    expect(why.shared.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(why.contextCosine, 10);
    expect(why.sharedTotal).toBe(words.length);
    const eats = why.shared.find(({ word }) => word === 'eats')!;
    expect([eats.first.together, eats.first.texts]).toEqual([8, 1]);
  });

  it('and those that only one has', () => {
    const only = (contexts: WhySimilar['onlyFirst']) => contexts.map(({ word }) => word);
    expect(only(why.onlyFirst)).toContain('purrs');
    expect(only(why.onlySecond)).toContain('barks');
    expect(only(why.onlyFirst)).not.toContain('sleeps');
    expect(why.onlySecond.find(({ word }) => word === 'barks')).toMatchObject({ together: 8, texts: 1 });
  });

  it('with a line of each word that has the context in it', () => {
    for (const { word, lines } of why.shared) {
      expect(lines.map(({ node }) => node)).toEqual(['cat', 'dog']);
      for (const { left, right } of lines) expect(`${left} ${right}`).toContain(word);
    }
    for (const { word, line } of why.onlyFirst) expect(`${line.left} ${line.right}`).toContain(word);
  });

  it('in how many texts, and what the model cannot have seen', () => {
    expect(why.texts).toEqual({ first: 3, second: 2, both: 2 });
    const rare = why.unseen.find(({ word }) => word === 'zyzzyva');
    expect(rare).toEqual({ word: 'zyzzyva', first: 1, second: 2 });
  });

  it('only of words that the model has', async () => {
    await expect(engine.call('search.why', { first: 'cat', second: 'zyzzyva' })).rejects.toMatchObject({
      code: 'E_WORD_RARE',
    });
  });
});
