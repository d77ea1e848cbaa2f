import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { inSimplified } from '../../../../core/corpus/tokenize/simplified-characters.ts';

describe('Chinese in simplified characters', () => {
  it('is what stands there in traditional ones, each in its place', () => {
    expect(inSimplified('後來她喫了飯，妳們看著他。')).toBe('后来她吃了饭，你们看着他。');
    expect(inSimplified('山峯上的麪館經濟復甦')).toBe('山峰上的面馆经济复苏');
    expect(inSimplified('諮詢俱樂部')).toBe('咨询俱乐部');
    const units = Array.from({ length: 65_536 }, (_, unit) => String.fromCharCode(unit));
    const written = units.map(inSimplified);
    expect(written.filter((unit) => unit.length !== 1 || inSimplified(unit) !== unit)).toEqual([]);
    for (const text of ['這裏𠮷野家，裡面', '\ud842國\udfb7', ''])
      expect(inSimplified(text)).toHaveLength(text.length);
  });

  it('is left alone where it is simplified already', () => {
    for (const text of [
      '我们喜欢这个乾隆瓶',
      '一片狼藉，他们还在瞭望',
      '兄弟姊妹俱全',
      'Windows 11',
      '𠮷野家',
    ])
      expect(inSimplified(text)).toBe(text);
  });

  it('is written by characters, one by one, where both scripts are mixed', () => {
    expect(inSimplified('他们在圖書館读書')).toBe('他们在图书馆读书');
  });

  it('keeps the characters that some words keep', () => {
    expect(inSimplified('這部著名的書，看著乾隆的餅乾')).toBe('这部著名的书，看着乾隆的饼干');
    expect(inSimplified('學者的著作與原著，名著作者')).toBe('学者的著作与原著，名著作者');
    expect(inSimplified('藉口與慰藉，瞭解與瞭望')).toBe('借口与慰藉，了解与瞭望');
  });

  it('finds the words of jieba’s big dictionary, whose traditional ones have simplified counterparts', () => {
    const packed = readFileSync(join(commandLineEnvironment().kernels, 'jieba.dict.gz'));
    const counts = new Map(
      gunzipSync(packed)
        .toString()
        .trim()
        .split('\n')
        .map((line): [string, number] => [line.slice(0, line.indexOf(' ')), Number(line.split(' ')[1])]),
    );
    const changed = [...counts].filter(([word]) => inSimplified(word) !== word);
    const lost = changed.filter(([word]) => !counts.has(inSimplified(word)));
    const occurrences = (words: typeof changed) => words.reduce((sum, [, count]) => sum + count, 0);
    expect(changed.length).toBeGreaterThan(200_000);
    expect(lost.length).toBeLessThan(changed.length / 250);
    expect(occurrences(lost)).toBeLessThan(occurrences(changed) / 1000);
  });
});
