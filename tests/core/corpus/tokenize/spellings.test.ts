import { describe, expect, it } from 'vitest';
import { defaultTokenSettings, type TokenSettings } from '../../../../core/contract/cutting.ts';
import { foldedForms, spellingsOf } from '../../../../core/corpus/tokenize/spellings.ts';
import { stemmersIn } from '../../../../core/corpus/tokenize/stems.ts';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';

stemmersIn(commandLineEnvironment().kernels);

const spell = (word: string, languages: readonly string[] = [], tokens: Partial<TokenSettings> = {}) =>
  spellingsOf(word, { languages, tokens: { ...defaultTokenSettings, ...tokens } });

describe('The spellings of a word', () => {
  it('begin with the word as it was typed', () => {
    for (const word of ['Word', 'word', '⼈', "'tis"]) expect(spell(word, ['en'])[0]).toBe(word);
  });

  it('follow the languages of the texts, and any case rules where none is known', () => {
    expect(spell('IŞIK', ['tr'])[1]).toBe('ışık');
    expect(spell('İstanbul', ['tr'])).toContain('istanbul');
    expect(spell('IRON', ['en'])).not.toContain('ıron');
    expect(spell('ILIK')).toEqual(expect.arrayContaining(['ilik', 'ılık']));
  });

  it('are stems where the texts are counted by these', () => {
    expect(spell('Universities', ['en'], { wordForm: 'stem' })).toContain('universiti');
    expect(spell('Universities', ['en'])).not.toContain('universiti');
  });

  it('have usual letters, one apostrophe and one space, and may be one word of several', () => {
    expect(spell('ﬁrst', ['en'])).toContain('first');
    expect(spell('DON’T', ['en'])).toContain("don't");
    expect(spell('болған\u00a0емес', ['kk'])).toContain('болған емес');
    expect(spell('New  York', ['en'])).toContain('new_york');
    expect(spell('ἄειδε', ['grc'])).toContain('αειδε');
  });
});

it('Forms that differ by case alone lead to the first of them', () => {
  const folded = foldedForms(['Straße', 'STRASSE', 'masse', 'maße', '']);
  expect(folded.get('strasse')).toBe('Straße');
  expect(folded.get('masse')).toBe('masse');
  expect(folded.size).toBe(2);
});
