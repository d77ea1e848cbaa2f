import { expect, it } from 'vitest';
import { encodeTokens, lastOfDocument } from '../../../core/training/encode-tokens.ts';
import { boundedTokens } from '../../../core/training/window-bounds.ts';

const rowOfType = Int32Array.of(2, -1, 0, 1);
const source = {
  pieces: () => [
    { ids: Uint32Array.of(0, 1, 2), lastOfDocument: false },
    { ids: Uint32Array.of(3, 0), lastOfDocument: true },
    { ids: Uint32Array.of(2), lastOfDocument: true },
  ],
  texts: () => [
    { ids: Uint32Array.of(0, 1, 2, 3, 0), sentenceStarts: Uint32Array.of(0, 2, 3) },
    { ids: Uint32Array.of(2), sentenceStarts: Uint32Array.of(0) },
  ],
};
const encoded = (within: 'text' | 'sentence') => {
  const target = new Uint32Array(5);
  encodeTokens(boundedTokens({ within }, source), rowOfType, target);
  return Array.from(target, (token) => [token & ~lastOfDocument, token >= lastOfDocument]);
};

it('windows end with texts', () => {
  expect(encoded('text')).toEqual([
    [2, false],
    [0, false],
    [1, false],
    [2, true],
    [0, true],
  ]);
});

it('windows end with sentences on choice, behind the last word that has a row', () => {
  expect(encoded('sentence')).toEqual([
    [2, true],
    [0, true],
    [1, false],
    [2, true],
    [0, true],
  ]);
});
