import { describe, expect, it } from 'vitest';
import { respelled } from '../../../../core/corpus/tokenize/respelled.ts';
import { usualSpelling } from '../../../../core/corpus/tokenize/usual-spelling.ts';

describe('A stretch in its usual spelling', () => {
  it('is itself where nothing is unusual', () => {
    expect(respelled('no line end')).toBeNull();
    expect(respelled('海。\n边')).toBeNull();
  });

  it('knows where each unit stood', () => {
    expect(respelled('女 \r\n子也')).toEqual({
      text: '女子也',
      starts: Uint32Array.of(0, 4, 5),
      ends: Uint32Array.of(1, 5, 6),
    });
    expect(respelled('ｶﾞは')).toEqual({
      text: 'ガは',
      starts: Uint32Array.of(0, 2),
      ends: Uint32Array.of(2, 3),
    });
    expect(respelled('น้ํา')).toEqual({
      text: 'น้ำ',
      starts: Uint32Array.of(0, 1, 1),
      ends: Uint32Array.of(1, 4, 4),
    });
  });
});

describe('The usual spelling', () => {
  it.each([
    ['ﬁrst', 'first'],
    ['oﬃcial', 'official'],
    ['daſs', 'dass'],
    ['ǉubav', 'ljubav'],
    ['⼈間', '人間'],
    ['豈', '豈'],
    ['ＡＰＰ', 'APP'],
    ['ﻼ', 'لا'],
    ['ﭏ', 'אל'],
    ['𝒳y', 'Xy'],
    ['ⅩⅣ', 'XIV'],
  ])('of %s is %s', (written, usual) => expect(usualSpelling(written)).toBe(usual));

  it('leaves what means something else: raised letters of phonetics, squares, letters of Korean', () => {
    for (const form of ['tʰa', 'ʷ', 'm²', 'ㅋㅋ', '№', 'naïve']) expect(usualSpelling(form)).toBe(form);
  });
});
