import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { defaultTokenSettings, type TokenSettings } from '../../../core/contract/cutting.ts';
import { smallPlace, type SmallPlace } from '../engine/small-engine.ts';

let place: SmallPlace;
afterEach(() => place.remove());

async function project(text: string, language: string, tokens: Partial<TokenSettings> = {}) {
  place = smallPlace();
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.txt'), text);
  const engine = place.engine();
  await engine.call('project.open', { file: { path: place.project }, create: true });
  await engine.call('corpus.import', {
    files: [{ path: folder }],
    language,
    encoding: 'auto',
    tokens: { ...defaultTokenSettings, ...tokens },
  });
  const occurring = async (...words: string[]) =>
    (await engine.call('corpus.stopWords', words.length === 0 ? {} : { words })).occurring;
  /** The words that a model would have with this list. */
  const kept = async (...stopWords: string[]) => {
    const stopped = new Set((await occurring(...stopWords)).flatMap(({ forms }) => forms));
    const { rows } = await engine.call('corpus.words', { limit: 1000 });
    const { keptTypes } = await engine.call('model.estimate', { settings: { minCount: 1, stopWords } });
    const words = rows.map(({ word }) => word).filter((word) => !stopped.has(word));
    // What is shown is what a training leaves out.
    expect(keptTypes).toBe(words.length);
    return words.sort();
  };
  return { engine, occurring, kept };
}

describe('stop words meet the tokens', () => {
  it('and are named as such when a model is asked for one', async () => {
    const { engine } = await project('The cat sat and the dog ran and the cat ran. '.repeat(5), 'en');
    const settings = {
      architecture: 'count',
      dimensions: 2,
      minCount: 1,
      stopWords: ['THE'],
      seed: 1,
    } as const;
    const { model, vocabulary } = await engine.call('model.train', { name: 'm', settings });
    expect(vocabulary).toBe(5);
    // Nothing is left to train on, and every epoch ran.
    const few = { minCount: 1, epochs: 3, dimensions: 2, stopWords: ['the', 'cat', 'sat', 'and', 'dog'] };
    expect(await engine.call('model.train', { name: 'n', settings: few })).toMatchObject({ epochs: 3 });
    await expect(engine.call('search.neighbours', { model, word: 'The' })).rejects.toMatchObject({
      code: 'E_WORD_STOPPED',
    });
  });

  it('with the elided words of French, and tells how often', async () => {
    const { occurring, kept } = await project('L’eau d’un lac et l’île qu’elle voit, l’eau.', 'fr');
    const rows = await occurring();
    expect(rows.find(({ entry }) => entry === 'l')).toEqual({
      entry: 'l',
      forms: ["l'"],
      count: 3,
      isContent: false,
    });
    expect(await kept('L', 'd’', 'qu', 'ET')).toEqual(['eau', 'elle', 'lac', 'un', 'voit', 'île']);
  });

  it('by stems, where words are counted so', async () => {
    const { kept } = await project('Universities run and running university runs.', 'en', {
      wordForm: 'stem',
    });
    expect(await kept('running')).toEqual(['and', 'universiti']);
  });

  it('in traditional characters', async () => {
    const { occurring } = await project('這個國家們很好。這個人說這個。', 'zh-Hant');
    expect((await occurring('这个')).map(({ forms }) => forms)).toEqual([['這個']]);
  });

  it('at the beginning of sentences where case counts, but not as names in capitals', async () => {
    const { kept } = await project('Us they told, told us. The US too. us', 'en', { lowerCase: false });
    expect(await kept('us')).toEqual(['The', 'US', 'they', 'told', 'too']);
  });

  it('marks those that mean something, and leaves them out of the list', async () => {
    const { occurring } = await project('The man and the woman, the men and the women.', 'en');
    const rows = await occurring();
    expect(rows.filter(({ isContent }) => isContent).map(({ entry }) => entry)).toEqual(['man', 'men']);
    expect(rows[0]).toMatchObject({ entry: 'the', count: 4, isContent: false });
    expect(await occurring('man', 'tree')).toEqual([
      { entry: 'man', forms: ['man'], count: 1, isContent: true },
    ]);
  });
});
