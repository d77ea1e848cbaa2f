import { describe, expect, it } from 'vitest';
import * as profiles from '../../../core/corpus/language-profiles.ts';

const all = Object.entries(profiles).flatMap(([script, languages]) =>
  Object.entries(languages).map(([language, profile]) => ({ script, language, profile })),
);

describe('The profiles of languages', () => {
  it('are of at least forty languages, each named by a canonical tag', () => {
    expect(all.length).toBeGreaterThanOrEqual(40);
    for (const { language } of all) expect(Intl.getCanonicalLocales(language)).toEqual([language]);
  });

  it('list lower-case words in composed form, one space between two', () => {
    for (const { language, profile } of all) {
      const { words } = profile;
      expect(words, language).toBe(words.normalize('NFC').toLowerCase());
      expect(words, language).toMatch(/^\S+( \S+)*$/u);
    }
  });

  it('list letters that are none of the basic alphabet', () => {
    for (const { language, profile } of all) expect(profile.letters ?? '', language).not.toMatch(/[a-z ]/u);
  });
});
