import { describe, expect, it } from 'vitest';
import { en, zh } from './wording.ts';
import { conditionsText, modelOption, subCorpusName, textsName } from '../../renderer/parts/conditions.ts';
import { changesIn } from '../../renderer/state/changes-in.ts';

const early = {
  conditions: [
    { field: 'year', from: '1801', to: '1850' },
    { field: 'author', values: ['Austen', 'Shelley'] },
  ],
};

describe('what is said of a sub-corpus', () => {
  it('is every condition in the language of the window', () => {
    expect(conditionsText(early.conditions, en.texts)).toBe('year: 1801 – 1850 · author: Austen, Shelley');
    expect(conditionsText([{ field: 'year', from: '1851' }], en.texts)).toBe('year: from 1851');
    expect(conditionsText([{ field: 'year', to: '1850' }], zh.texts)).toBe('year: 到 1850');
    expect(conditionsText([{ field: 'year' }], en.texts)).toBe('year');
    expect(conditionsText([], en.texts)).toBe('all texts');
  });

  it('is its name where it has one', () => {
    expect(subCorpusName({ ...early, name: 'Early' }, en.texts)).toBe('Early');
    expect(subCorpusName(early, en.texts)).toContain('1801 – 1850');
  });

  it('names the texts of a picture, whichever way they were chosen', () => {
    const counted = (count: number) => `${count} texts`;
    expect(textsName('all', en.texts, counted)).toBe('all texts');
    expect(textsName({ subCorpus: 'Early' }, en.texts, counted)).toBe('Early');
    expect(textsName({ conditions: [{ field: 'year', to: '1850' }] }, en.texts, counted)).toBe(
      'year: to 1850',
    );
    expect(textsName({ documents: [3, 5] }, en.texts, counted)).toBe('2 texts');
  });

  it('stands beside the name of a model that was trained on it', () => {
    expect(modelOption({ name: 'cbow 1', subCorpus: { ...early, name: 'Early' } }, en.texts)).toEqual({
      value: 'cbow 1',
      name: 'cbow 1 · Early',
    });
    expect(modelOption({ name: 'Early, cbow', subCorpus: { ...early, name: 'Early' } }, en.texts).name).toBe(
      'Early, cbow',
    );
    expect(modelOption({ name: 'cbow 1', subCorpus: null }, en.texts).name).toBe('cbow 1');
  });
});

describe('settings when other texts are chosen', () => {
  const before = { window: 5, minCount: 5, stopWords: ['the'] };

  it('keep what the person changed, and that alone', () => {
    expect(changesIn(before, { ...before, window: 3 })).toEqual({ window: 3 });
    expect(changesIn(before, { ...before, stopWords: ['the', 'a'] })).toEqual({ stopWords: ['the', 'a'] });
    expect(changesIn(before, { ...before, stopWords: ['the'] })).toEqual({});
  });

  it('are those of the preset where nothing was there before', () => {
    expect(changesIn(undefined, before)).toEqual({});
    expect(changesIn(before, null)).toEqual({});
  });
});
