import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens-of.ts';

describe('The word scanner', () => {
  it('gives words in lower case with their places in the text', () => {
    const found = tokensOf('Call me Ishmael. Some years ago—never mind how long precisely—having little');
    expect(found.forms).toEqual(
      'call me ishmael some years ago never mind how long precisely having little'.split(' '),
    );
    expect(found.raw[2]).toBe('Ishmael');
    expect(found.raw.at(-1)).toBe('little');
    expect(found.dropped).toEqual({ punctuation: 3, numbers: 0 });
  });

  it('keeps every mark with its letter, however the letter is written', () => {
    // The dot below of Vietnamese, Yoruba, Igbo and of Sanskrit in Latin letters.
    expect(tokensOf('Đa\u0323i ho\u0323c \u00f4\u0323 o\u0323ba kr\u0323s\u0323n\u0323a').forms).toEqual(
      ['đại', 'học', 'ộ', 'ọba', 'kṛṣṇa'].map((form) => form.normalize('NFC')),
    );
    for (let code = 0x300; code < 0x370; code += 1)
      expect(tokensOf(`na${String.fromCharCode(code)}m`).tokens, code.toString(16)).toBe(1);
  });

  it('counts curly and straight apostrophes as the same character', () => {
    const found = tokensOf("don't don’t donʼt ‘quoted’ dogs’ 'tis");
    expect(found.forms).toEqual(["don't", "don't", "don't", 'quoted', 'dogs', 'tis']);
    expect(found.counts.get("don't")).toBe(3);
  });

  it('splits at apostrophes and hyphens when asked', () => {
    const text = "mother-in-law's don’t non‑breaking --dash";
    expect(tokensOf(text).forms).toEqual(["mother-in-law's", "don't", 'non-breaking', 'dash']);
    expect(tokensOf(text, { settings: { hyphens: 'split', apostrophes: 'split' } }).forms).toEqual(
      'mother in law s don t non breaking dash'.split(' '),
    );
  });

  it('keeps the apostrophe of languages that write a sound with it', () => {
    const settings = { apostrophes: 'split' } as const;
    expect(tokensOf("М’ята, п'ять, обʼєкт", { language: 'uk', settings }).forms).toEqual([
      "м'ята",
      "п'ять",
      "об'єкт",
    ]);
    expect(tokensOf("o‘zbek c'hoar", { language: 'uz', settings }).forms).toEqual(["o'zbek", "c'hoar"]);
    expect(tokensOf("don't", { settings }).forms).toEqual(['don', 't']);
  });

  it('takes what stands between two spaces of Korean as one word', () => {
    expect(tokensOf('나는 학교에 갔다. 학교는 멀다.', { language: 'ko' }).forms).toEqual([
      '나는',
      '학교에',
      '갔다',
      '학교는',
      '멀다',
    ]);
    expect(tokensOf('학교', { language: 'ko' }).forms).toEqual(['학교']);
  });

  it('splits elisions in French, Italian and Catalan and nowhere else', () => {
    const french = tokensOf("L’homme qu'il aujourd’hui jusqu’à", { language: 'fr' });
    expect(french.forms).toEqual(["l'", 'homme', "qu'", 'il', "aujourd'hui", "jusqu'", 'à']);
    expect(french.raw[0]).toBe('L’');
    expect(tokensOf("dell’arte l'anima", { language: 'it' }).forms).toEqual(["dell'", 'arte', "l'", 'anima']);
    expect(tokensOf("l'aigua", { language: 'ca-ES' }).forms).toEqual(["l'", 'aigua']);
    expect(tokensOf("l' homme d'«Hamlet» l'11 qu'", { language: 'fr' }).forms).toEqual([
      "l'",
      'homme',
      "d'",
      'hamlet',
      "l'",
      '11',
      "qu'",
    ]);
    // Quoted letters are none.
    expect(tokensOf("la lettre 'l' puis ‘d’ ici", { language: 'fr' }).forms).toEqual([
      'la',
      'lettre',
      'l',
      'puis',
      'd',
      'ici',
    ]);
    expect(tokensOf("l'homme", { language: 'en' }).forms).toEqual(["l'homme"]);
    expect(tokensOf("Quelqu'un vit qu’elle quittait la presqu’île", { language: 'fr' }).forms).toEqual([
      "quelqu'un",
      'vit',
      "qu'",
      'elle',
      'quittait',
      'la',
      "presqu'île",
    ]);
    expect(tokensOf("l'homme", { language: 'fr', settings: { elisions: 'keep' } }).forms).toEqual([
      "l'homme",
    ]);
  });

  it('keeps one number in one piece, and marks or drops numbers when asked', () => {
    const text = 'In 1851, 3.14 and 1,000 of 2nd B-52 on 5.';
    expect(tokensOf(text).forms).toEqual([
      'in',
      '1851',
      '3.14',
      'and',
      '1,000',
      'of',
      '2nd',
      'b-52',
      'on',
      '5',
    ]);
    expect(tokensOf(text, { settings: { numbers: 'mark' } }).counts.get('<num>')).toBe(4);
    const dropped = tokensOf(text, { settings: { numbers: 'drop' } });
    expect(dropped.forms).toEqual(['in', 'and', 'of', '2nd', 'b-52', 'on']);
    expect(dropped.dropped.numbers).toBe(4);
  });

  it('lowers case by the rules of the language', () => {
    expect(tokensOf('DIŞARI İstanbul IRMAK', { language: 'tr' }).forms).toEqual([
      'dışarı',
      'istanbul',
      'ırmak',
    ]);
    expect(tokensOf('IRMAK', { language: 'en' }).forms).toEqual(['irmak']);
    expect(tokensOf('İŞIQ', { language: 'az' }).forms).toEqual(['işıq']);
    expect(tokensOf('ΛΟΓΟΣ', { language: 'el' }).forms).toEqual(['λογος']);
    expect(tokensOf('March', { settings: { lowerCase: false } }).forms).toEqual(['March']);
  });

  it('counts composed and decomposed letters as the same word', () => {
    const found = tokensOf('café cafe\u0301');
    expect(found.forms).toEqual(['café', 'café']);
    expect(found.raw[1]).toHaveLength(5);
  });

  it('keeps marks and zero-width joiners inside words', () => {
    expect(tokensOf('می‌خواهم', { language: 'fa' }).forms).toEqual(['می‌خواهم']);
    expect(tokensOf('क्‍षण हिन्दी।', { language: 'hi' }).forms).toEqual(['क्‍षण', 'हिन्दी']);
    expect(tokensOf('co\u00adoperate').forms).toEqual(['cooperate']);
    const catalan = tokensOf('col·lecció · fi', { language: 'ca' });
    expect(catalan.forms).toEqual(['col·lecció', 'fi']);
    expect(catalan.dropped.punctuation).toBe(1);
    expect(tokensOf('צה״ל', { language: 'he' }).forms).toEqual(['צה"ל']);
  });

  it('keeps letters beyond the basic plane', () => {
    expect(tokensOf('𐌰𐍄𐍄𐌰 unsar, 𝒳 😀😀').forms).toEqual(['𐌰𐍄𐍄𐌰', 'unsar', 'x']);
  });

  it('keeps punctuation as tokens when asked', () => {
    const found = tokensOf('Well… no!! (yes)', { settings: { punctuation: 'keep' } });
    expect(found.forms).toEqual(['well', '…', 'no', '!!', '(', 'yes', ')']);
    expect(found.dropped.punctuation).toBe(0);
  });

  it('treats names of object members as words', () => {
    const found = tokensOf('constructor a__proto__b toString constructor');
    expect(found.forms).toEqual(['constructor', 'a__proto__b', 'tostring', 'constructor']);
    expect(found.counts.get('constructor')).toBe(2);
  });

  it('starts sentences after full stops and empty lines, not after abbreviations', () => {
    const found = tokensOf('Mr. Starbuck met J. Smith. He said “go.” They went e.g. home.\n\nchapter two');
    const starts = found.sentences.map((at) => found.forms[at]);
    expect(starts).toEqual(['mr', 'he', 'they', 'chapter']);
  });

  it('does not start a sentence at the end of a line', () => {
    expect(tokensOf('one two\nthree four\r\nfive').sentences).toEqual([0]);
    expect(tokensOf('one two\r\n\r\nthree').sentences).toEqual([0, 2]);
  });
});
