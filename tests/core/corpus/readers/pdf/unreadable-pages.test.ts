import { expect, it } from 'vitest';
import { unreadablePages } from '../../../../../core/corpus/readers/pdf/unreadable-pages.ts';

const pages = (...texts: readonly string[]) => unreadablePages(texts.map((text) => [{ text }]));

it('Pages are named where letters are unknown within words, or in number, and not for an ornament', () => {
  expect(pages('\ufffd one \ufffd', 'two')).toBeUndefined();
  expect(pages('one', 'ba\ufffdna')).toEqual({ pages: [2], letters: 1 });
  expect(pages('\ufffd\ufffd\ufffd', '\u0b95\u0bbe\ufffd', '\ufffd')).toEqual({ pages: [1, 2], letters: 5 });
});
