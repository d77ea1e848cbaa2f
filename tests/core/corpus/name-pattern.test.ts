import { describe, expect, it } from 'vitest';
import { metadataFromNames } from '../../../core/corpus/metadata.ts';
import { proposedPattern } from '../../../core/corpus/name-pattern.ts';

describe('the pattern that names propose', () => {
  it.each([
    [['1841_Willkomm_Weisse_Sklaven.txt', '1843_Arnim_Buch.txt'], '{year}_{author}_{title}'],
    [['Eliot - 1871.txt', 'Austen - 1813.txt'], '{author} - {year}'],
    [['novels/Eliot_1871.txt', 'letters/Austen_1813.txt'], '{group}/{author}_{year}'],
    [['corpus-1901-03-a.txt', 'corpus-1902-04-b.txt'], 'corpus-{year}-{number}-{author}'],
    [['a/one.txt', 'b/two.txt'], '{group}/{title}'],
  ])('of %j is %s', (files, pattern) => {
    expect(proposedPattern(files)).toBe(pattern);
    for (const file of files) expect(metadataFromNames(pattern)(file)).not.toEqual({});
  });

  it('is none where names have nothing in common', () => {
    expect(proposedPattern(['one.txt', 'two.txt'])).toBeUndefined();
    expect(proposedPattern(['the old house.txt', 'my garden.txt'])).toBeUndefined();
    expect(proposedPattern(['1841_a.txt'])).toBeUndefined();
  });
});
