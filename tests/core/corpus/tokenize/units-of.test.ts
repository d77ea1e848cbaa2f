import fc from 'fast-check';
import { expect, it } from 'vitest';
import { unitsOf } from '../../../../core/corpus/tokenize/units-of.ts';

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
