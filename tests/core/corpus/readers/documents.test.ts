import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { openText, type ReadingChoice } from '../../../../core/corpus/read-document.ts';
import { rtfText } from '../../../../core/corpus/readers/rtf.ts';
import { openedFile } from './opened-file.ts';
import { docxFile, epubFile, odtFile, samples, workbookFile, zipped } from './document-fixtures.ts';

const { kernels } = commandLineEnvironment();

const folder = mkdtempSync(join(tmpdir(), 'firth-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open(name: string, bytes: Uint8Array | string, chosen: Partial<ReadingChoice> = {}) {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  const opened = await openText(
    { file: name, path, bytes: size },
    { encoding: 'auto', language: 'auto', tokens: defaultTokenSettings, ...chosen },
    kernels,
  );
  const documents = [...opened.documents()].map((one) => ({ ...one, whole: [...one.text()].join('') }));
  return { ...opened, outline: opened.outline?.(), documents };
}

/** Of a file that is one text. */
async function read(name: string, bytes: Uint8Array | string, encoding = 'auto') {
  const { documents } = await open(name, bytes, { encoding });
  expect(documents).toHaveLength(1);
  return documents[0]!;
}

const textOf = async (name: string, bytes: Uint8Array | string, encoding = 'auto') =>
  (await read(name, bytes, encoding)).whole;

describe('Word documents', () => {
  it('give paragraphs, tabs, breaks and notes; not what was deleted, nor instructions, nor readings', async () => {
    const { whole, metadata } = await read(
      'letter.docx',
      docxFile(
        `<w:p><w:r><w:t>Hello, </w:t></w:r><w:r><w:t xml:space="preserve"> 世界</w:t><w:tab/><w:t>&amp; all</w:t></w:r></w:p>
         <w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del><w:r><w:br/><w:t>line</w:t></w:r></w:p>
         <w:p><w:r><w:instrText>PAGE</w:instrText></w:r><mc:AlternateContent><mc:Choice><w:t>box</w:t></mc:Choice><mc:Fallback><w:t>box</w:t></mc:Fallback></mc:AlternateContent></w:p>
         <w:p><w:ruby><w:rt><w:r><w:t>とうきょう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>東京</w:t></w:r></w:rubyBase></w:ruby></w:p>`,
        {
          'word/footnotes.xml': '<w:footnotes><w:p><w:t>A note.</w:t></w:p></w:footnotes>',
          'docProps/core.xml':
            '<cp:coreProperties><dc:title>A letter</dc:title><dc:creator>Ann</dc:creator><dcterms:created>1999-01-02T00:00:00Z</dcterms:created></cp:coreProperties>',
        },
      ),
    );
    expect(whole).toBe('Hello,  世界\t& all\n\nnew\nline\n\nbox\n\n東京\n\nA note.');
    expect(metadata).toEqual({ title: 'A letter', author: 'Ann', date: '1999-01-02T00:00:00Z' });
  });

  it('that are something else, or packed to burst, are refused', async () => {
    await expect(read('x.docx', zipped({ 'other.txt': 'no' }))).rejects.toThrow(
      expect.objectContaining({ code: 'E_FILE_UNREADABLE' }),
    );
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(257 << 20) }, { level: 1 });
    expect(bomb.length).toBeLessThan(2 << 20);
    await expect(read('bomb.docx', bomb)).rejects.toThrow(expect.objectContaining({ code: 'E_TOO_BIG' }));
    const lying = Buffer.from(bomb);
    // The size that the list of contents promises, after `PK\x01\x02`.
    lying.writeUInt32LE(1000, lying.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
    // No more than that is unpacked.
    await expect(read('liar.docx', lying)).rejects.toThrow(
      expect.objectContaining({ code: 'E_FILE_UNREADABLE' }),
    );
  });
});

describe('a large initial', () => {
  it('belongs to the word that it begins', async () => {
    const initial = (drop: string) =>
      docxFile(
        `<w:p><w:pPr><w:framePr w:dropCap="${drop}"/></w:pPr><w:r><w:t>D</w:t></w:r></w:p><w:p><w:r><w:t>rop cap.</w:t></w:r></w:p><w:p><w:r><w:t>Next.</w:t></w:r></w:p>`,
      );
    expect(await textOf('a.docx', initial('drop'))).toBe('Drop cap.\n\nNext.');
    expect(await textOf('a.docx', initial('none'))).toBe('D\n\nrop cap.\n\nNext.');
  });
});

describe('OpenDocument texts', () => {
  it('takes what a field within the instruction of another results in for a part of that', async () => {
    const sign = (kind: string) => `<w:fldChar w:fldCharType="${kind}"/>`;
    const said = (text: string) => `<w:t xml:space="preserve">${text}</w:t>`;
    const page = (result: string) =>
      `${sign('begin')}<w:instrText>PAGE</w:instrText>${sign('separate')}${said(result)}${sign('end')}`;
    const body = `<w:p><w:r>${said('on ')}${sign('begin')}<w:instrText>IF </w:instrText>${page('3')}<w:instrText> = 3</w:instrText>${sign('separate')}${said('page ')}${page('4')}${sign('end')}${said(' sir')}</w:r></w:p>`;
    expect(await textOf('a.docx', docxFile(body))).toBe('on page 4 sir');
  });

  it('leaves out the mark that the author gave a note, also where the note repeats it', async () => {
    const run = (text: string, raised = false) =>
      `<w:r>${raised ? '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>' : ''}<w:t xml:space="preserve">${text}</w:t></w:r>`;
    const own = (id: number, mark: string) =>
      `<w:r><w:footnoteReference w:customMarkFollows="1" w:id="${id}"/><w:t>${mark}</w:t></w:r>`;
    const note = (id: number, ...runs: readonly string[]) =>
      `<w:footnote w:id="${id}"><w:p>${runs.join('')}</w:p></w:footnote>`;
    const source = docxFile(
      `<w:p>${run('king')}${own(2, 'a')}${run('s slept')}${own(3, '†')}${own(4, 'b')}</w:p>`,
      {
        'word/footnotes.xml': `<w:footnotes xmlns:w="w">${note(2, run('a Of old.'))}${note(3, run('†', true), run(' Long.'))}${note(4, run('but short.'))}</w:footnotes>`,
      },
    );
    expect(await textOf('a.docx', source)).toBe('kings slept\n\nOf old.\n\n Long.\n\nbut short.');
  });

  it('says that formulas and embedded objects were left out', async () => {
    const leftOut = async (name: string, bytes: Uint8Array) => (await openedFile(name, bytes)).leftOut();
    const objects = [{ what: 'objects', places: 1 }];
    const formula = '<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>';
    expect(await leftOut('a.docx', docxFile(`<w:p><w:r><w:t>One</w:t></w:r>${formula}</w:p>`))).toEqual(
      objects,
    );
    const framed = '<text:p>One<draw:frame><draw:object xlink:href="./Object 1"/></draw:frame></text:p>';
    expect(await leftOut('a.odt', odtFile(framed))).toEqual(objects);
    const page = '<!doctype html><p>One <math><mi>x</mi><mo>=</mo></math></p>';
    expect(await leftOut('a.html', Buffer.from(page))).toEqual(objects);
    const rich = String.raw`{\rtf1 One {\mmath{\*\moMath{\mr\mscr0 x}}}}`;
    expect(await leftOut('a.rtf', Buffer.from(rich))).toEqual(objects);
  });

  it('knows templates and documents with macros by their names where nothing else tells', async () => {
    for (const name of ['a.ott', 'a.odt', 'a.sxw'])
      expect(await textOf(name, odtFile('<text:p>One</text:p>'))).toBe('One');
    for (const name of ['a.dotx', 'a.docm'])
      expect(await textOf(name, docxFile('<w:p><w:r><w:t>One</w:t></w:r></w:p>'))).toBe('One');
  });

  it('give paragraphs and spaces, and notes at the end', async () => {
    const { whole, metadata } = await read(
      'letter.odt',
      odtFile(
        '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>Head</text:h><text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> and\n  two<text:s text:c="3"/>three<text:tab/>four.<office:annotation><text:p>why?</text:p></office:annotation></text:p>',
        '<meta:initial-creator>Ann</meta:initial-creator><meta:creation-date>2001-02-03</meta:creation-date>',
      ),
    );
    expect(whole).toBe('Head\n\nOne and two   three\tfour.\n\nA note.');
    expect(metadata).toEqual({ author: 'Ann', date: '2001-02-03' });
  });

  it('fill no memory by a count', async () => {
    expect(
      await textOf('spaces.odt', odtFile('<text:p>a<text:s text:c="999999999"/>b</text:p>')),
    ).toHaveLength(102);
  });
});

describe('electronic books', () => {
  it('give the pages of the spine in its order, whatever their names', async () => {
    const page = (text: string) =>
      `<html><head><title>x</title></head><body><h1>${text}</h1><p>More.</p></body></html>`;
    const { whole, metadata } = await read(
      'book.epub',
      epubFile({ 'b é.xhtml': page('Second'), 'a.xhtml': page('First'), 'nav.xhtml': page('Contents') }, [
        'a.xhtml',
        'b é.xhtml',
      ]),
    );
    expect(whole).toBe('First\n\nMore.\n\nSecond\n\nMore.');
    expect(metadata).toEqual({ title: 'Letters', author: 'A. Writer' });
  });

  it('leave out the list of contents and keep what stands beside it', async () => {
    const page =
      '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body><h1>The whole book</h1><nav epub:type="toc"><ol><li><a href="#one">One</a></li></ol></nav><p id="one">Once.</p></body></html>';
    const { whole } = await read('book.epub', epubFile({ 'all.xhtml': page }, ['all.xhtml']));
    expect(whole).toBe('The whole book\n\nOnce.');
  });
});

describe('web pages', () => {
  it('give what is read', async () => {
    const { whole, metadata } = await read(
      'page.html',
      '<!DOCTYPE html><html><head><title>A  page</title><style>p{}</style></head><body><script>if (a < b) alert(1)</script><p>One\n two&nbsp;&eacute;<br>three</p><div>Four<p>five</div><pre>a  b\nc</pre><ruby>漢<rt>kan</rt></ruby></body></html>',
    );
    expect(whole).toBe('One two\u00a0é\nthree\n\nFour\n\nfive\n\na  b\nc\n\n漢');
    expect(metadata).toEqual({ title: 'A page' });
  });

  it('are decoded as they say, unless their bytes belie them, or the person says otherwise', async () => {
    const page = (charset: string, bytes: Buffer) =>
      Buffer.concat([
        Buffer.from(`<html><head><meta charset="${charset}"></head><body><p>`),
        bytes,
        Buffer.from('</p></body></html>'),
      ]);
    const polish = Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6]);
    expect(await textOf('pl.html', page('iso-8859-2', polish))).toBe('Zażółć');
    expect(
      await textOf(
        'liar.html',
        page('utf-8', Buffer.from('Où êtes-vous allée, ma chère ?'.repeat(20), 'latin1')),
      ),
    ).toMatch(/^Où êtes-vous allée/);
    expect(await textOf('chosen.html', page('utf-8', Buffer.from('é')), 'iso-8859-1')).toBe('Ã©');
  });
});

describe('XML', () => {
  it('of the TEI gives the text as it was corrected, and the header as metadata', async () => {
    const { whole, metadata } = await read(
      'tei.xml',
      `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Play</title><author>Goethe <idno>Q5879</idno></author></titleStmt><publicationStmt><date when="1787">then</date></publicationStmt></fileDesc></teiHeader>
       <text><front><docTitle><titlePart>Play</titlePart></docTitle></front><body><sp><speaker>IPHIGENIE.</speaker><l>Heraus in eure Schatten,</l><l>rege <choice><sic>Wipfell</sic><corr>Wipfel</corr></choice><note>a remark</note><note place="foot">a note</note></l></sp><fw>running head</fw></body></text></TEI>`,
    );
    expect(whole).toBe('Play\n\nIPHIGENIE.\n\nHeraus in eure Schatten,\n\nrege Wipfel\n\na note');
    expect(metadata).toEqual({ title: 'Play', author: 'Goethe', date: '1787' });
  });

  it('of the TEI gives corrections where nothing else is, the first reading of variants, and nothing deleted', async () => {
    const body = [
      'hoped <corr>for</corr> <choice><abbr>Mr</abbr><expan>Mister</expan></choice> <choice><reg>old</reg><orig>olde</orig></choice>',
      '<app><lem>one</lem><rdg>two</rdg><rdg>three</rdg></app> <app><rdg wit="A">four</rdg><rdg wit="B">five</rdg></app>',
      '<subst><del>six</del><add>seven</add></subst> <expan>eight</expan>',
    ].join(' ');
    const source = `<?xml version="1.0"?><TEI><text><p>${body}</p></text></TEI>`;
    expect(await textOf('tei.xml', source)).toBe('hoped for Mister old one four seven eight');
    expect((await open('tei.xml', source, { readings: 'source' })).documents[0]!.whole).toBe(
      'hoped for Mr olde one four seven eight',
    );
  });

  it('of no known kind gives all of its text, in its own lines', async () => {
    expect(
      await textOf('x.xml', '<?xml version="1.0"?>\n<a>\n <b>One <i>two</i></b>\n <c>three</c>\n</a>'),
    ).toBe('One two\n\nthree');
  });

  it('of Word 2003 and of OpenDocument in one piece gives what the packed files would', async () => {
    const word = await read(
      'a.xml',
      '<?xml version="1.0"?><w:wordDocument><o:DocumentProperties><o:Title>Letters</o:Title></o:DocumentProperties><w:binData>AAAA</w:binData><w:body><w:p><w:r><w:t>One </w:t></w:r><w:r><w:t>two.</w:t></w:r></w:p></w:body></w:wordDocument>',
    );
    expect([word.whole, word.metadata]).toEqual(['One two.', { title: 'Letters' }]);
    const odf =
      '<?xml version="1.0"?><office:document><office:meta><dc:title>Letters</dc:title></office:meta><office:body><text:p>One<text:s/>two.</text:p></office:body></office:document>';
    expect((await read('a.fodt', odf)).whole).toBe('One two.');
    expect(
      (await read('b.xml', '<?xml version="1.0"?><document><p>Another kind.</p></document>')).whole,
    ).toBe('Another kind.');
  });

  it('expands nothing that it declares itself', async () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const { whole } = await read(
      'lol.xml',
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]><a>safe &l9; &f;</a>`,
    );
    expect(whole.length).toBeLessThan(50);
    expect(whole).not.toContain('root:');
  });

  it('may be nested deep, but not without end', async () => {
    const nested = (levels: number) =>
      `<?xml version="1.0"?><a>${'<b>'.repeat(levels)}x${'</b>'.repeat(levels)}</a>`;
    expect(await textOf('deep.xml', nested(4000))).toBe('x');
    await expect(read('deeper.xml', nested(6000))).rejects.toMatchObject({
      code: 'E_FILE_UNREADABLE',
      details: { reason: 'nesting' },
    });
  });
});

describe('Rich Text', () => {
  it('gives text in its code pages, and neither fonts nor pictures nor hidden text', () => {
    expect(
      rtfText(
        String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 Arial;}{\f1\fcharset204 Arial;}}{\info{\title T}}{\*\generator x}\f0 \'c8l\'e1nek {\f1 \'cf\'f0\'e8\'e2\'e5\'f2}\par {\pict 0102}\u8220?a\u8221?\tab {\v hidden}b\line c\~d\_e\-f \{\}}`,
      ),
    ).toBe('Článek Привет\n\n“a”\tb\nc\u00a0d\u2011e\u00adf {}');
    expect(rtfText(String.raw`{\rtf1\ansicpg932{\fonttbl{\f0\fcharset128 M;}}\f0 \'93\'8c\'8b\'9e}`)).toBe(
      '東京',
    );
    expect(rtfText(String.raw`{\rtf1\uc2\u26481\'93\'8c x}`)).toBe('東 x');
  });
});

describe('subtitles', () => {
  it('give what is said', async () => {
    expect(await textOf('a.srt', samples['a.srt']!)).toBe('One two\n\nThree');
    expect(await textOf('b.srt', '1\n00:00:01-->00:00:10\nNo fractions\n')).toBe('No fractions');
    expect(await textOf('a.vtt', samples['a.vtt']!)).toBe('One two');
  });
});

const wholes = ({ documents }: Awaited<ReturnType<typeof open>>) =>
  documents.map(({ part, whole, metadata }) => [part, whole, metadata]);

describe('TEI', () => {
  const play = `<?xml version="1.0"?><TEI><teiHeader><title>Play</title></teiHeader><text><body><head>A head</head>
    <div type="act" n="1"><sp who="#anna"><speaker>ANNA.</speaker><l>First line,</l><l>second.</l></sp><stage>goes</stage><sp who="#ben"><p>Third.</p></sp></div></body></text></TEI>`;

  it('gives the text of chosen elements only', async () => {
    expect(await open('a.xml', play, { take: ['l', 'p'] })).toMatchObject({
      documents: [{ whole: 'First line,\n\nsecond.\n\nThird.' }],
    });
  });

  it('gives a text for each of an element, with speaker and place as metadata', async () => {
    const opened = await open('a.xml', play, { take: ['l', 'p'], split: 'sp' });
    expect(wholes(opened)).toEqual([
      ['1', 'First line,\n\nsecond.', { title: 'Play', div: 'act 1', who: '#anna' }],
      ['2', 'Third.', { title: 'Play', div: 'act 1', who: '#ben' }],
    ]);
    expect(wholes(await open('a.xml', play, { split: 'sp' }))[0]).toEqual([
      '1',
      'A head\n\ngoes',
      { title: 'Play' },
    ]);
    expect(opened.outline).toMatchObject({
      kind: 'elements',
      taken: ['l', 'p'],
      splits: ['sp', 'l'],
      split: 'sp',
    });
  });
});

describe('tables', () => {
  const rows = [
    ['1', 'first text', { year: 1789, who: 'Ann' }],
    ['2', 'second, "text"\nof two lines', { year: 1793 }],
  ];

  it.each([
    ['a.csv', 'year,who,text\r\n1789,Ann,first text\r\n1793,,"second, ""text""\nof two lines"\r\n'],
    ['a.tsv', 'year\twho\ttext\n1789\tAnn\tfirst text\n1793\t\t"second, ""text""\nof two lines"\n'],
    [
      'a.jsonl',
      '{"year":1789,"who":"Ann","text":"first text"}\n\n{"text":"second, \\"text\\"\\nof two lines","year":1793,"who":null}\n',
    ],
    [
      'a.xlsx',
      workbookFile([
        ['year', 'who', 'text'],
        ['1789', 'Ann', 'first text'],
        ['1793', '', 'second, "text"\nof two lines'],
      ]),
    ],
  ])('give a text for each row of %s, and the other columns as metadata', async (name, source) => {
    const opened = await open(name, source);
    expect(wholes(opened)).toEqual(rows);
    expect(opened.outline).toMatchObject({
      kind: 'columns',
      parts: [{ name: 'year', sample: '1789' }, { name: 'who', sample: 'Ann' }, { name: 'text' }],
      taken: ['text'],
    });
    expect((await open(name, source, { take: ['who', 'text'] })).documents[0]).toMatchObject({
      whole: 'Ann\n\nfirst text',
      metadata: { year: 1789 },
    });
  });

  it('take the column with the most text where none is called so, and name what has no name', async () => {
    const opened = await open('b.csv', 'id,,id\n1,some words that are a text,x\n');
    expect(opened.outline?.parts.map(({ name }) => name)).toEqual(['id', '2', 'id (3)']);
    expect(wholes(opened)).toEqual([['1', 'some words that are a text', { id: 1, 'id (3)': 'x' }]]);
  });

  it('that are none say where', async () => {
    await expect(open('b.jsonl', '{"text":"a"}\n{"text":')).rejects.toMatchObject({
      code: 'E_TABLE_INVALID',
      details: { file: 'b.jsonl', line: 2 },
    });
  });
});

describe('CoNLL-U', () => {
  const source = [
    '# newdoc id = one',
    '# sent_id = 1',
    "1-2\tDon't\t_\t_\t_\t_\t_\t_\t_\t_",
    '1\tDo\tdo\tAUX\t_\t_\t3\taux\t_\t_',
    "2\tn't\tnot\tPART\t_\t_\t3\tadvmod\t_\t_",
    '3\tsings\tsing\tVERB\t_\t_\t0\troot\t_\tSpaceAfter=No',
    '3.1\tghost\tghost\tVERB\t_\t_\t_\t_\t_\t_',
    '4\t.\t.\tPUNCT\t_\t_\t3\tpunct\t_\t_',
    '',
    '1\tYes\tyes\tINTJ\t_\t_\t0\troot\t_\t_',
    '',
    '# newdoc id = two',
    '1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_',
    '',
  ].join('\n');
  const formsOf = (opened: Awaited<ReturnType<typeof open>>) =>
    opened.documents.map(({ words, whole }) =>
      words!.forms.map((form, at) => [
        form,
        whole.slice(words!.starts[at], words!.starts[at]! + words!.lengths[at]!),
      ]),
    );

  it('gives its words where they stand, contractions whole', async () => {
    const opened = await open('a.conllu', source);
    expect(opened.documents.map(({ part, whole, method }) => [part, whole, method])).toEqual([
      ['one', "Don't sings.\nYes", 'given'],
      ['two', 'No', 'given'],
    ]);
    expect(formsOf(opened)).toEqual([
      [
        ["Don't", "Don't"],
        ['sings', 'sings'],
        ['.', '.'],
        ['Yes', 'Yes'],
      ],
      [['No', 'No']],
    ]);
    expect(opened.documents[0]!.words!.sentenceStarts).toEqual([0, 3]);
    expect(opened.outline).toMatchObject({
      kind: 'layers',
      taken: ['FORM'],
      tags: [
        { name: 'INTJ', count: 2 },
        { name: 'AUX' },
        { name: 'PART' },
        { name: 'VERB' },
        { name: 'PUNCT' },
      ],
    });
  });

  it('gives lemmas, and words of chosen parts of speech', async () => {
    expect(formsOf(await open('a.conllu', source, { take: ['LEMMA'] }))[0]).toEqual([
      ['do', "Don't"],
      ['not', "Don't"],
      ['sing', 'sings'],
      ['.', '.'],
      ['yes', 'Yes'],
    ]);
    expect(formsOf(await open('a.conllu', source, { take: ['LEMMA'], tags: ['VERB'] }))[0]).toEqual([
      ['sing', 'sings'],
    ]);
  });
});

describe('running text with parts of speech', () => {
  const tagged = 'The/at Jury/nn said/vbd that/cs the/at 1/2/cd of/in it/pps ran/vbd ./. '.repeat(3);
  it('gives its words, and those of chosen parts of speech', async () => {
    const { documents, outline } = await open('ca01.txt', `\n\n\t${tagged}\n${tagged}\n`);
    expect(documents[0]!.words).toMatchObject({ sentenceStarts: [0, 30] });
    expect(documents[0]!.words!.forms.slice(0, 6)).toEqual(['The', 'Jury', 'said', 'that', 'the', '1/2']);
    expect(documents[0]!.method).toBe('given');
    expect(outline).toMatchObject({ kind: 'layers', parts: [{ name: 'FORM', sample: 'The' }] });
    expect(outline?.tags?.[0]).toEqual({ name: 'at', count: 12 });
    const nouns = await open('ca01.txt', tagged, { tags: ['nn'] });
    expect(nouns.documents[0]!.words!.forms).toEqual(['Jury', 'Jury', 'Jury']);
    const capitals = await open('wsj.txt', 'The_DT jury_NN said_VBD ,_, it_PRP ran_VBD ._. '.repeat(4));
    expect(capitals.documents[0]!.words!.forms.slice(0, 4)).toEqual(['The', 'jury', 'said', ',']);
  });

  it('is told from text with strokes and underscores', async () => {
    for (const text of [
      'and/or he/she '.repeat(20).replaceAll('and/or', 'and or'),
      Array.from({ length: 40 }, (_, n) => `a/b${n}`).join(' '),
      'new_york is in the_us '.repeat(20),
    ])
      expect((await open('plain.txt', text)).documents[0]!.method).toBe('spaced');
  });
});

describe('vertical text', () => {
  const source =
    '<doc id="d1" author="A &amp; B">\n<s>\nThe\tDT\tthe\ncats\tNNS\tcat\n<g/>\n.\tSENT\t.\n</s>\n</doc>\n<doc id="d2">\nMore\tJJR\tmuch\n</doc>\n';

  it('gives its words, and the attributes of its texts as metadata', async () => {
    const opened = await open('a.vert', source);
    expect(wholes(opened)).toEqual([
      ['d1', 'The cats.', { id: 'd1', author: 'A & B' }],
      ['d2', 'More', { id: 'd2' }],
    ]);
    const lemmas = await open('a.vert', source, { take: ['3'], tags: ['NNS', 'JJR'] });
    expect(lemmas.documents.map(({ words }) => words!.forms)).toEqual([['cat'], ['much']]);
  });
});
