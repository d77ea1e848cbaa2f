import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gatherParagraphs } from '../../../core/corpus/paragraphs.ts';

const paragraphsOf = (pieces: readonly string[]) => {
  const gathered = gatherParagraphs();
  for (const piece of pieces) gathered.add(piece);
  const found = gathered.all();
  const text = pieces.join('');
  return found?.starts.map((start, at) => text.slice(start, found.ends[at]));
};

describe('paragraphs', () => {
  it('are what empty lines set apart, whatever ends a line', () => {
    expect(paragraphsOf(['\n\nOne\ngoes on.\n\n\nTwo.\n'])).toEqual(['One\ngoes on.', 'Two.']);
    expect(paragraphsOf(['One\r\ngoes on.\r\n \t\r\nTwo.'])).toEqual(['One\r\ngoes on.', 'Two.']);
    expect(paragraphsOf(['One\rgoes on.\r\rTwo.'])).toEqual(['One\rgoes on.', 'Two.']);
  });

  it('are not named where a text is one', () => {
    expect(paragraphsOf(['One\ngoes on.\n\n'])).toBeUndefined();
    expect(paragraphsOf(['\n \n'])).toBeUndefined();
  });

  it('do not depend on where the text was cut into pieces', () => {
    const sign = fc.constantFrom('a', 'b', ' ', '\n', '\r', '\r\n', '\u3000');
    fc.assert(
      fc.property(fc.array(fc.array(sign, { maxLength: 6 })), (pieces) => {
        const texts = pieces.map((one) => one.join(''));
        const whole = texts.join('');
        const expected = whole
          .replaceAll(/\r\n?/gu, '\n')
          .split(/\n\s*\n/u)
          .map((part) => part.trim())
          .filter(Boolean);
        expect(paragraphsOf(texts)).toEqual(paragraphsOf([whole]));
        const found = paragraphsOf([whole])?.map((one) => one.replaceAll(/\r\n?/gu, '\n'));
        expect(found ?? expected.slice(0, 1)).toEqual(expected);
      }),
    );
  });
});
