import { expect, it } from 'vitest';
import { meaningOf, termNames } from '../../renderer/i18n/glossary.ts';

it('explains every term by the glossary of the guide, in either language', () => {
  expect(meaningOf('epoch', 'en')).toBe('one pass over all texts');
  expect(meaningOf('subsampling', 'zh')).toBe('略去很常用的词的一部分出现');
  for (const language of ['en', 'zh'] as const)
    for (const term of termNames) expect(meaningOf(term, language)).toMatch(/^[^<>]{6,}$/u);
});
