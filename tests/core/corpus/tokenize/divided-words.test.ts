import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standsDivided } from '../../../../core/corpus/tokenize/divided-words.ts';
import { cutAt, tokensOf } from './tokens-of.ts';

const words =
  'Der alte Fischer wohnte unmittelbar am Meeresufer und wanderte jeden Morgen hinunter zum Strande, um nachzusehen, ob die anderen ' +
  'zurückgekehrt waren. Gestern war es vollkommen still gewesen, niemand hatte gesprochen, nur einige Kinder sammelten Muscheln.';
const story = Array.from({ length: 6 }, () => words).join(' ');

/** In lines of a width, words divided wherever a line is full. */
function divided(text: string, hyphen = '-', lineEnd = '\n', width = 40): string {
  const lines: string[] = [];
  for (let rest = text; rest !== '';) {
    const cut = rest.slice(0, width);
    const isWithin = /\p{L}\p{L}$/u.test(cut) && /^\p{Ll}\p{Ll}/u.test(rest.slice(width));
    const end = isWithin || rest.length <= width ? width : cut.lastIndexOf(' ') + 1;
    lines.push(isWithin ? cut + hyphen : rest.slice(0, end));
    rest = rest.slice(end);
  }
  return lines.join(lineEnd);
}

const forms = (text: string | readonly string[]) => tokensOf(text, { language: 'de' });

describe('words that are divided at the ends of lines', () => {
  it('are told from compounds that are broken at their hyphens', () => {
    expect(standsDivided(divided(story))).toBe(true);
    expect(standsDivided(divided(story, '\u00ad'))).toBe(true);
    expect(standsDivided(story)).toBe(false);
    const compound = `${'Many lines that end in whole words\n'.repeat(30)}a mother-\nin-law\n`;
    expect(standsDivided(compound.repeat(6))).toBe(false);
    expect(standsDivided('')).toBe(false);
  });

  it('are counted whole, and lead back to where both parts stand', () => {
    const whole = forms(story);
    for (const [hyphen, lineEnd] of [
      ['-', '\n'],
      ['-', ' \r\n'],
      ['\u00ad', '\n'],
    ] as const) {
      const found = forms(divided(story, hyphen, lineEnd));
      expect(found.forms).toEqual(whole.forms);
      expect(found.sentences).toEqual(whole.sentences);
      expect(found.raw.some((raw) => /[\r\n]/u.test(raw))).toBe(true);
    }
  });

  it('are not divided by a hyphen at which no line is broken', () => {
    const text = `${divided(story)}\n\nCo\u2011\nautor`;
    expect(forms(text).forms.slice(-2)).toEqual(['co', 'autor']);
  });

  it('are joined neither before a capital letter nor over an empty line', () => {
    const text = `${divided(story)}\n\nSankt-\nNikolaus und unter-\n\nwegs`;
    expect(forms(text).forms.slice(-5)).toEqual(['sankt', 'nikolaus', 'und', 'unter', 'wegs']);
  });

  it('are the same wherever the text was cut on its way', () => {
    const text = divided(story, '-', '\r\n');
    const whole = forms(text);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (places) => {
        expect(forms(cutAt(text, places))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('stay as they are in a text that has hardly any', () => {
    expect(forms('ein Unter-\nwegs').forms).toEqual(['ein', 'unter', 'wegs']);
  });
});
