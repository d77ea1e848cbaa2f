import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { collated } from '../../../core/opened/collation.ts';

const { kernels } = commandLineEnvironment();
const ordered = (language: string, texts: readonly string[], numeric = false) =>
  Array.from(collated(kernels, language, texts, numeric), (at) => texts[at]!);

/** As dictionaries of each language have them. */
const orders: readonly (readonly [language: string, words: string])[] = [
  ['sv', 'apa zebra ål ärla öra'],
  ['da', 'abe zebra ægte øre år'],
  ['de', 'Affe Ahle Ähre Azur Öl Pferd Strasse Straße Strauß'],
  ['cs', 'cena čas had hora chata ihned řada sada šaty'],
  ['sk', 'cena čas had chata ihla'],
  ['lt', 'ilgas yra jonas sula šuo zona žodis'],
  ['es', 'llave luz nube nz ñu oso'],
  ['cy', 'cath chwarae dafad ddoe'],
  ['et', 'saba šahh zebra žanr tuba õde äke öö üks'],
  ['tr', 'cami çay ılık ilik ova öğle sal şal'],
  ['hu', 'cukor csak dugó gáz gyár'],
  ['pl', 'las lód łąka mak'],
  ['ru', 'ёлка ель ещё жук'],
  ['uk', 'гора ґанок дім'],
  ['zh', '阿 爱 北京 国 人 上海 中'],
  ['lzh', '阿 爱 北京 国 人 上海 中'],
  // By the strokes of the brush: one, two, four, eleven.
  ['zh-Hant', '一 丁 人 中 國'],
  ['ja', 'あ ア い 亜 日 本'],
  ['ko', '가 나 하'],
  ['th', 'กา เก แก ไก ข'],
  ['hi', 'अब आम कल खत'],
  ['ar', 'أب باب تاج ثوب'],
  ['grc', 'ἆ ἀνήρ ἄνθρωπος βίος'],
  ['got', '𐌰𐌷𐍄𐌰𐌿 𐌱𐍂𐍉𐌸𐌰𐍂'],
  ['und', 'a ä B z'],
];

describe('The order of words', () => {
  it.each(orders)('of %s is that of its dictionaries', (language, words) => {
    const right = words.split(' ');
    expect(ordered(language, right.toReversed())).toEqual(right);
  });

  it('of languages without rules of their own is that which all begin from', () => {
    const words = ['zebra', 'ära', 'apa', 'Vita', 'uita', 'ålder', 'čas'];
    for (const language of ['la', 'grc', 'got', 'xx', 'mis', 'qaa-Latn', '', 'not a tag'])
      expect(ordered(language, words)).toEqual(ordered('und', words));
  });

  it('takes figures by their size where that is asked for', () => {
    const names = ['text 10', 'text 9', 'Text 1', 'text 09'];
    expect(ordered('en', names, true)).toEqual(['Text 1', 'text 09', 'text 9', 'text 10']);
    expect(ordered('en', names)).toEqual(['text 09', 'Text 1', 'text 10', 'text 9']);
  });

  it('does not depend on how texts stood before, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 30 }),
        fc.constantFrom('sv', 'zh', 'ja', 'th', 'und'),
        (texts, language) => {
          const forwards = ordered(language, texts);
          expect(ordered(language, texts.toReversed())).toEqual(forwards);
          expect([...forwards].sort()).toEqual([...texts].sort());
        },
      ),
    );
  });

  it('is stable for half characters and for many long texts', () => {
    expect(ordered('en', ['\ud800b', 'b', '\udc00a', 'a', ''])).toHaveLength(5);
    const long = Array.from({ length: 500 }, (_, at) => `${'ä'.repeat(300)}${(at * 7919) % 500}`);
    expect(ordered('de', long, true).at(-1)).toBe(`${'ä'.repeat(300)}499`);
  });
});
