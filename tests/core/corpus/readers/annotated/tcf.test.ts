import { describe, expect, it } from 'vitest';
import { tcfContents } from '../../../../../core/corpus/readers/annotated/tcf.ts';

const document = (body: string) =>
  `<D-Spin xmlns="http://www.dspin.de/data" version="0.4"><MetaData/><tc:TextCorpus xmlns:tc="http://www.dspin.de/data/textcorpus" lang="de">${body.replaceAll(/<(\/?)/gu, '<$1tc:')}</tc:TextCorpus></D-Spin>`;

const text = '<text>Ziegen, nicht Kue, tranken. Sie schliefen.</text>';
const words = ['Ziegen', ',', 'nicht', 'Kue', ',', 'tranken', '.', 'Sie', 'schliefen', '.'];
const tokens = `<tokens>${words.map((word, at) => `<token ID="t${at}">${word}</token>`).join('')}</tokens>`;
const sentences =
  '<sentences><sentence ID="a" tokenIDs="t0 t1 t2 t3 t4 t5 t6"/><sentence tokenIDs="t7 t8 t9"/></sentences>';
const layers =
  '<lemmas><lemma tokenIDs="t0">Ziege</lemma></lemmas><POStags tagset="stts"><tag tokenIDs="t0">NN</tag><tag tokenIDs="t3">NN</tag></POStags><orthography><correction operation="replace" tokenIDs="t3">Kühe</correction></orthography>';

describe('TCF', () => {
  it('has its tokens once, as they stand in its text, with what its layers say of them', () => {
    const [one] = tcfContents(document(text + tokens + sentences + layers), {}).documents;
    expect(one!.text).toBe('Ziegen, nicht Kue, tranken.\nSie schliefen.');
    expect(one!.words).toMatchObject({
      forms: words.map((word) => (word === 'Kue' ? 'Kühe' : word)),
      sentenceStarts: [0, 7],
      layers: [
        { name: 'lemma', values: ['Ziege'] },
        { name: 'pos', values: ['NN', '', '', 'NN'] },
      ],
    });
    expect(one!.language).toBe('de');
  });

  it('has words as written, or those of some parts of speech, on choice', () => {
    const formsOf = (taking: object) =>
      tcfContents(document(text + tokens + layers), taking).documents[0]!.words!.forms;
    expect(formsOf({ readings: 'source' })).toEqual(words);
    expect(formsOf({ tags: ['NN'], readings: 'source' })).toEqual(['Ziegen', 'Kue']);
  });

  it('without tokens is its text, and without a corpus refused', () => {
    expect(tcfContents(document(text), {}).documents).toEqual([
      { text: 'Ziegen, nicht Kue, tranken. Sie schliefen.', metadata: {}, language: 'de' },
    ]);
    expect(() => tcfContents('<D-Spin><MetaData/></D-Spin>', {})).toThrow(/E_FILE_MALFORMED/u);
  });
});
