import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { wordCutter } from '../../../../core/corpus/tokenize/word-cutter.ts';

const { kernels } = commandLineEnvironment();
const cutChinese = wordCutter('zh-TW', kernels);
const cut = (text: string) => Array.from(cutChinese(text), ({ segment }) => segment).join(' ');

describe('Chinese', () => {
  it('is cut by the big dictionary', () => {
    // In two by the smaller one.
    expect(cut('我妈妈在国际机场的航站楼等飞机')).toBe('我 妈妈 在 国际机场 的 航站楼 等 飞机');
    expect(cut('他不在，明天再来。')).toBe('他 不在 ， 明天 再 来 。');
    expect(cut('請盡快回覆')).toBe('請 盡快 回覆');
  });

  it('is cut alike in both scripts', () => {
    expect(cut('我媽媽在國際機場的航站樓等飛機')).toBe('我 媽媽 在 國際機場 的 航站樓 等 飛機');
    expect(cut('圖書館為什麼還沒有答覆？')).toBe('圖書館 為什麼 還 沒有 答覆 ？');
    expect(cut('他接著說了一個故事')).toBe('他 接著 說 了 一個 故事');
    expect(cut('經濟復甦')).toBe('經濟 復甦');
  });

  it('is cut alike where the scripts are mixed', () => {
    expect(cut('我媽媽在国际机场的航站樓等飞机')).toBe('我 媽媽 在 国际机场 的 航站樓 等 飞机');
    expect(cut('她参加了读书俱樂部')).toBe('她 参加 了 读书 俱樂部');
  });

  it('has numbers of full-width digits in one', () => {
    expect(cut('民國１１３年的氣溫是２５度')).toBe('民國 １１３ 年 的 氣溫 是 ２５ 度');
    expect(cut('１２３')).toBe('１２３');
  });

  it.each(['zh', 'yue', 'lzh-Hant'])('%s loses nothing of a stretch and adds nothing', (language) => {
    const parts = fc.constantFrom(
      ...[
        '紅樓夢',
        '红楼梦',
        '著名',
        '看著',
        '乾隆',
        '乾',
        '瞭望',
        '這',
        '的',
        '囉',
        '０',
        '９',
        '7',
        'É',
        'e\u0301',
      ],
      ...[
        'Wi-Fi',
        ' ',
        '\u3000',
        '\n',
        '，',
        '…',
        '「',
        '𠮷',
        '𨑨',
        '😀',
        '\u200d',
        '\ufe0f',
        'ภาษา',
        'かな',
      ],
    );
    const stretches = fc.array(parts, { maxLength: 40 }).map((all) => all.join(''));
    const cutter = wordCutter(language, kernels);
    fc.assert(
      fc.property(fc.oneof(stretches, fc.string({ unit: 'binary' })), (stretch) => {
        let end = 0;
        for (const { segment, index } of cutter(stretch)) {
          expect(index).toBe(end);
          expect(segment).not.toBe('');
          end += segment.length;
          expect(segment).toBe(stretch.slice(index, end));
        }
        expect(end).toBe(stretch.length);
      }),
    );
  });
});
