import { describe, expect, it } from 'vitest';
import { languageName } from '../../../core/contract/language-name.ts';
import { chosenLanguage, withLanguages } from '../../../core/corpus/chosen-language.ts';

describe('a language that somebody typed', () => {
  it.each([
    ['en_US', 'en'],
    ['de_DE', 'de'],
    ['eng', 'en'],
    ['zh-Hant', 'zh-Hant'],
    ['grc', 'grc'],
    ['auto', 'auto'],
    ['und', 'und'],
  ])('%s is read as %s', (typed, tag) => expect(chosenLanguage(typed)).toBe(tag));

  it.each(['xx', 'xx_!!', 'english', '../../etc', 'null', ''])('%s is refused', (typed) =>
    expect(() => chosenLanguage(typed)).toThrow('E_SETTING_INVALID'),
  );

  it('is asked of single files too', () => {
    expect(withLanguages({ language: 'auto', choices: [{ language: 'pt_BR' }, {}] })).toEqual({
      language: 'auto',
      choices: [{ language: 'pt' }, {}],
    });
    expect(() => withLanguages({ language: 'en', choices: [{ language: 'xx_!!' }] })).toThrow(
      'E_SETTING_INVALID',
    );
  });
});

it('a stored tag that is no language is named as it stands', () => {
  expect(languageName('null', 'en')).toBe('null');
  expect(languageName('de', 'zh')).toBe('德语');
});
