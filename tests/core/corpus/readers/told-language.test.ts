import { expect, it } from 'vitest';
import { toldLanguage } from '../../../../core/corpus/readers/told-language.ts';

it.each([
  ['en', 'en'],
  ['eng', 'en'],
  ['en_US', 'en'],
  ['zh-Hant-TW', 'zh-Hant'],
  ['seh-fonipa-x-emic', 'seh'],
  ['zxx-Latn', undefined],
  ['xx', undefined],
  ['und', undefined],
  ['', undefined],
  ['not a code', undefined],
  [undefined, undefined],
])('%j is %j', (written, language) => {
  expect(toldLanguage(written)).toBe(language);
});
