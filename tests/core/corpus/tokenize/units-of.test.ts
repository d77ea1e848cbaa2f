import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitsOf, unitsReader } from '../../../../core/corpus/tokenize/units-of.ts';

it('The units of a text are its UTF-16 units, lone surrogates among them', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.constantFrom('', '\ud800', '\udc00'), (text, half) => {
      const whole = text + half;
      expect(Array.from(unitsOf(whole))).toEqual(
        Array.from({ length: whole.length }, (_, at) => whole.charCodeAt(at)),
      );
    }),
  );
});

it('One reader gives the units of text after text, longer or shorter than the one before', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 6 }), (texts) => {
      const read = unitsReader();
      for (const text of texts) expect(read(text)).toEqual(unitsOf(text));
    }),
    { numRuns: 50 },
  );
});
