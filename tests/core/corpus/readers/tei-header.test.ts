import { describe, expect, it } from 'vitest';
import { teiHeader } from '../../../../core/corpus/readers/tei-header.ts';

const header = (parts: string) =>
  `<TEI><teiHeader>${parts}</teiHeader><text><date when="1500"/></text></TEI>`;
const edition = '<publicationStmt><date when="2021-04-09"/></publicationStmt>';

describe('teiHeader', () => {
  it('dates the text by when it was written or printed, and keeps the date of the file apart', () => {
    const source =
      '<sourceDesc><bibl type="printSource"><date>1863</date></bibl><bibl type="firstEdition"><author>X <date when="1812"/></author><date when="1856">18 56</date></bibl></sourceDesc>';
    expect(teiHeader(header(edition + source))).toEqual({
      date: '1856',
      author: 'X',
      published: '2021-04-09',
    });
    const written =
      '<profileDesc><creation><date notBefore="1850" notAfter="1852"/></creation></profileDesc>';
    expect(teiHeader(header(edition + source + written))).toMatchObject({ date: '1850' });
    expect(teiHeader(header(edition))).toEqual({ date: '2021-04-09' });
  });

  it('takes title and author of the file before those of its source, whatever the prefix', () => {
    const source = '<sourceDesc><bibl><title>Works</title><author>Somebody</author></bibl></sourceDesc>';
    const title =
      '<tei:titleStmt><tei:title>A <hi>play</hi></tei:title><title type="sub">In verse</title><author>Goethe, J. <idno>118540238</idno></author></tei:titleStmt>';
    expect(teiHeader(header(source + title))).toEqual({ title: 'A play', author: 'Goethe, J.' });
    expect(teiHeader(header(source))).toEqual({ title: 'Works', author: 'Somebody' });
  });

  it('says nothing of a header that says nothing', () => {
    expect(teiHeader(header(''))).toEqual({});
    expect(teiHeader('<TEI><text>only <date when="1500"/> text</text></TEI>')).toEqual({});
    expect(teiHeader('')).toEqual({});
  });
});
