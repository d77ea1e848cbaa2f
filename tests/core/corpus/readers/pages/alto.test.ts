import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const word = (content: string, more = '') =>
  `<String CONTENT="${content}" HPOS="1" ${more}><ALTERNATIVE>no</ALTERNATIVE></String>`;
const line = (...parts: readonly string[]) => `<TextLine>${parts.join('<SP WIDTH="3"/>')}</TextLine>`;
const block = (id: string, content: string, more = '') =>
  `<TextBlock ID="${id}" ${more}>${content}</TextBlock>`;
const alto = (page: string, order = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Description><sourceImageInformation><fileName>7.tif</fileName></sourceImageInformation></Description>${order}<Layout><Page ID="P1">${page}</Page></Layout></alto>`;

describe('ALTO', () => {
  it('gives blocks as a page is read, divided words whole', async () => {
    const source = alto(
      `<TopMargin>${block('h', line(word('Head')))}</TopMargin><BottomMargin>${block('n', line(word('7')))}</BottomMargin><PrintSpace><ComposedBlock>${block(
        'a',
        line(
          word('The'),
          word('gar-', 'SUBS_TYPE="HypPart1" SUBS_CONTENT="gardener"'),
          '<HYP CONTENT="-"/>',
        ) + line(word('dener', 'SUBS_TYPE="HypPart2" SUBS_CONTENT="gardener"'), word('&amp;'), word('his')),
      )}</ComposedBlock>${block('b', line(word('gar')).replace('</TextLine>', '<HYP CONTENT="-"/></TextLine>') + line(word('den'), word('once')))}</PrintSpace>`,
    );
    const { documents, outline } = await openedFile('7.xml', source);
    expect(documents.map(({ whole, metadata }) => [whole, metadata])).toEqual([
      ['Head\n\nThe gardener & his\n\ngarden once\n\n7', { image: '7.tif' }],
    ]);
    expect(outline!.parts.map(({ name }) => name)).toEqual(['TopMargin', 'PrintSpace', 'BottomMargin']);
    expect(await textsOf('7.xml', source, { take: ['PrintSpace'] })).toEqual([
      [undefined, 'The gardener & his\n\ngarden once'],
    ]);
  });

  it('puts words together that are divided by a hyphen of their own, as those of PAGE are', async () => {
    const lines = line(word('the'), word('gar-')) + line(word('dener'), word('Ober-')) + line(word('und'));
    const last = line(word('Wör¬')) + line(word('ter'));
    expect(
      await textsOf('a.xml', alto(`<PrintSpace>${block('a', lines)}${block('b', last)}</PrintSpace>`)),
    ).toEqual([[undefined, 'the gardener Ober-\nund\n\nWörter']]);
  });

  it('follows the reading order, or the block that each names as the next', async () => {
    const blocks = (next: string) =>
      `<PrintSpace>${block('c', line(word('three')))}${block('a', line(word('one')), next)}${block('b', line(word('two')), next === '' ? '' : 'IDNEXT="c"')}</PrintSpace>`;
    expect(await textsOf('a.xml', alto(blocks('IDNEXT="b"')))).toEqual([[undefined, 'one\n\ntwo\n\nthree']]);
    const order =
      '<ReadingOrder><OrderedGroup ID="g"><ElementRef ID="1" REF="b"/><ElementRef ID="2" REF="c"/><ElementRef ID="3" REF="a"/></OrderedGroup></ReadingOrder>';
    expect(await textsOf('a.xml', alto(blocks(''), order))).toEqual([[undefined, 'two\n\nthree\n\none']]);
  });

  it('puts no spaces between words of scripts that have none', async () => {
    expect(
      await textsOf(
        'a.xml',
        alto(`<PrintSpace>${block('a', line(word('漢'), word('字'), word('OCR')))}</PrintSpace>`),
      ),
    ).toEqual([[undefined, '漢字 OCR']]);
  });
});
