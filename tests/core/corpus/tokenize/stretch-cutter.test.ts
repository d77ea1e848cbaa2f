import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import {
  japaneseWords,
  koreanMorphemes,
  stretchCutter,
  type CuttingRules,
} from '../../../../core/corpus/tokenize/stretch-cutter.ts';
import { unitsOf } from '../../../../core/corpus/tokenize/units-of.ts';

const { kernels } = commandLineEnvironment();

/** Words between spaces. */
function cut(text: string, rules: CuttingRules = 'chinese'): string {
  const { count, ends } = stretchCutter(rules, kernels)(unitsOf(text), 0, text.length);
  return Array.from({ length: count }, (_, at) => text.slice(ends[at - 1] ?? 0, ends[at])).join(' ');
}

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

  it('keeps figures in a row together, with 〇 as with 零', () => {
    expect(cut('二〇二四年的工作')).toBe('二〇二四年 的 工作');
    expect(cut('二零二四年的工作')).toBe('二零二四年 的 工作');
    expect(cut('二〇〇八年北京奥运会')).toBe('二〇〇八年 北京 奥运会');
    expect(cut('在一九九〇年')).toBe('在 一九九〇年');
    expect(cut('二〇一〇年代')).toBe('二〇一〇 年代');
    expect(cut('〇三年')).toBe('〇三 年');
    expect(cut('三〇一医院')).toBe('三〇一 医院');
    expect(cut('一九八四')).toBe('一九八四');
  });

  it('leaves numbers with units, years of a reign and idioms to the dictionary', () => {
    expect(cut('一百〇八将')).toBe('一百〇八 将');
    expect(cut('一九四九年')).toBe('一九四九年');
    expect(cut('民国二十四年')).toBe('民国 二十四年');
    expect(cut('三六九等')).toBe('三六九等');
    expect(cut('四年')).toBe('四年');
  });

  it('cuts all of a stretch, and nothing twice', () => {
    const letters = fc.constantFrom(...Array.from('〇零一二四九十百年代度的在工作A1，'));
    fc.assert(
      fc.property(fc.string({ unit: letters, minLength: 1, maxLength: 60 }), (text) => {
        expect(cut(text).replaceAll(' ', '')).toBe(text);
      }),
    );
  });
});

describe('Japanese', () => {
  it('is cut as MeCab cuts it by the same dictionary', () => {
    expect(cut('すもももももももものうち', 'japanese')).toBe('すもも も もも も もも の うち');
    expect(cut('私は昨日、東京都に行かなかった。', 'japanese')).toBe(
      '私 は 昨日 、 東京 都 に 行か なかっ た 。',
    );
  });

  it('takes a run of one kind of letters that no dictionary has for a word', () => {
    expect(cut('メロスとグラブロッテンスのＸＱＺを', 'japanese')).toBe(
      'メロス と グラブロッテンス の ＸＱＺ を',
    );
  });

  it('knows base form, part of speech and reading of a word', () => {
    const { ends, entries } = stretchCutter('japanese', kernels)(unitsOf('走った'), 0, 3);
    expect(ends[0]).toBe(2);
    const words = japaneseWords(kernels);
    expect(words.tagOf(entries![0]!)).toBe('動詞,自立,*,*,五段・ラ行,連用タ接続');
    expect(words.baseOf(entries![0]!, '走っ')).toBe('走る');
    expect(words.readingOf(entries![0]!)).toBe('ハシッ');
  });
});

describe('Korean', () => {
  it('is cut into morphemes as MeCab cuts it with ko-dic, and no particle or ending stands behind a space', () => {
    expect(cut('아버지가방에들어가신다', 'korean')).toBe('아버지 가 방 에 들어가 신다');
    expect(cut('한국어를공부했습니다', 'korean')).toBe('한국어 를 공부 했 습니다');
  });

  it('knows base form, part of speech and composition of a morpheme', () => {
    const { entries } = stretchCutter('korean', kernels)(unitsOf('갔다'), 0, 2);
    const { baseOf, partOf, inflectionOf } = koreanMorphemes(kernels);
    expect([baseOf(entries![0]!, '갔'), partOf(entries![0]!), inflectionOf(entries![0]!)]).toEqual([
      '가다',
      'VV+EP',
      '가/VV+았/EP',
    ]);
  });
});

describe('Scripts of South-East Asia', () => {
  it('are cut by lists of words', () => {
    expect(cut('ฉันไปโรงเรียน', 'thai')).toBe('ฉัน ไป โรงเรียน');
    expect(cut('ພາສາລາວ', 'lao')).toBe('ພາສາ ລາວ');
    expect(cut('ខ្ញុំស្រឡាញ់ភាសាខ្មែរ', 'khmer')).toBe('ខ្ញុំ ស្រឡាញ់ ភាសាខ្មែរ');
    expect(cut('မြန်မာစာ', 'burmese')).toBe('မြန်မာ စာ');
  });

  it('have younger words whole, and signs of abbreviation and repetition by themselves', () => {
    expect(cut('โควิด', 'thai')).toBe('โควิด');
    expect(cut('นายกฯ', 'thai')).toBe('นายก ฯ');
    expect(cut('เร็วๆ', 'thai')).toBe('เร็ว ๆ');
  });

  it('begin no word within a syllable', () => {
    const letters = fc.constantFrom(...Array.from('กขคงชยรวะาิุเแโไ็่้์ฯๆ'));
    fc.assert(
      fc.property(fc.array(letters, { minLength: 1, maxLength: 40 }), (all) => {
        for (const word of cut(all.join(''), 'thai').split(' ').slice(1))
          expect(word).not.toMatch(/^[\p{M}ะา]/u);
      }),
    );
  });
});

const rules = ['chinese', 'japanese', 'korean', 'thai', 'lao', 'khmer', 'burmese'] as const;

describe('A cutter', () => {
  it.each(rules)('loses nothing of a stretch and adds nothing (%s)', (rule) => {
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
        '한국어는',
      ],
    );
    const stretches = fc.array(parts, { maxLength: 40 }).map((all) => all.join(''));
    const cutter = stretchCutter(rule, kernels);
    fc.assert(
      fc.property(fc.oneof(stretches, fc.string({ unit: 'binary' })), (stretch) => {
        const { count, ends, entries } = cutter(unitsOf(stretch), 0, stretch.length);
        const found = Array.from({ length: count }, (_, at) => ends[at]!);
        expect(found).toEqual([...new Set(found)].sort((x, y) => x - y));
        expect(found[0] ?? 1).toBeGreaterThan(0);
        // Spaces at the end belong to no word.
        if (stretch.trimEnd() === stretch && stretch !== '') expect(found.at(-1)).toBe(stretch.length);
        expect(entries === null).toBe(rule !== 'japanese' && rule !== 'korean');
      }),
    );
  });
});
