import { describe, expect, it } from 'vitest';
import { dateFormatsOf, duration, isoDate } from '../../../../core/corpus/readers/workbook-dates.ts';

describe('serial numbers of days', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    // The day that never was is the one before.
    [61, '1900-03-01'],
    [25569, '1970-01-01'],
    [45292.999_995, '2024-01-02'],
    [45292.25, '2024-01-01T06:00:00'],
    [0.5, '12:00:00'],
    [2_958_465, '9999-12-31'],
    [-3, '-3'],
    [3_000_000, '3000000'],
  ])('%d is %s', (serial, shown) => expect(isoDate(serial, false)).toBe(shown));

  it('are counted from 1904 where the workbook says so', () => expect(isoDate(0, true)).toBe('1904-01-01'));
});

describe('formats', () => {
  it.each([
    ['yyyy-mm-dd', 'date'],
    ['[$-409]d-mmm-yy;@', 'date'],
    ['h:mm AM/PM', 'date'],
    ['[h]:mm', 'duration'],
    ['"day" 0', undefined],
    ['0.00E+00', undefined],
    ['General', undefined],
    ['#,##0\\ "m"', undefined],
    ['[Red]0', undefined],
    ['@', undefined],
  ])('%s', (code, isDate) => {
    const styles = `<styleSheet><numFmts><numFmt numFmtId="200" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts><cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>`;
    expect(dateFormatsOf(styles, false).kindOf(0)).toBe(isDate);
  });
});

it('what passed is told in hours, minutes and seconds', () => {
  expect([1.5208333333, 0, -0.25].map(duration)).toEqual(['36:30:00', '00:00:00', '-06:00:00']);
});
