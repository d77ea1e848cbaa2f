import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { hasStemmer, unstemmed } from '../../../../core/contract/stem-languages.ts';
import { stemmerFor, stemmersIn } from '../../../../core/corpus/tokenize/stems.ts';

stemmersIn(commandLineEnvironment().kernels);
const stems = (language: string, words: string) => words.split(' ').map(stemmerFor(language)!);

describe('Stems', () => {
  it('are missed in languages without a stemmer where they are asked for', () => {
    const languages = ['en', 'th', 'zh-Hant', 'th', 'nb'];
    expect(unstemmed(languages, { wordForm: 'stem' })).toEqual(['th', 'zh-Hant']);
    expect(unstemmed(languages, { stemLayer: 'keep' })).toEqual(['th', 'zh-Hant']);
    expect(unstemmed(languages, { wordForm: 'written' })).toEqual([]);
  });

  it('are those of Snowball 3: as its page of each language has them', () => {
    expect(stems('en', 'generously universities added')).toEqual(['generous', 'universiti', 'add']);
    expect(stems('de', 'häuser straße')).toEqual(['haus', 'strass']);
    expect(stems('ru', 'важнейшая ёлками елками')).toEqual(['важн', 'елк', 'елк']);
    expect(stems('tr', "istanbul'da")).toEqual(['istanbul']);
    expect(stems('fr', 'haïr naïves')).toEqual(['haïr', 'naïv']);
  });

  it('are the word where nothing would be left', () => {
    for (const language of ['cs', 'el', 'tr', 'ar', 'hi'])
      for (const word of ['a', 'i', 'nova', 'kino', 'ισα', 'te', 'ال'])
        expect(stemmerFor(language)!(word)).not.toBe('');
  });

  it('are for the languages that have them, whatever their region and script', () => {
    for (const language of ['pl', 'fa', 'hi', 'el', 'nb', 'nn-NO', 'sr-Latn', 'EN-gb'])
      expect(hasStemmer(language)).toBe(true);
    for (const language of ['sw', 'zh', 'und', 'sl', '']) {
      expect(hasStemmer(language)).toBe(false);
      expect(stemmerFor(language)).toBeNull();
    }
  });
});
