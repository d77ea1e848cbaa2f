import { describe, expect, it } from 'vitest';
import { withoutTrigraphs } from '../../../../../core/corpus/readers/speech/trigraphs.ts';

describe('symbols of Praat', () => {
  it.each([
    [String.raw`le caf\e' fran\c,ais`, 'le café français'],
    [String.raw`Stra\sse, \o/l, \ao, \L/\o'd\z'`, 'Straße, øl, å, Łódź'],
    [String.raw`\dh\sw k\ae\:ft t\lis n\|v \t.\^h`, 'ðə kæːt t͡s n̩ ʈʰ'.replace('kæːt', 'kæːt')],
    [String.raw`\ep\up\ro\et\ka\al`, 'ευρηκα'],
    [String.raw`100\%  \bsal`, '100% \\al'],
  ])('are what the manual says: %s', (written, shown) => {
    expect(withoutTrigraphs(written)).toBe(shown);
  });

  it('that no manual knows stay as they are', () => {
    for (const written of [String.raw`a\-\-b`, String.raw`\qq \1x`, 'C:\\', String.raw`\FI`, '%i #b x^2'])
      expect(withoutTrigraphs(written)).toBe(written);
  });
});
