import { describe, expect, it } from 'vitest';
import { bytes, fixed, percent, score, short, span, whole } from '../../renderer/i18n/numbers.ts';

describe('numbers in tables', () => {
  it('sets separators in whole numbers', () => {
    expect(whole(412_306, 'en')).toBe('412,306');
    expect(whole(412_306, 'zh')).toBe('412,306');
  });

  it('shows three decimals below ten and fewer above', () => {
    expect([score(0.8464, 'en'), score(12.345, 'en'), score(123.45, 'en')]).toEqual([
      '0.846',
      '12.35',
      '123.5',
    ]);
  });

  it('writes a true minus, and none before what rounds to zero', () => {
    expect(score(-0.25, 'en')).toBe('−0.250');
    expect(fixed(-0.001, 2, 'en')).toBe('0.00');
    expect(whole(-0.2, 'en')).toBe('0');
  });

  it('shows a dash where there is no number', () => {
    expect(score(Number.NaN, 'en')).toBe('–');
  });

  it('keeps three significant digits over magnitudes', () => {
    expect([short(0.00012345, 'en'), short(166_312, 'en')]).toEqual(['0.000123', '166,000']);
  });

  it('gives shares as percentages, small ones with a decimal', () => {
    expect([percent(0.974, 'en'), percent(0.034, 'en'), percent(0, 'en')]).toEqual(['97%', '3.4%', '0%']);
  });

  it('gives sizes in powers of 1000', () => {
    expect([bytes(999, 'en'), bytes(31_000, 'en'), bytes(1_500_000, 'en')]).toEqual([
      '999 bytes',
      '31 kB',
      '1.5 MB',
    ]);
  });

  it('gives times in the largest fitting unit and never less than a second', () => {
    expect([span(0.1), span(89), span(220), span(7300)]).toEqual([
      { unit: 'seconds', n: 1 },
      { unit: 'seconds', n: 89 },
      { unit: 'minutes', n: 4 },
      { unit: 'hours', n: 2 },
    ]);
  });
});
