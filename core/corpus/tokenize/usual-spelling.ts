import { isPlain } from './orthography.ts';

/**
 * Letters that another spelling is usual for: ligatures and digraphs in one character, presentation forms, radicals that stand for
 * ideographs, letters of half and full width, alphabets of formulas, the long s, the dotted l of Catalan, roman numerals. Not the raised letters of phonetics, which
 * mean something else.
 */
const others =
  'ſĲĳĿŀŉǄ-ǌǱ-ǳℂℊ-ℓℕℙ-ℝℤℨℬℭℯ-ℱℳℴℹⅅ-ⅉⅠ-ⅿ⺟⻳⼀-⿕ﬀ-ﬆﬓ-ﬗﬠ-ﬨﭏﭐ-ﮱﯓ-ﴽﵐ-ﷇﷰ-ﷹﹰ-ﹲﹴﹶ-ﻼ０-９Ａ-Ｚａ-ｚｦ-ﾟ\u{1d400}-\u{1d7ff}';
const compatible = new RegExp(`[${others}]`, 'gu');
/** Presentation forms of Arabic marks stand over a space or a stretched line. */
const bearer = /[ \u0640](?=\p{M})/gu;
/** The final t of Bengali, before it had a character of its own. */
const oldKhandaTa = /\u09a4\u09cd\u200d/gu;
/** The vowel am of Thai and Lao in two characters, with the tone between or before them. */
const partedAm = /\u0e4d([\u0e48-\u0e4b]?)\u0e32|([\u0e48-\u0e4b])\u0e4d\u0e32/gu;
const partedLaoAm = /\u0ecd([\u0ec8-\u0ecb]?)\u0eb2|([\u0ec8-\u0ecb])\u0ecd\u0eb2/gu;
const any = new RegExp(
  `[${others}]|\u0e4d[\u0e48-\u0e4b]?\u0e32|\u0ecd[\u0ec8-\u0ecb]?\u0eb2|${oldKhandaTa.source}`,
  'u',
);

/** Whether something in a word is spelled unusually. */
export const isUnusual = (form: string): boolean => !isPlain(form) && any.test(form);

/** A word in its usual spelling: ﬁrst is first, ⼈間 人間, ｶﾞｲﾄﾞ ガイド, ＡＰＰ APP. */
export const usualSpelling = (form: string): string =>
  form
    .replace(compatible, (letter) => letter.normalize('NFKC').replace(bearer, ''))
    .replace(oldKhandaTa, '\u09ce')
    .replace(partedAm, '$1$2\u0e33')
    .replace(partedLaoAm, '$1$2\u0eb3')
    .normalize('NFC');
