import { describe, expect, it } from 'vitest';
import { decimalSign, fieldSeparator } from '../../../core/exchange/decimal-sign.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz'.split('');
const pairs = letters.flatMap((one) => letters.map((two) => one + two));

describe('The sign before the decimals', () => {
  it('is that of every language and place that the whole of CLDR has', () => {
    const known = pairs.filter(
      (tag) =>
        Intl.NumberFormat.supportedLocalesOf(tag).length > 0 && Intl.getCanonicalLocales(tag)[0] === tag,
    );
    expect(known.length).toBeGreaterThan(100);
    const wrong: string[] = [];
    for (const language of known)
      for (const region of ['', ...pairs]) {
        const tag = region === '' ? language : `${language}-${region.toUpperCase()}`;
        if (Intl.getCanonicalLocales(tag)[0] !== tag) continue;
        const parts = new Intl.NumberFormat(tag, { numberingSystem: 'latn' }).formatToParts(1.5);
        if (parts.find(({ type }) => type === 'decimal')!.value !== decimalSign(tag)) wrong.push(tag);
      }
    expect(wrong).toEqual([]);
  });

  it('is told of locales as POSIX writes them, and of scripts and extensions', () => {
    expect(
      ['de_DE', 'de_CH.UTF-8', 'fr_FR@euro', 'sr-Latn-RS', 'DE-at', 'es-419', 'en-150'].map(decimalSign),
    ).toEqual([',', '.', ',', ',', ',', '.', '.']);
    expect(['C', 'POSIX', '', 'en_GB', 'zh-Hant-TW', 'no such place'].map(decimalSign)).not.toContain('');
    expect(['C', '', 'en_GB', 'zh-Hant-TW'].map(decimalSign)).toEqual(['.', '.', '.', '.']);
  });
});

describe('What parts the fields of a table for Excel', () => {
  it('is a semicolon wherever a comma stands before the decimals, and where Windows has it so all the same', () => {
    const locales = [
      'de_DE',
      'fr-CH',
      'en-ZA',
      'de-CH',
      'de_CH.UTF-8',
      'it-CH',
      'rm-CH',
      'ar-EG',
      'es-PE',
      'sw-KE',
    ];
    expect(locales.map(fieldSeparator).join('')).toBe(';;;;;;;;;;');
    const others = [
      'en-US',
      'en-GB',
      'es-MX',
      'es-US',
      'zh-CN',
      'ja',
      'he-IL',
      'hi-IN',
      'th',
      'ta-IN',
      'xx',
      '',
    ];
    expect(others.map(fieldSeparator).join('')).toBe(',,,,,,,,,,,,');
  });
});
