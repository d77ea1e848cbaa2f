import { describe, expect, it } from 'vitest';
import { tokensOf, type Choices } from './tokens-of.ts';

const words = (text: string, entries: readonly string[], choices: Choices = {}) =>
  tokensOf(text, { ...choices, dictionary: { words: entries, splits: [] } });

describe('a dictionary', () => {
  it('joins words in a row, the longest row first, within a sentence only, whatever their case', () => {
    const entries = ['New York', 'new york city', 'york minster'];
    const { forms, raw, sentences } = words('He saw New  York City. In New York. New. York minster', entries);
    expect(forms).toEqual(['he', 'saw', 'new_york_city', 'in', 'new_york', 'new', 'york_minster']);
    expect(raw[2]).toBe('New  York City');
    expect(sentences).toEqual([0, 3, 5, 6]);
  });

  it('makes one word again of what the settings split', () => {
    const { forms } = words('A mother-in-law and an in-law.', ['mother-in-law'], {
      settings: { hyphens: 'split' },
    });
    expect(forms).toEqual(['a', 'mother-in-law', 'and', 'an', 'in', 'law']);
  });

  it('finds its words before Chinese is cut, simplified, traditional and character by character', () => {
    const chinese = { language: 'zh', method: 'segmenter' } as const;
    const plain = tokensOf('那黛玉听了', chinese).forms;
    expect(plain).not.toContain('黛玉');
    const { forms, raw } = words('那黛玉听了', ['黛玉'], chinese);
    expect(forms).toEqual(['那', '黛玉', '听', '了']);
    expect(raw).toEqual(forms);
    expect(words('林黛玉與賈寶玉說話', ['林黛玉', '賈寶玉'], chinese).forms).toEqual(
      expect.arrayContaining(['林黛玉', '賈寶玉']),
    );
    expect(words('孔子曰學', ['孔子'], { language: 'lzh', method: 'characters' }).forms).toEqual([
      '孔子',
      '曰',
      '學',
    ]);
  });

  it('splits what was taken for one word, and leads each part back to its place', () => {
    const { forms, raw } = tokensOf('I cannot go. Cannot?', {
      dictionary: { words: [], splits: [['can', 'not']] },
    });
    expect(forms).toEqual(['i', 'can', 'not', 'go', 'can', 'not']);
    expect(raw).toEqual(['I', 'can', 'not', 'go', 'Can', 'not']);
  });

  it('finds words with all their signs, and nothing over other signs', () => {
    const entries = ['C++', 'C#', '.NET', '@x', 'AT&T', 'U.S.', 'rock n roll', ':-)', '19-9抗原'];
    const counted = (text: string) => words(text, entries).forms.join(' ');
    expect(counted('He knows C++, C# and .NET: C++11, c.')).toBe('he knows c++ c# and .net c++ 11 c');
    expect(counted('AT&T was at (T), at T, AT and T')).toBe('at&t was at t at t at and t');
    expect(counted('the U.S. or U, S or u s; U.S.')).toBe('the u.s. or u s or u s u.s.');
    expect(counted('@x wrote to me@x.org, not ASP.NET or @xy')).toBe(
      '@x wrote to me x org not asp net or xy',
    );
    expect(counted('rock\nn  roll, rock, n roll, rock\n\nn roll')).toBe(
      'rock_n_roll rock n roll rock n roll',
    );
    expect(counted('well:-) good')).toBe('well :-) good');
  });

  it('keeps the rest of a word that reaches beyond an entry', () => {
    const { forms, raw } = words('New York’s New York-based pre-New York news', ['New York']);
    expect(forms).toEqual(['new_york', "'s", 'new_york', 'based', 'pre', 'new_york', 'news']);
    expect(raw).toEqual(['New York', '’s', 'New York', 'based', 'pre', 'New York', 'news']);
  });

  it('never cuts a word by an entry of letters, and finds entries of several scripts', () => {
    const chinese = { language: 'zh', method: 'segmenter' } as const;
    const text =
      '他学C++和C#语言。license过期。买入*ST舜船的人，检查糖类抗原19-9的结果。迈克尔·乔丹打球，迈克尔，乔丹';
    const entries = ['C++', 'C#', 'ens', '*ST舜船', '糖类抗原19-9', '迈克尔·乔丹'];
    const { forms } = words(text, entries, chinese);
    expect(forms).toEqual(expect.arrayContaining(['c++', 'c#', 'license', '*st舜船', '糖类抗原19-9']));
    expect(forms.filter((form) => form.includes('乔丹'))).toEqual(['迈克尔·乔丹', '乔丹']);
  });

  it('finds entries however they are composed, in the case and with the marks that count', () => {
    expect(words('cafe\u0301 au lait, CAFÉ AU LAIT', ['café au lait']).forms).toEqual([
      'café_au_lait',
      'café_au_lait',
    ]);
    const kept = { settings: { lowerCase: false } } as const;
    expect(words('new york, New York', ['New York'], kept).forms).toEqual(['new', 'york', 'New_York']);
    expect(words('İstanbul Boğazı', ['istanbul boğazı'], { language: 'tr' }).forms).toEqual([
      'istanbul_boğazı',
    ]);
    const bare = { language: 'ar', settings: { marks: 'strip' } } as const;
    expect(words('الكِتابُ الجَديد', ['الكتاب الجديد'], bare).forms).toEqual(['الكتاب_الجديد']);
    expect(words('Don’t know', ["don't know"]).forms).toEqual(["don't_know"]);
  });

  it('joins phrases of stems with other endings, over nothing but spaces', () => {
    const stems = { settings: { wordForm: 'stem' } } as const;
    const { forms } = words('United States, united state. United, States', ['united states'], stems);
    expect(forms).toEqual(['unit_state', 'unit_state', 'unit', 'state']);
  });

  it('does not depend on where the text was cut', () => {
    const dictionary = { words: ['a b c', 'c d'], splits: [['e', 'f']] };
    const text = 'a b c d ef a b. c a b c '.repeat(3000);
    const whole = tokensOf(text, { dictionary });
    const parts = tokensOf(text.match(/[^]{1,777}/g)!, { dictionary });
    expect(parts).toEqual(whole);
    // Not over the full stop.
    expect(whole.counts.get('a_b_c')).toBe(6000);
    expect(whole.counts.get('d')).toBe(3000);
    expect(whole.counts.get('f')).toBe(3000);
  });
});

describe('stems', () => {
  it('are counted where a language has a stemmer, and the text stays as it is', () => {
    const stems = { settings: { wordForm: 'stem' } } as const;
    const { forms, raw } = tokensOf('Running runners ran', stems);
    expect([forms, raw]).toEqual([
      ['run', 'runner', 'ran'],
      ['Running', 'runners', 'ran'],
    ]);
    expect(tokensOf('Häuser des Hauses', { ...stems, language: 'de-AT' }).forms).toEqual([
      'haus',
      'des',
      'haus',
    ]);
    expect(tokensOf('Wanafunzi wanasoma', { ...stems, language: 'sw' }).forms).toEqual([
      'wanafunzi',
      'wanasoma',
    ]);
  });

  it('are never empty, know ё, ș and the case that is kept, and leave the word as written in a layer', () => {
    const stems = { settings: { wordForm: 'stem' } } as const;
    expect(tokensOf('A i nova kino', { ...stems, language: 'cs' }).forms).toHaveLength(4);
    const [first, second] = tokensOf('зелёная зеленая', { ...stems, language: 'ru' }).forms;
    expect(first).toBe(second);
    expect(new Set(tokensOf('aceşti acești', { ...stems, language: 'ro' }).forms).size).toBe(1);
    const kept = { settings: { wordForm: 'stem', lowerCase: false } } as const;
    const { forms, layers } = tokensOf('Universities RUNNING universities', kept);
    expect(forms).toEqual(['universiti', 'run', 'universiti']);
    expect(layers).toEqual([{ name: 'written', said: ['Universities', 'RUNNING', 'universities'] }]);
  });
});

describe('what the dictionary says', () => {
  const japanese = { language: 'ja', method: 'segmenter' } as const;

  it('is told of Japanese words: base form, part of speech, reading and inflection', () => {
    const { forms, layers } = tokensOf('猫が走った。ＡＢＣ', japanese);
    expect(forms).toEqual(['猫', 'が', '走っ', 'た', 'abc']);
    const said = (name: string) => layers.find((layer) => layer.name === name)?.said;
    expect(said('lemma')?.slice(0, 4)).toEqual(['猫', 'が', '走る', 'た']);
    expect(said('pos')?.slice(0, 4)).toEqual(['名詞-一般', '助詞-格助詞-一般', '動詞-自立', '助動詞']);
    expect(said('reading')?.slice(0, 4)).toEqual(['ネコ', 'ガ', 'ハシッ', 'タ']);
    expect(said('inflection')?.slice(0, 4)).toEqual(['', '', '五段・ラ行-連用タ接続', '特殊・タ-基本形']);
  });

  it('is not told of what a dictionary of one’s own makes of them', () => {
    const { forms, layers } = tokensOf('猫が走った。', {
      ...japanese,
      dictionary: { words: ['走った'], splits: [] },
    });
    expect(forms).toEqual(['猫', 'が', '走った']);
    expect(layers.find(({ name }) => name === 'lemma')?.said).toEqual(['猫', 'が', '']);
  });
});
