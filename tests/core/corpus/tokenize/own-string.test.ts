import { expect, it } from 'vitest';
import { ownString } from '../../../../core/corpus/tokenize/own-string.ts';

it('A copy of a slice is the same text, lone surrogates among it', () => {
  for (const text of ['', 'slice', '红楼梦', '\ud800x', 'a\u0000b']) expect(ownString(text)).toBe(text);
});
