import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { count, name, ofModel, ofTexts, optional, required, word } from '../fields.ts';
import type { WordPage } from '../word-page.ts';

export const wordPageCalls = {
  'word.page': call({
    says: 'A word in one place: frequency, trend, dispersion, its forms, collocates, neighbours and lines',
    input: v.strictObject({
      word: required(word, 'by any of its spellings'),
      by: optional(
        name,
        'the field of the texts that its frequency is followed over; without it one with dates or years, or else the first',
      ),
      rows: optional(v.pipe(count, v.maxValue(200)), 'collocates, neighbours and lines at most', 10),
      ...ofModel,
      ...ofTexts,
    }),
    output: answer<WordPage>(),
    command: { words: ['word'], positional: ['word'] },
  }),
};
