import { expect, it } from 'vitest';
import { extent } from '../../../extent.ts';
import { workOf } from '../../../work-of.ts';
import { tokensOf, type Choices } from './tokens-of.ts';

const units = extent(1 << 15, 1 << 20);
const pieceUnits = 65_536;

/** As a reader gives it. */
const pieces = (text: string) =>
  Array.from({ length: Math.ceil(text.length / pieceUnits) }, (_, at) =>
    text.slice(at * pieceUnits, (at + 1) * pieceUnits),
  );

const filled = (part: string, length: number, first = '', last = '') =>
  first + part.repeat(Math.ceil(length / part.length)) + last;

const spaced: Choices = { method: 'spaced', language: 'en' };
const cut = (language: string): Choices => ({ method: 'segmenter', language });
const sameBeginning = {
  words: Array.from({ length: 3000 }, (_, at) => `the cat sat on the mat ${at}`),
  splits: [],
};

/** What goes on and on without a word's end, a sentence's end, or anything else to stop at. */
const endless: readonly (readonly [string, (length: number) => string, Choices])[] = [
  ['white space behind a divided word', (n) => filled(' ', n, 'Wort-\n', 'teil'), spaced],
  ['line ends behind a divided word', (n) => filled('\n', n, 'Wort-\n', 'teil'), spaced],
  ['divided words', (n) => filled('Wort-\n', n), spaced],
  ['divided words with white space', (n) => filled('Wort-  \n   ', n), spaced],
  ['one word', (n) => filled('a', n), spaced],
  ['parts of one word', (n) => filled('a-', n), spaced],
  ['elisions', (n) => filled('l’', n), { method: 'spaced', language: 'fr' }],
  ['hyphens', (n) => filled('-', n), spaced],
  ['quotation marks', (n) => filled('"', n), spaced],
  ['full stops', (n) => filled('.', n), spaced],
  ['abbreviations', (n) => filled('Mr. A. ', n), spaced],
  ['figures', (n) => filled('1,', n), spaced],
  ['rows of figures', (n) => filled('1 2 3\n', n), spaced],
  ['accents', (n) => filled('\u0301', n, 'e'), spaced],
  ['joiners', (n) => filled('\u200d', n, 'क्'), spaced],
  ['joined emoji', (n) => filled('👩\u200d', n), spaced],
  ['halves of characters', (n) => filled('\ud800', n), spaced],
  ['letters with spaces', (n) => filled('w o r d  ', n), spaced],
  ['one character of Chinese', (n) => filled('的', n), cut('zh')],
  ['sentences without an end', (n) => filled('老人住在海边', n), cut('zh')],
  ['syllables of Thai', (n) => filled('ภาษาไทย', n), cut('th')],
  ['kana', (n) => filled('の', n), cut('ja')],
  ['a word of Korean', (n) => filled('학교', n), { method: 'spaced', language: 'ko' }],
  [
    'what three thousand entries of a dictionary begin with',
    (n) => filled('the cat sat on the mat ', n),
    { ...spaced, dictionary: sameBeginning },
  ],
];

it.each(endless)('%s: twice as much takes twice the work (P20)', async (_, make, choices) => {
  // What is made at the first time is not counted; nor what the expressions of JavaScript do: where that grew, this would not end.
  tokensOf(pieces(make(1 << 12)), choices);
  const first = await workOf(() => tokensOf(pieces(make(units)), choices).forms.length);
  const second = await workOf(() => tokensOf(pieces(make(2 * units)), choices).forms.length);
  expect(second.work / first.work).toBeLessThan(2.2);
});
