import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfferName } from '../../../../core/contract/import.ts';
import { recognise, WithoutOffers } from '../../../../core/corpus/offers/offers.ts';

const all: readonly OfferName[] = ['licence', 'contents', 'titles'];

function without(text: string, wished: readonly OfferName[], size = text.length): string {
  const filter = new WithoutOffers(recognise(text), wished);
  let out = '';
  for (let at = 0; at < text.length; at += size) out += filter.write(text.slice(at, at + size));
  return out + filter.end();
}

const licensed = [
  'The Project Gutenberg EBook of Goats, by A. Writer',
  '',
  'This eBook is for the use of anyone anywhere.',
  '',
  '*** START OF THIS PROJECT GUTENBERG EBOOK GOATS AND',
  'OTHER ANIMALS ***',
  '',
  'Produced by Ann and the',
  'Distributed Proofreaders',
  '',
  'GOATS',
  '',
  'They slept.',
  '',
  'End of the Project Gutenberg EBook of Goats',
  '',
  '*** END OF THIS PROJECT GUTENBERG EBOOK GOATS ***',
  'A licence of many words.',
  '',
].join('\n');

const listed = [
  'GOATS',
  '',
  'CONTENTS',
  '',
  'I. The hills',
  'II. The water ........ 12',
  'III. The night',
  '',
  '',
  'THE HILLS',
  '',
  'They climbed.',
  '',
  'THE WATER',
  '',
  'They drank.',
  '',
  'THE NIGHT',
  '',
  'They slept.',
].join('\n');

const paged = Array.from({ length: 10 }, (_, page) => [
  page % 2 === 0 ? `${10 + page} GOATS AND SHEEP` : `THE HILLS ${10 + page}`,
  '',
  `They climbed page ${page} and went`,
  '',
])
  .flat()
  .concat('on to sleep.')
  .join('\n')
  .replaceAll(/went\n\n(\d+ GOATS[^\n]*|THE HILLS[^\n]*)\n\nThey/g, 'went\n\n$1\n\nto them. They');

describe('what may be no part of a text', () => {
  it('is the head and licence of Project Gutenberg', () => {
    expect(recognise(licensed).offers).toMatchObject([{ what: 'licence', places: 1 }]);
    expect(without(licensed, ['licence']).trim()).toBe('GOATS\n\nThey slept.');
    expect(without(licensed, [])).toBe(licensed);
    const old =
      "**The Project Gutenberg Etext of Goats**\n\n*END*THE SMALL PRINT! FOR PUBLIC DOMAIN ETEXTS*Ver.04.29.93*END*\n\nThey slept.\n\nEnd of Project Gutenberg's Goats\n";
    expect(without(old, ['licence']).trim()).toBe('They slept.');
    expect(recognise('A book about Project Gutenberg.\n\nSTART OF THE PROJECT\n').offers).toEqual([]);
  });

  it('is a list of contents that names what comes later, or pages', () => {
    expect(recognise(listed).offers).toMatchObject([
      { what: 'contents', places: 1, sample: 'CONTENTS · I. The hills · II. The water ........ 12' },
    ]);
    expect(without(listed, ['contents'])).toBe(listed.replace(/CONTENTS[^]*night\n/, ''));
    const numbered = '目录\n第一回 甲 …… 1\n第二回 乙 …… 9\n第三回 丙 …… 17\n\n正文开始了。';
    expect(without(numbered, ['contents'])).toBe('\n正文开始了。');
    for (const other of [
      'Contents\n\nof the box: one pen.\nIt was full.\nNobody knew it.\nSo it stayed.\n',
      'CONTENTS\n\nOne\n\nTwo\n',
      listed.replace('CONTENTS', 'CHAPTERS'),
    ])
      expect(recognise(other).offers).toEqual([]);
  });

  it('is what stands on every page', () => {
    expect(recognise(paged).offers).toMatchObject([{ what: 'titles', places: 10 }]);
    const text = without(paged, ['titles']);
    expect(text).not.toMatch(/GOATS|HILLS/);
    // A page that ended within a sentence ends nothing.
    expect(text).toContain('page 0 and went\nto them. They climbed page 1');
    const fed = ['One more', 'Two more', 'Three more', 'Four more', 'Five']
      .map((one) => `GOATS\n\n${one}.`)
      .join('\n\f');
    expect(without(fed, ['titles'])).toBe('\nOne more.\n\nTwo more.\n\nThree more.\n\nFour more.\n\nFive.');
    const numbers = Array.from({ length: 9 }, (_, page) => `Some text on it.\n\n- ${page + 3} -\n\n`).join(
      '',
    );
    expect(without(numbers, ['titles'])).not.toMatch(/\d/);
  });

  it('is neither refrain, speaker, year nor verse', () => {
    const song = Array.from({ length: 8 }, (_, verse) => `${verse + 1}\nLine of it\n\nO the goats\n\n`)
      .join('')
      .replaceAll(/^\d$/gm, 'x');
    const play = Array.from({ length: 8 }, () => 'ANNA.\nCome in.\n\nBERTA.\nI do.\n\n').join('');
    const years = [
      'In 1901 it rained',
      'In 1840 it rained',
      'In 1999 it rained',
      'In 1750 it rained',
      'In 1800 it rained',
    ].join('\n\n');
    for (const text of [song, play, years]) expect(recognise(text).offers).toEqual([]);
  });

  it('is left out alike however the text comes', () => {
    const whole = [licensed, listed, paged].join('\n\n');
    fc.assert(
      fc.property(
        fc.subarray([...all]),
        fc.integer({ min: 1, max: 50 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (wished, size, end) => {
          const text = whole.replaceAll('\n', end);
          expect(without(text, wished, size)).toBe(without(text, wished));
          if (wished.length === 0) expect(without(text, wished, size)).toBe(text);
        },
      ),
    );
  });
});
