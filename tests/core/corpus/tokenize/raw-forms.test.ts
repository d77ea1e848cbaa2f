import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addForm, createRawForms, findForm, newForm } from '../../../../core/corpus/tokenize/raw-forms.ts';
import { unitsOf } from '../../../../core/corpus/tokenize/units-of.ts';

describe('Raw forms', () => {
  it('keep their values like a map would, even where hashes meet', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 6 }), { maxLength: 400 }), (words) => {
        const forms = createRawForms();
        const expected = new Map<string, number>();
        for (const word of words) {
          const units = unitsOf(`..${word}..`);
          const hash = word.length % 3;
          const end = units.length - 2;
          const found = findForm(forms, units, 2, end, hash);
          expect(found).toBe(expected.get(word) ?? newForm);
          if (found !== newForm) continue;
          addForm(forms, units, 2, end, hash, expected.size - 1);
          expected.set(word, expected.size - 1);
        }
      }),
    );
  });

  it('are found again after growing many times', () => {
    const forms = createRawForms();
    const words = Array.from({ length: 20_000 }, (_, at) => unitsOf(`word${String(at)}`));
    words.forEach((units, at) => addForm(forms, units, 0, units.length, Math.imul(at, 0x9e3779b1), at));
    const found = words.map((units, at) =>
      findForm(forms, units, 0, units.length, Math.imul(at, 0x9e3779b1)),
    );
    expect(found).toEqual(words.map((_, at) => at));
  });
});
