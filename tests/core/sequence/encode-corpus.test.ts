import { describe, expect, it } from 'vitest';
import { encodeCorpus } from '../../../core/sequence/encode-corpus.ts';
import { startOfText } from '../../../core/sequence/sequence-data.ts';
import { corpusOf } from './small-corpus.ts';

const begin = (startOfText | 1) >>> 0;
const whole = (document: number, to: number, heldOut: boolean) => ({ document, from: 0, to, heldOut });

describe('a corpus as a network reads it', () => {
  const { texts, forms } = corpusOf('a b a\nb a c', 'a d\nc b', 'b b');
  const stretches = [whole(1, 6, false), whole(2, 4, true), whole(3, 2, false)];
  const encoded = encodeCorpus(() => texts, forms, stretches, { minCount: 2, maxVocabulary: 0 });

  it('takes its words from the training part alone', () => {
    expect(encoded.words).toEqual(['<unk>', '<eos>', 'b', 'a']);
    // One c in training is too rare; three sentences end there.
    expect([...encoded.counts]).toEqual([1, 3, 4, 3]);
    expect(encoded).toMatchObject({ trainTokens: 8, heldOutTokens: 4 });
    expect(encoded.keptShare).toBeCloseTo(9 / 12, 10);
  });

  it('puts <eos> before each text and behind each sentence', () => {
    expect([...encoded.training]).toEqual([begin, 3, 2, 3, 1, 2, 3, 0, 1, begin, 2, 2, 1]);
    expect([...encoded.heldOut]).toEqual([begin, 3, 0, 1, 0, 2, 1]);
  });

  it('begins anew where something was taken out of a text', () => {
    const parts = [
      { document: 1, from: 0, to: 3, heldOut: false },
      { document: 1, from: 3, to: 6, heldOut: true },
    ];
    const { training, heldOut, words } = encodeCorpus(() => texts, forms, parts, {
      minCount: 1,
      maxVocabulary: 0,
    });
    expect(words).toEqual(['<unk>', '<eos>', 'a', 'b']);
    expect([...training]).toEqual([begin, 2, 3, 2, 1]);
    expect([...heldOut]).toEqual([begin, 3, 2, 0, 1]);
  });

  it('keeps at most so many words, <unk> and <eos> among them', () => {
    const { words } = encodeCorpus(() => texts, forms, stretches, { minCount: 1, maxVocabulary: 3 });
    expect(words).toEqual(['<unk>', '<eos>', 'b']);
  });

  it('reads words that look like its own marks as unknown', () => {
    const own = corpusOf('a <unk> <eos> a');
    const { words, training, counts } = encodeCorpus(() => own.texts, own.forms, [whole(1, 4, false)], {
      minCount: 1,
      maxVocabulary: 0,
    });
    expect(words).toEqual(['<unk>', '<eos>', 'a']);
    expect([...training]).toEqual([begin, 2, 0, 0, 2, 1]);
    expect([...counts]).toEqual([2, 1, 2]);
  });

  it('is refused where no word is frequent enough', () => {
    expect(() => encodeCorpus(() => texts, forms, stretches, { minCount: 9, maxVocabulary: 0 })).toThrow(
      expect.objectContaining({ code: 'E_VOCABULARY_EMPTY' }),
    );
  });
});
