import { describe, expect, it } from 'vitest';
import { openedFile, textsOf } from './opened-file.ts';

const tei = (body: string) =>
  `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Headword</title></titleStmt></fileDesc></teiHeader><text><body>${body}</body></text></TEI>`;
const read = async (body: string, chosen = {}) =>
  (await textsOf('a.xml', tei(body), chosen)).map(([, text]) => text).join('|');

describe('words of TEI', () => {
  it('stand apart among elements, and not within text', async () => {
    expect(await read('<s><w>A</w><w>dog</w><pc>,</pc><w>old</w></s><s><w>It</w><w>slept</w></s>')).toBe(
      'A dog , old\n\nIt slept',
    );
    expect(await read('<p>three <w>dog</w>s and <w>cat</w><w>s</w></p>')).toBe('three dogs and cat s');
    expect(await read('<u><seg>so we went</seg><seg>home</seg></u><u>yes</u>')).toBe(
      'so we went home\n\nyes',
    );
    expect(await read('<ab><c>,</c><c>.</c></ab>')).toBe(', .');
    expect(await read('<p><name><forename>Ida</forename><surname>Dahl</surname></name> came</p>')).toBe(
      'Ida Dahl came',
    );
  });

  it('are whole however they are written: letters, morphemes, lines and words within them', async () => {
    expect(await read('<s><w><c>d</c><c>o</c><c>g</c></w><w><m>walk</m><m>ed</m></w></s>')).toBe(
      'dog walked',
    );
    expect(await read('<s>\n <w>\n  <w>can</w>\n  <w>not</w>\n </w>\n <w>see</w>\n</s>')).toBe('cannot see');
    expect(await read('<p><w>Winter-<lb/>abend</w> <w>schön<lb/>er</w></p>')).toBe('Winterabend schöner');
  });

  it('say by join and part what they belong to', async () => {
    expect(
      await read(
        '<s><w>do</w><w join="left">n\'t</w><w join="right">l\'</w><w>ami</w><pc join="both">-</pc><w>x</w></s>',
      ),
    ).toBe("don't l'ami-x");
    expect(
      await read(
        '<p><w part="I">in</w> <lb/> <pb/>\n<w part="M">com</w><fw>head</fw> <w part="F">plete</w> <w>end</w></p>',
      ),
    ).toBe('incomplete end');
  });
});

describe('lines, pages and columns of TEI', () => {
  it('divide no word where they say so, with or without a hyphen', async () => {
    expect(
      await read(
        '<p>wea<lb break="no"/>ther, har-<lb break="no"/>bour, ga<pb n="2" break="no"/>\n<lb break="no"/>te, fi <cb break="no"/> eld</p>',
      ),
    ).toBe('weather, harbour, gate, field');
    expect(await read('<p>one<lb break="yes"/>two<pb break="yes"/>three</p>')).toBe('one two three');
  });

  it('put together what a hyphen divides before a small letter, and nothing else', async () => {
    expect(await read('<p>Abend-<lb/>\nrot, Mor¬<lb/>Gen, Wol⸗<lb/>ken, Him=<lb/>mel</p>')).toBe(
      'Abendrot, MorGen, Wolken, Himmel',
    );
    expect(
      await read('<p>Anglo-<lb/>Saxon, Nord-<lb/>und Südsee, 3-<lb/>fach, a -<lb/>b, well-\nknown</p>'),
    ).toBe('Anglo-Saxon, Nord- und Südsee, 3- fach, a - b, well- known');
    expect(
      await read('<p>Gar-<lb/>\n<fw place="bottom">ten</fw>\n<pb n="3"/>\n<fw>Head</fw><lb/>\nten</p>'),
    ).toBe('Garten');
    expect(await read('<p>one<lb/>two</p><p>end-</p><pb/><p>new</p>')).toBe('one two\n\nend-\n\nnew');
    expect(await read('<p>山上有<lb/>\n一座\n古寺 and\nmore</p>')).toBe('山上有一座古寺 and more');
  });
});

describe('what is not of the text of TEI', () => {
  it('is left out, told, and interrupts no sentence', async () => {
    const { documents, leftOut } = await openedFile(
      'a.xml',
      tei(
        '<p>He <del>ran</del><add>walked</add> in<gap reason="worn"><desc>two lines</desc></gap>to the<note>so the MS</note> <figure><figDesc>a house</figDesc><head>Fig. 1</head></figure>house<note place="foot" n="1"><p>An old one.</p></note> <stage>sits</stage>and<ref type="noteAnchor" target="#n1">1</ref> <ruby><rb>字</rb><rt>じ</rt></ruby>.</p>',
      ),
    );
    expect(documents[0]!.whole).toBe('He walked in to the house and 字.\n\nFig. 1\n\nsits\n\nAn old one.');
    expect(leftOut()).toEqual([
      { what: 'deleted', places: 1 },
      { what: 'remarks', places: 1 },
      { what: 'noteMarks', places: 1 },
      { what: 'readings', places: 1 },
    ]);
  });

  it('is of two readings one: that of the editor, or on choice that of the source', async () => {
    const body =
      '<p><choice><sic>teh</sic><corr>the</corr></choice> <choice><orig>olde</orig><reg>old</reg></choice> <choice><abbr>Dr</abbr><expan>Doctor</expan></choice> <choice><unclear>cat</unclear><unclear>cut</unclear></choice> <choice><orig>alone</orig></choice> <app><lem>one</lem><rdg>won</rdg></app></p>';
    expect(await read(body)).toBe('the old Doctor cat alone one');
    expect(await read(body, { readings: 'source' })).toBe('teh olde Dr cat alone one');
  });

  it('is an editor’s note within a sentence, and none of its author, at a place or among paragraphs', async () => {
    expect(
      await read('<p>a<note resp="#editor" place="foot">no</note> b<note type="authorial">yes</note></p>'),
    ).toBe('a b\n\nyes');
    expect(await read('<p>a</p><div type="notes"><note xml:id="n1">b</note><note>c</note></div>')).toBe(
      'a\n\nb\n\nc',
    );
    expect(await read('<p>a<note>kept</note></p>', { take: ['p', 'note'] })).toBe('a\n\nkept');
  });

  it('is what others wrap it in', async () => {
    const record = `<?xml version="1.0"?><record xmlns="urn:x"><header>id</header><metadata>${tei('<p>Inside.</p>').replace(/^<\?[^>]*>/, '')}</metadata></record>`;
    expect(await textsOf('a.xml', record)).toEqual([[undefined, 'Inside.']]);
  });
});

describe('chosen elements', () => {
  const source = tei(
    '<p><persName type="king">Olaf</persName><persName type="queen">Ingrid</persName> met</p><s><w pos="N">kings</w><w pos="V">met</w></s>',
  );
  it('always stand apart', async () => {
    expect(await textsOf('a.xml', source, { take: ['persName'] })).toEqual([[undefined, 'Olaf\n\nIngrid']]);
    expect(await textsOf('a.xml', source, { take: ['w'] })).toEqual([[undefined, 'kings met']]);
  });

  it('are chosen by their attributes too, and offered so', async () => {
    const opened = await openedFile('a.xml', source, {
      take: ["persName[@type='queen']", 'tei:w[@pos="N"]'],
    });
    expect(opened.documents[0]!.whole).toBe('Ingrid\n\nkings');
    const other = await openedFile('a.xml', source.replace('</s>', '<w pos="N">x</w></s>'));
    expect(other.outline!.parts).toContainEqual({ name: "w[@pos='N']", count: 2 });
  });
});
