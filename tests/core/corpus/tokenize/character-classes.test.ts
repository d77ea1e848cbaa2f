import { describe, expect, it } from 'vitest';
import { astralClass, unit, unitClasses } from '../../../../core/corpus/tokenize/character-classes.ts';

const classOf = (character: string) => unitClasses[character.charCodeAt(0)];

describe('The class of a unit', () => {
  it('tells letters with their marks from digits, signs and spaces', () => {
    for (const letter of ['a', 'É', 'я', 'ह', '한', 'ʔ', 'Ⅳ', '˥', '꞉', '\u055e', '\ue000'])
      expect(classOf(letter), letter).toBe(unit.letter);
    for (const mark of ['ि', '\u0301', '\u0305', '\u0323', '\ufe0f', '\u20e3'])
      expect(classOf(mark), mark).toBe(unit.mark);
    for (const letter of ['紅', '⼈', 'か', 'ｶ', 'ー', '々', 'ก', '\u0e49', 'ລ', 'ក', '\u17d2', 'မ'])
      expect(classOf(letter), letter).toBe(unit.unspaced);
    for (const digit of '0９٣५') expect(classOf(digit), digit).toBe(unit.digit);
    for (const sign of '“«»;()—+=€、') expect(classOf(sign), sign).toBe(unit.punctuation);
    for (const space of ' \t\u00a0\u3000\u200b') expect(classOf(space)).toBe(unit.space);
    for (const joiner of '\u00ad\u200c\u200e\u202b\u2066\ufeff')
      expect(classOf(joiner), joiner).toBe(unit.joiner);
    for (const newline of '\n\r\u2028') expect(classOf(newline)).toBe(unit.newline);
  });

  it('knows what stands inside words and numbers, and what ends a sentence', () => {
    for (const apostrophe of "'’ʼ") expect(classOf(apostrophe)).toBe(unit.apostrophe);
    for (const hyphen of '-‐‑') expect(classOf(hyphen)).toBe(unit.hyphen);
    for (const joiner of '\u200c\u200d\u00ad') expect(classOf(joiner)).toBe(unit.joiner);
    for (const end of '.!?…。！？।') expect(classOf(end), end).toBe(unit.sentenceEnd);
    for (const inner of '·״_') expect(classOf(inner)).toBe(unit.innerSign);
    expect(classOf(',')).toBe(unit.comma);
    expect(classOf('\ud800')).toBe(unit.surrogate);
  });

  it('is asked of the whole code point beyond the basic plane', () => {
    expect(astralClass(0x10330)).toBe(unit.letter);
    expect(astralClass(0x20000)).toBe(unit.unspaced);
    expect(astralClass(0xe0100)).toBe(unit.mark);
    expect(astralClass(0x1d7d8)).toBe(unit.digit);
    expect(astralClass(0x1f600)).toBe(unit.punctuation);
    expect(astralClass(0xf0000)).toBe(unit.letter);
    expect(astralClass(0xe0041)).toBe(unit.space);
  });
});
