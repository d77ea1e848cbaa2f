import { describe, expect, it } from 'vitest';
import { inSimplified } from '../../../../core/corpus/tokenize/simplified-characters.ts';

describe('Chinese in simplified characters', () => {
  it('is what stands there in traditional ones, each in its place', () => {
    expect(inSimplified('後來她喫了飯，妳們看著他。')).toBe('后来她吃了饭，你们看着他。');
    expect(inSimplified('國學')).toBe('国学');
    for (const text of ['這裏𠮷野家，裡面', '\ud842國\udfb7', ''])
      expect(inSimplified(text)).toHaveLength(text.length);
  });

  it('is left alone where it is simplified already', () => {
    for (const text of ['我们喜欢这个乾隆瓶', '狼藉，他们还说没有', 'Windows 11'])
      expect(inSimplified(text)).toBe(text);
  });

  it('keeps the characters that some words keep', () => {
    expect(inSimplified('這部著名的書，看著乾隆的餅乾')).toBe('这部著名的书，看着乾隆的饼干');
    expect(inSimplified('學者的著作與原著')).toBe('学者的著作与原著');
  });
});
