import { describe, expect, it } from 'vitest';
import type { Taking } from '../../../../../core/contract/import.ts';
import { foliaContents } from '../../../../../core/corpus/readers/annotated/folia.ts';

const document = (body: string) =>
  `<?xml version="1.0"?><f:FoLiA xmlns:f="http://ilk.uvt.nl/folia" xml:id="x"><f:metadata><f:meta id="title">Geiten</f:meta><f:meta id="language">nld</f:meta></f:metadata>${body}</f:FoLiA>`.replaceAll(
    /<(\/?)(?!f:|[/?])/gu,
    '<$1f:',
  );

const sentence = `<text><div><p><t>De geiten dronken.</t><s><t>De geiten dronken.</t>
  <w><t>De</t><t class="ocr">Dc</t><pos class="LID"/><lemma class="de"/></w>
  <w><correction><new><t>geiten</t></new><original auth="no"><t>gieten</t></original></correction><pos class="N"/><lemma class="geit"/>
    <morphology><morpheme><t>geit</t></morpheme><morpheme><t>en</t></morpheme></morphology></w>
  <correction><new><w space="no"><t>dronken</t></w></new><original><w><t>dron</t></w><w space="no"><t>ken</t></w></original>
    <suggestion><w><t>drongen</t></w></suggestion></correction>
  <w class="PUNCTUATION"><t>.</t></w></s></p></div></text>`;

const formsOf = (body: string, taking: Taking = {}) =>
  foliaContents(document(body), taking).documents.map(({ text, words }) => words?.forms ?? text);

describe('FoLiA', () => {
  it('has each word once, with its lemma and part of speech, and corrections as they were corrected', () => {
    const { documents, leftOut } = foliaContents(document(sentence), {});
    const [one] = documents;
    expect(one!.text).toBe('De geiten dronken.');
    expect(one!.words!.forms).toEqual(['De', 'geiten', 'dronken', '.']);
    expect(one!.words!.layers).toEqual([
      { name: 'lemma', kind: 'lemma', values: ['de', 'geit'] },
      { name: 'pos', kind: 'pos', values: ['LID', 'N'] },
    ]);
    expect(one).toMatchObject({ metadata: { title: 'Geiten' }, language: 'nl' });
    expect(one!.regions!.map(({ name }) => name)).toEqual(['paragraph', 'sentence']);
    expect(leftOut).toEqual([{ what: 'variants', places: 2 }]);
  });

  it('has what stood there before correction on choice, and one class of text', () => {
    expect(formsOf(sentence, { readings: 'source' })).toEqual([['De', 'gieten', 'dron', 'ken', '.']]);
    expect(formsOf(sentence, { take: ['ocr'] })).toEqual([['Dc']]);
    expect(foliaContents(document(sentence), {}).outline!()).toMatchObject({
      kind: 'layers',
      parts: [{ name: 'current' }, { name: 'ocr', count: 1, sample: 'Dc' }],
      taken: ['current'],
    });
  });

  it('without words is running text of its deepest units', () => {
    expect(
      formsOf(
        '<text><head><t>Kop</t></head><p><t>Een. Twee.</t><s><t>Een.</t></s><s><t>Tw<t-style>ee</t-style>.</t></s></p></text>',
      ),
    ).toEqual(['Kop\nEen.\nTwee.']);
  });
});
