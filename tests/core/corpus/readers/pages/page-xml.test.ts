import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from '../opened-file.ts';

const said = (text: string, index = '') => `<TextEquiv${index}><Unicode>${text}</Unicode></TextEquiv>`;
const line = (text: string) => `<TextLine id="l"><Coords points="0,0"/>${said(text)}</TextLine>`;
const region = (id: string, attributes: string, ...content: readonly string[]) =>
  `<TextRegion id="${id}" ${attributes}>${content.join('')}</TextRegion>`;
const page = (content: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2013-07-15"><Metadata><Creator>x</Creator><Created>2020-01-02T00:00:00</Created></Metadata><Page imageFilename="7.jpg">${content}</Page></PcGts>`;

describe('PAGE', () => {
  it('gives each line once, regions in reading order', async () => {
    const source = page(
      `<ReadingOrder><OrderedGroup id="g"><RegionRefIndexed index="1" regionRef="b"/><OrderedGroupIndexed index="0" id="h"><RegionRefIndexed index="1" regionRef="a"/><RegionRefIndexed index="0" regionRef="c"/></OrderedGroupIndexed></OrderedGroup></ReadingOrder>` +
        region('a', 'type="paragraph"', line('second'), line('of them'), said('second\nof them')) +
        region(
          'b',
          '',
          `<TextLine id="l"><Word><TextEquiv><Unicode>The</Unicode></TextEquiv><Glyph>${said('T')}</Glyph></Word><Word>${said('third', ' index="1"')}${said('3rd', ' index="0"')}</Word></TextLine>`,
        ) +
        region('c', 'custom="readingOrder {index:2;} structure {type:heading;}"', said('first')) +
        `<TableRegion id="t">${region('d', '', line('in a cell'))}</TableRegion>`,
    );
    const { documents, outline } = await openedFile('7.xml', source);
    expect(documents.map(({ part, whole, metadata }) => [part, whole, metadata])).toEqual([
      [
        undefined,
        'first\n\nsecond\nof them\n\nThe 3rd\n\nin a cell',
        { image: '7.jpg', date: '2020-01-02T00:00:00' },
      ],
    ]);
    expect(outline).toMatchObject({
      parts: [{ name: 'heading' }, { name: 'paragraph' }, { name: 'text', count: 2 }],
      split: 'file',
    });
    expect(await textsOf('7.xml', source, { take: ['paragraph', 'heading'] })).toEqual([
      [undefined, 'first\n\nsecond\nof them'],
    ]);
  });

  it('puts words together that are divided at the end of a line, and no others', async () => {
    const lines = async (...texts: readonly string[]) =>
      (await textsOf('a.xml', page(region('a', '', ...texts.map(line)))))[0]![1];
    expect(await lines('Kindbett-', 'fieber ist')).toBe('Kindbettfieber ist');
    expect(await lines('Kind¬', 'bett', 'be⸗', 'kannt')).toBe('Kindbett\nbekannt');
    expect(await lines('Haupt-', 'und Neben-', 'Sachen')).toBe('Haupt-\nund Neben-\nSachen');
  });

  it('follows the order that Transkribus keeps in an attribute, with any prefix', async () => {
    const source = page(
      region('a', 'custom="readingOrder {index:1;}"', line('two')) +
        region('b', 'custom="readingOrder {index:0;}"', line('one')),
    ).replaceAll(/<(\/?)(?=[A-Z])/g, '<$1pc:');
    expect(await textsOf('a.xml', source)).toEqual([[undefined, 'one\n\ntwo']]);
  });
});
