import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TokenPiece } from '../../../../core/corpus/tokenize/token-pieces.ts';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { createLexicon } from '../../../../core/corpus/tokenize/lexicon.ts';
import { createTokenizer } from '../../../../core/corpus/tokenize/tokenizer.ts';
import { cutAt, tokensOf, type Choices } from './tokens-of.ts';

const parts = fc.constantFrom(
  ...[
    'word',
    'Don’t',
    "l'",
    'mother-in-law',
    '3.14',
    '1,000',
    '. ',
    '! ',
    '…',
    '。',
    '？',
    '\n',
    '\r\n',
    '\n\n',
  ],
  ...[
    ' ',
    '\t',
    '-',
    '--',
    "'",
    '«',
    '，',
    '红楼梦',
    '説明',
    'ภาษาไทย',
    'é',
    'e\u0301',
    '\u200d',
    '\u00ad',
    'क्षि',
  ],
  ...['ｶﾞ', '⼈', 'ﬁ', 'の', 'ありがとう', 'နေ', 'គ្រូ', 'ﾞ', '\ufe0f', '\u{e0100}', ':', '"', '_', '１', '．'],
  ...['𐌰𐍄', '😀', '\ud800', 'Mr', 'A', '\u00a0', '𠀋', '\u0301', '.', ',', '5'],
);
const texts = fc.array(parts, { maxLength: 60 }).map((all) => all.join(''));
const choices: fc.Arbitrary<Choices> = fc.record({
  method: fc.constantFrom('spaced', 'characters', 'segmenter'),
  language: fc.constantFrom('en', 'fr', 'zh', 'th', 'ja', 'ko', 'fi', 'he', 'und'),
  settings: fc.record({
    method: fc.constantFrom('auto', 'spaced'),
    punctuation: fc.constantFrom('keep', 'drop'),
    numbers: fc.constantFrom('keep', 'drop', 'mark'),
    hyphens: fc.constantFrom('keep', 'split'),
    apostrophes: fc.constantFrom('keep', 'split'),
  }),
});

describe('A tokenizer', () => {
  it('gives the same tokens wherever the text was cut', () => {
    fc.assert(
      fc.property(texts, fc.array(fc.nat(), { maxLength: 20 }), choices, (text, places, choice) => {
        expect(tokensOf(cutAt(text, places), choice)).toEqual(tokensOf(text, choice));
      }),
      { numRuns: 1500 },
    );
  });

  it('gives the same words of wrapped lines wherever the text was cut', () => {
    const line = '姐家常带着紫貂昭君套围着攒珠勒子穿着桃红洒花袄石青刻那凤 \n';
    const text = line.repeat(700);
    const choices = { method: 'segmenter', language: 'zh' } as const;
    const whole = tokensOf(text, choices);
    expect(whole.forms).toContain('那凤姐');
    const lineEnd = text.indexOf('\n', 20_100);
    for (const place of [lineEnd - 2, lineEnd - 1, lineEnd, lineEnd + 1])
      expect(tokensOf(cutAt(text, [place]), choices)).toEqual(whole);
  });

  it('gives the same tokens when every unit comes alone', () => {
    const text = 'Mr. Ahab’s leg, 3.14 of l’ivoire… “Aye!” he cried.\r\n\r\n𐌰𐍄𐍄𐌰 mother-in-law 第一回。';
    for (const method of ['spaced', 'characters', 'segmenter'] as const)
      expect(tokensOf(Array.from(text), { method })).toEqual(tokensOf(text, { method }));
  });

  it('places every token in order and inside the text, and counts each', () => {
    fc.assert(
      fc.property(texts, choices, (text, choice) => {
        const found = tokensOf(text, choice);
        expect(found.forms).toHaveLength(found.tokens);
        expect([...found.counts.values()].reduce((sum, count) => sum + count, 0)).toBe(found.tokens);
        let from = 0;
        for (const raw of found.raw) {
          const at = text.indexOf(raw, from);
          expect(at).toBeGreaterThanOrEqual(from);
          expect(raw).not.toBe('');
          from = at + raw.length;
        }
        const sentences = [...found.sentences];
        expect(sentences).toEqual([...new Set(sentences)].sort((a, b) => a - b));
        if (found.tokens > 0) expect(sentences[0]).toBe(0);
      }),
    );
  });

  it('hands out pieces of at most 16,384 tokens with places in the whole document', () => {
    const pieces: TokenPiece[] = [];
    const lexicon = createLexicon();
    const tokenizer = createTokenizer({
      method: 'spaced',
      language: 'en',
      settings: defaultTokenSettings,
      lexicon,
      kernels: '',
      emit: (piece) => pieces.push(piece),
    });
    for (let part = 0; part < 40; part += 1) tokenizer.push('One two. '.repeat(500));
    expect(tokenizer.end().tokens).toBe(40_000);
    expect(pieces.map(({ ids }) => ids.length)).toEqual([16_384, 16_384, 7_232]);
    expect(pieces[1]!.starts[0]).toBe(8_192 * 9);
    expect(pieces[1]!.sentenceStarts[0]).toBe(16_384);
  });

  it('takes one text after the other', () => {
    const pieces: TokenPiece[] = [];
    const tokenizer = createTokenizer({
      method: 'spaced',
      language: 'en',
      settings: { ...defaultTokenSettings, numbers: 'drop' },
      lexicon: createLexicon(),
      kernels: '',
      emit: (piece) => pieces.push(piece),
    });
    tokenizer.push('One, two. 3');
    expect(tokenizer.end()).toMatchObject({
      tokens: 2,
      dropped: { punctuation: 2, numbers: 1 },
      respelled: 0,
    });
    tokenizer.push('Two');
    expect(tokenizer.end()).toMatchObject({
      tokens: 1,
      dropped: { punctuation: 0, numbers: 0 },
      respelled: 0,
    });
    expect(pieces[1]).toEqual({
      ids: Uint32Array.of(1),
      starts: Uint32Array.of(0),
      lengths: Uint32Array.of(3),
      sentenceStarts: Uint32Array.of(0),
    });
  });

  it('finds nothing in an empty text', () => {
    expect(tokensOf('')).toMatchObject({ tokens: 0, sentences: [], dropped: { punctuation: 0, numbers: 0 } });
  });
});
