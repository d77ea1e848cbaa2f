import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standsWrapped } from '../../../../core/corpus/tokenize/wrapped-lines.ts';
import { cutAt, tokensOf } from './tokens-of.ts';

const sentences =
  '老人住在海边，每天早上他都到海滩上去看渔民有没有回来。昨天这里很安静，没有什么人说话，' +
  '只有几个小孩子在沙滩上跑来跑去，捡了许多好看的贝壳。到了傍晚，天空慢慢地变成了红色，' +
  '远处的山也渐渐地看不清楚了。老人点起一盏灯，坐在门前的石头上，想起年轻时候的许多事情来。';
const story = sentences.repeat(4);

/** As a text file of before: an indented paragraph in lines of a width. */
function wrappedAt(width: number, text: string, lineEnd = '\n'): string {
  const lines = [`    ${text.slice(0, width - 2)}`];
  for (let at = width - 2; at < text.length; at += width) lines.push(text.slice(at, at + width));
  return lines.join(lineEnd);
}

const forms = (text: string | readonly string[], language = 'zh') =>
  tokensOf(text, { method: 'segmenter', language });

describe('lines that were broken at a fixed width', () => {
  it('are told from paragraphs and verses', () => {
    expect(standsWrapped(wrappedAt(35, story))).toBe(true);
    expect(standsWrapped(wrappedAt(35, story, ' \r\n'))).toBe(true);
    expect(standsWrapped(story)).toBe(false);
    // A paragraph a line.
    expect(standsWrapped(`${sentences.slice(0, 60)}\n${sentences.slice(60, 81)}\n`.repeat(20))).toBe(false);
    expect(standsWrapped('白日依山尽\n黄河入海流\n欲穷千里目\n更上一层楼\n'.repeat(10))).toBe(false);
    expect(standsWrapped(wrappedAt(35, 'One word after the other. '.repeat(80)))).toBe(false);
    expect(standsWrapped('')).toBe(false);
  });

  it('break no word, and every word leads back to its place', () => {
    const whole = forms(story).forms;
    for (const lineEnd of ['\n', ' \n', ' \r\n']) {
      const found = forms(wrappedAt(35, story, lineEnd));
      expect(found.forms).toEqual(whole);
      expect(found.raw.map((raw) => raw.replace(/\s/gu, ''))).toEqual(found.forms);
      expect(found.raw.some((raw) => /[\r\n]/u.test(raw))).toBe(true);
      expect(found.sentences).toHaveLength(forms(story).sentences.length);
    }
  });

  it('do not join paragraphs', () => {
    const text = `${wrappedAt(30, story)}\n${wrappedAt(30, `海边${story}`)}\n\n海滩`;
    const { forms: found, raw } = forms(text);
    expect(raw.every((one) => !/\n[ \n]/u.test(one))).toBe(true);
    expect(found.slice(-1)).toEqual(['海滩']);
  });

  it('give the same words wherever the text was cut on its way', () => {
    const text = wrappedAt(35, story, '\r\n');
    const whole = forms(text);
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 12 }), (places) => {
        expect(forms(cutAt(text, places))).toEqual(whole);
      }),
      { numRuns: 40 },
    );
  });

  it('are no lines for the words of a dictionary', () => {
    const text = wrappedAt(35, `${story}老人与海`.repeat(3));
    const { forms: found } = tokensOf(text, {
      method: 'segmenter',
      language: 'zh',
      dictionary: { words: ['老人与海'], splits: [] },
    });
    expect(found.filter((form) => form === '老人与海')).toHaveLength(3);
  });
});
