import { describe, expect, it } from 'vitest';
import { matchingValues } from '../../../core/query/matching-values.ts';

/** The values that a regular expression fits. */
const fitting = (
  values: readonly string[],
  pattern: string,
  more: { readonly ignoreCase?: boolean; readonly ignoreMarks?: boolean; readonly member?: boolean } = {},
) => {
  const value = { ignoreCase: false, ignoreMarks: false, literal: false, at: 0, pattern, ...more };
  const found = matchingValues(values, value, () => []);
  return values.filter((_, at) => found[at] === 1);
};

describe('a regular expression of a query', () => {
  const words = [
    'café',
    'Ünal',
    'мир',
    'कर्म',
    '東京',
    '٣٤',
    '42',
    "don't",
    'mother-in-law',
    'US',
    'x_1',
    'λόγος',
  ];

  it('knows letters, figures and ends of words of every script', () => {
    expect(fitting(words, String.raw`\w+`)).toEqual(
      words.filter((word) => !["don't", 'mother-in-law'].includes(word)),
    );
    expect(fitting(words, String.raw`\d+`)).toEqual(['٣٤', '42']);
    expect(fitting(words, String.raw`\D+\b`)).toEqual(words.filter((word) => !/[0-9٣٤]/u.test(word)));
    expect(fitting(words, String.raw`.*\W.*`)).toEqual(["don't", 'mother-in-law']);
    expect(fitting(words, String.raw`caf\b.`)).toEqual([]);
  });

  it('reads what corpus workbenches write', () => {
    expect(fitting(words, String.raw`\p{Lu}\pL+`)).toEqual(['Ünal', 'US']);
    expect(fitting(words, String.raw`\p{Greek}+`)).toEqual(['λόγος']);
    expect(fitting(words, String.raw`\p{^Latin}+`)).toEqual(['мир', 'कर्म', '東京', '٣٤', '42', 'λόγος']);
    expect(fitting(words, String.raw`\p{Han}{2}`)).toEqual(['東京']);
    expect(fitting(words, '[[:upper:]].*')).toEqual(['Ünal', 'US']);
    expect(fitting(words, '[^[:alpha:]]+')).toEqual(['٣٤', '42']);
    expect(fitting(words, String.raw`don\'t|mother\-in\-law`)).toEqual(["don't", 'mother-in-law']);
    expect(fitting(words, String.raw`[\w\-]+-.*`)).toEqual(['mother-in-law']);
    expect(fitting(words, '(?i)us')).toEqual(['US']);
    expect(fitting(words, String.raw`\x{43C}.+`)).toEqual(['мир']);
  });

  it('takes a letter and its accent for the same as both in one, and forms of sigma where case does not count', () => {
    const decomposed = 'café';
    expect(fitting(['café', decomposed, 'cafe'], decomposed)).toEqual(['café', decomposed]);
    expect(fitting(['café', decomposed], 'caf.')).toEqual(['café', decomposed]);
    expect(fitting(['λογος', 'λογοσα'], 'ΛΟΓΟΣ.*', { ignoreCase: true })).toEqual(['λογος', 'λογοσα']);
  });

  it('asks the members of a value that is a set', () => {
    const features = ['', 'Case=Nom|Number=Plur', '|Number=Plur|', 'Number=Plural', 'Case=Acc'];
    expect(fitting(features, 'Number=Plur', { member: true })).toEqual(features.slice(1, 3));
    expect(fitting(features, 'Case=.*', { member: true })).toEqual([features[1], features[4]]);
    expect(fitting(features, 'Number.*Nom', { member: true })).toEqual([]);
  });

  it('says what it is not', () => {
    for (const pattern of ['(', '[a', '*a', String.raw`\p{Nothing}`])
      expect(() => fitting(words, pattern), pattern).toThrow(/E_QUERY_INVALID/);
  });
});
