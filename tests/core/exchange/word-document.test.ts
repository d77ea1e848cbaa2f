import fc from 'fast-check';
import { expect, it } from 'vitest';
import { docx } from '../../../core/corpus/readers/docx.ts';
import { wordDocument } from '../../../core/exchange/word-document.ts';

const read = (bytes: Uint8Array) => docx.extract(bytes, 'methods.docx', {});

it('is read back as the paragraphs that were written, whatever signs they hold', async () => {
  const texts = ['Methods', 'a < b & "c" > d', '词向量 “猫” 训练于 𠀀'];
  const bytes = wordDocument(
    texts.map((text, at) => ({ text, bold: at === 0, language: at === 2 ? 'zh-CN' : 'en-GB' })),
  );
  const { documents } = await read(bytes);
  expect(documents[0]!.text.split(/\n+/u).filter((line) => line !== '')).toEqual(texts);
});

it('is the same file for the same text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const one = [{ text, language: 'en' }];
      expect(wordDocument(one)).toEqual(wordDocument(one));
    }),
    { numRuns: 20 },
  );
});
