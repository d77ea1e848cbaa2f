import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { count, name, ofModel, ofTexts, optional, required, word, words } from '../fields.ts';
import type { WordPage, WordTrends } from '../word-page.ts';

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
  'word.trends': call({
    says: 'Frequencies of words from one period to the next',
    input: v.strictObject({
      words: required(v.pipe(words, v.minLength(1), v.maxLength(1000)), 'the words that are followed'),
      by: optional(
        name,
        'the field of the texts that says when they are from; without it one with dates or years',
      ),
      periods: optional(
        v.pipe(count, v.minValue(2), v.maxValue(400)),
        'periods at most: values of the field are put together until each has about as many tokens',
        16,
      ),
      ...ofTexts,
    }),
    output: answer<WordTrends | null>(),
    command: { words: ['trends'], positional: ['words'] },
  }),
};
