import { describe, expect, it } from 'vitest';
import { tokensOf } from './tokens-of.ts';

const method = 'segmenter';

describe('Letters without spaces', () => {
  it('finds words in Chinese, Japanese and Thai', () => {
    expect(tokensOf('我们喜欢红楼梦。', { method, language: 'zh' }).forms).toContain('我们');
    expect(tokensOf('私は学生です。', { method, language: 'ja' }).forms).toEqual([
      '私',
      'は',
      '学生',
      'です',
    ]);
    expect(tokensOf('ภาษาไทย', { method, language: 'th' }).forms).toEqual(['ภาษา', 'ไทย']);
  });

  it('finds words in Khmer, Lao and Burmese', () => {
    const words = (text: string, language: string) => tokensOf(text, { method, language }).forms;
    expect(words('ខ្ញុំស្រឡាញ់ភាសាខ្មែរ', 'km')).toEqual(['ខ្ញុំ', 'ស្រឡាញ់', 'ភាសាខ្មែរ']);
    expect(words('ພາສາລາວ', 'lo')).toEqual(['ພາສາ', 'ລາວ']);
    expect(words('မြန်မာစာ', 'my')).toEqual(['မြန်မာ', 'စာ']);
  });

  it('cuts Chinese, simplified and traditional, with words that the dictionary lacks', () => {
    const words = (text: string) => tokensOf(text, { method, language: 'zh' }).forms;
    expect(words('小明硕士毕业于中国科学院计算所')).toEqual([
      '小明',
      '硕士',
      '毕业',
      '于',
      '中国科学院',
      '计算所',
    ]);
    expect(words('林黛玉和贾宝玉')).toEqual(['林黛玉', '和', '贾宝玉']);
    expect(words('國立臺灣大學的學生')).toEqual(['國立', '臺灣大學', '的', '學生']);
    expect(words('林黛玉和賈寶玉')).toEqual(['林黛玉', '和', '賈寶玉']);
    expect(words('他來到了網易杭研大廈')).toEqual(['他', '來到', '了', '網易', '杭研', '大廈']);
    expect(words('他来到了网易杭研大厦')).toEqual(['他', '来到', '了', '网易', '杭研', '大厦']);
    // Outside of the first plane, every word still stands where it is said to stand.
    const { raw, forms } = tokensOf('𠮷野家的牛肉饭，好吃！', { method, language: 'zh' });
    expect(raw).toEqual(forms);
  });

  it('drops, keeps and marks punctuation and numbers as set', () => {
    const text = '１９９４年，3.14！';
    const dropped = tokensOf(text, { method, language: 'zh', settings: { numbers: 'drop' } });
    expect(dropped.forms).toEqual(['年']);
    expect(dropped.dropped).toEqual({ punctuation: 2, numbers: 2 });
    const settings = { punctuation: 'keep', numbers: 'mark' } as const;
    expect(tokensOf(text, { method, language: 'zh', settings }).forms).toEqual([
      '<num>',
      '年',
      '，',
      '<num>',
      '！',
    ]);
  });

  it('lowers the case of Latin words', () => {
    expect(tokensOf('用Windows系统', { method, language: 'zh' }).forms).toContain('windows');
  });

  it('starts sentences after full stops and empty lines, in Thai after every line', () => {
    const chinese = tokensOf('下雨了。他走了！你呢\n我\n\n们', { method, language: 'zh' });
    expect(chinese.sentences.map((at) => chinese.forms[at])).toEqual(['下雨', '他', '你', '们']);
    const thai = tokensOf('ฝนตก\nเรากลับบ้าน', { method, language: 'th' });
    expect(thai.sentences).toHaveLength(2);
  });

  it('cuts long stretches behind a sign, never inside a word', () => {
    const text = '我们喜欢学习，'.repeat(300);
    const found = tokensOf(text, { method, language: 'zh' });
    expect(found.counts.get('我们')).toBe(300);
    expect(found.tokens).toBe(900);
  });

  it('stays fast and whole on a stretch without any sign', () => {
    const found = tokensOf('学'.repeat(20_000), { method, language: 'zh' });
    expect(found.raw.join('')).toHaveLength(20_000);
  });

  it('takes a language that it does not know as any other', () => {
    expect(tokensOf('one two', { method, language: 'xx-unknown' }).forms).toEqual(['one', 'two']);
  });

  it('are cut wherever they stand', () => {
    for (const language of ['en', 'und', 'zh'])
      for (const kind of ['spaced', method] as const) {
        const found = tokensOf('They said 我们喜欢学习 and ภาษาไทย, or ありがとうございます', {
          method: kind,
          language,
        });
        expect(found.forms.join(' ')).toBe('they said 我们 喜欢 学习 and ภาษา ไทย or ありがとう ござい ます');
      }
    // But not where spaces cut them already, nor within the words of Korean.
    expect(tokensOf('我们 喜欢学 习 红楼 梦', { language: 'zh' }).forms.join(' ')).toBe(
      '我们 喜欢学 习 红楼 梦',
    );
    expect(tokensOf('大韓民國의 은행', { language: 'ko' }).forms).toEqual(['大韓民國의', '은행']);
  });

  it('leave numbers and Latin words to the settings, but for words of both', () => {
    const text = '95%的人3-1赢，1,234.56元，１２．５度，ＡＰＰ和don’t、mother-in-law、Ｔ恤、T恤。';
    expect(tokensOf(text, { method, language: 'zh' }).forms.join(' ')).toBe(
      "95 的 人 3-1 赢 1,234.56 元 12.5 度 app 和 don't mother-in-law t 恤 t恤",
    );
    const split = { hyphens: 'split', apostrophes: 'split', numbers: 'mark' } as const;
    expect(tokensOf(text, { method, language: 'zh', settings: split }).forms.join(' ')).toBe(
      '<num> 的 人 <num> <num> 赢 <num> 元 <num> 度 app 和 don t mother in law t 恤 t恤',
    );
    expect(tokensOf('１９８４年にTシャツを', { method, language: 'ja' }).forms).toEqual([
      '1984',
      '年',
      'に',
      'tシャツ',
      'を',
    ]);
  });

  it('are morphemes of Korean where dictionaries are asked for, with what they are', () => {
    const text = '나는 어제 학교에 갔습니다. KBS는 2020년에 방송을 시작했다.';
    const found = tokensOf(text, { method, language: 'ko', settings: { numbers: 'keep' } });
    expect(found.raw.join(' ')).toBe('나 는 어제 학교 에 갔 습니다 KBS 는 2020 년 에 방송 을 시작 했 다');
    expect(found.sentences).toEqual([0, 7]);
    const layer = (name: string) => found.layers.find((one) => one.name === name)!.said;
    const at = found.raw.indexOf('갔');
    expect([layer('lemma')[at], layer('pos')[at], layer('inflection')[at]]).toEqual([
      '가다',
      'VV+EP',
      '가/VV+았/EP',
    ]);
    expect([layer('lemma')[3], layer('pos')[3]]).toEqual(['학교', 'NNG-장소']);
    // Letters of syllables that are taken apart are the same text.
    const apart = tokensOf(text.normalize('NFD'), { method, language: 'ko' });
    expect(apart.forms).toEqual(tokensOf(text, { method, language: 'ko' }).forms);
    expect(tokensOf(text, { method: 'spaced', language: 'ko' }).forms).toContain('갔습니다');
  });

  it('have what the dictionary says of them behind a space too', () => {
    const said = (text: string) =>
      tokensOf(text, { method, language: 'ja' }).layers.find(({ name }) => name === 'lemma')!.said;
    expect(said('私は 走った')).toEqual(['私', 'は', '走る', 'た']);
  });

  it('count in their usual spelling, at their place in the text', () => {
    const found = tokensOf('⼈間は生まれ、ｶﾞｲﾄﾞを読む。人間。', { method, language: 'ja' });
    expect(found.counts.get('人間')).toBe(2);
    expect(found.forms).toContain('ガイド');
    expect(found.raw).toContain('ｶﾞｲﾄﾞ');
    expect(found.respelled).toBe(2);
    const thai = tokensOf('น้ํามัน น้ำมัน ทําไม', { method, language: 'th' });
    expect(thai.forms).toEqual(['น้ำมัน', 'น้ำมัน', 'ทำไม']);
    expect(thai.respelled).toBe(2);
    // Selectors of shapes say nothing of a word.
    expect(tokensOf('葛\u{e0100}城と葛城', { method, language: 'ja' }).counts.get('葛城')).toBe(2);
  });

  it('begin a sentence behind Latin signs of exclamation, and behind the signs of Burma, Cambodia and Tibet', () => {
    const starts = (text: string, language: string) => {
      const { forms, sentences } = tokensOf(text, { method, language });
      return sentences.map((at) => forms[at]);
    };
    expect(starts('下雨了!他走了?你呢', 'zh')).toEqual(['下雨', '他', '你']);
    expect(starts('ខ្ញុំទៅ។គាត់មក', 'km')).toHaveLength(2);
    expect(starts('ང་ཚོ།འགྲོ', 'bo')).toHaveLength(2);
  });
});
