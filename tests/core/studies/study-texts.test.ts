import { expect, it } from 'vitest';
import { studyTexts } from '../../../core/studies/study-texts.ts';

it('texts are kept as rows of the model, with the tokens that have none counted in their sizes', () => {
  const pieces = [
    { ids: Uint32Array.of(0, 1, 2), lastOfDocument: false },
    { ids: Uint32Array.of(2, 2), lastOfDocument: true },
    { ids: Uint32Array.of(1), lastOfDocument: true },
    { ids: Uint32Array.of(3, 0), lastOfDocument: true },
  ];
  const texts = studyTexts(['x', 'y', 'z'], pieces, Int32Array.of(2, -1, 0, 1));
  expect(texts).toEqual({
    words: ['x', 'y', 'z'],
    tokens: Uint32Array.of(2, 0, 0, 0, 1, 2),
    starts: Uint32Array.of(0, 4, 4, 6),
    sizes: Uint32Array.of(5, 1, 2),
  });
});
