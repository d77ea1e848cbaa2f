import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { AppError } from '../../../../core/contract/errors.ts';
import { openText } from '../../../../core/corpus/read-document.ts';
import { randomState, randomStream } from '../../../../core/random.ts';
import { rtfText } from '../../../../core/corpus/readers/rtf.ts';
import { docxFile, epubFile, odtFile, samples, zipped } from './document-fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-readers-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const tokens = {
  method: 'auto',
  lowerCase: true,
  punctuation: false,
  hyphens: false,
  apostrophes: false,
  elisions: true,
  numbers: 'keep',
} as const;

function read(name: string, bytes: Uint8Array | string, encoding = 'auto') {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const size = typeof bytes === 'string' ? Buffer.byteLength(bytes) : bytes.length;
  const opened = openText(
    { file: name, path, bytes: size },
    { encoding, language: 'auto', tokens: tokens as never },
  );
  return { ...opened, whole: [...opened.text()].join('') };
}

describe('Word documents', () => {
  it('give paragraphs, tabs, breaks and notes; not what was deleted, nor instructions, nor readings', () => {
    const { whole, metadata } = read(
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

  it('that are something else, or packed to burst, are refused', () => {
    expect(() => read('x.docx', zipped({ 'other.txt': 'no' }))).toThrow(
      expect.objectContaining({ code: 'E_FILE_UNREADABLE' }),
    );
    const bomb = zipSync({ 'word/document.xml': new Uint8Array(300 << 20) }, { level: 9 });
    expect(bomb.length).toBeLessThan(1 << 20);
    expect(() => read('bomb.docx', bomb)).toThrow(expect.objectContaining({ code: 'E_TOO_BIG' }));
    const lying = Buffer.from(bomb);
    // The size that the list of contents promises, after `PK\x01\x02`.
    lying.writeUInt32LE(1000, lying.lastIndexOf('PK\x01\x02', undefined, 'latin1') + 24);
    // No more than that is unpacked.
    expect(read('liar.docx', lying).whole).toBe('');
  });
});

describe('OpenDocument texts', () => {
  it('give paragraphs and spaces, and notes at the end', () => {
    const { whole, metadata } = read(
      'letter.odt',
      odtFile(
        '<text:tracked-changes><text:p>deleted</text:p></text:tracked-changes><text:h>Head</text:h><text:p>One<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note> and\n  two<text:s text:c="3"/>three<text:tab/>four.<office:annotation><text:p>why?</text:p></office:annotation></text:p>',
        '<meta:initial-creator>Ann</meta:initial-creator><meta:creation-date>2001-02-03</meta:creation-date>',
      ),
    );
    expect(whole).toBe('Head\n\nOne and two   three\tfour.\n\nA note.');
    expect(metadata).toEqual({ author: 'Ann', date: '2001-02-03' });
  });

  it('fill no memory by a count', () => {
    expect(read('spaces.odt', odtFile('<text:p>a<text:s text:c="999999999"/>b</text:p>')).whole.length).toBe(
      102,
    );
  });
});

describe('electronic books', () => {
  it('give the pages of the spine in its order, whatever their names', () => {
    const page = (text: string) =>
      `<html><head><title>x</title></head><body><h1>${text}</h1><p>More.</p></body></html>`;
    const { whole, metadata } = read(
      'book.epub',
      epubFile({ 'b é.xhtml': page('Second'), 'a.xhtml': page('First'), 'nav.xhtml': page('Contents') }, [
        'a.xhtml',
        'b é.xhtml',
      ]),
    );
    expect(whole).toBe('First\n\nMore.\n\nSecond\n\nMore.');
    expect(metadata).toEqual({ title: 'Letters', author: 'A. Writer' });
  });
});

describe('web pages', () => {
  it('give what is read', () => {
    const { whole, metadata } = read(
      'page.html',
      '<!DOCTYPE html><html><head><title>A  page</title><style>p{}</style></head><body><script>if (a < b) alert(1)</script><p>One\n two&nbsp;&eacute;<br>three</p><div>Four<p>five</div><pre>a  b\nc</pre><ruby>漢<rt>kan</rt></ruby></body></html>',
    );
    expect(whole).toBe('One two\u00a0é\nthree\n\nFour\n\nfive\n\na  b\nc\n\n漢');
    expect(metadata).toEqual({ title: 'A page' });
  });

  it('are decoded as they say, unless their bytes belie them, or the person says otherwise', () => {
    const page = (charset: string, bytes: Buffer) =>
      Buffer.concat([
        Buffer.from(`<html><head><meta charset="${charset}"></head><body><p>`),
        bytes,
        Buffer.from('</p></body></html>'),
      ]);
    const polish = Buffer.from([0x5a, 0x61, 0xbf, 0xf3, 0xb3, 0xe6]);
    expect(read('pl.html', page('iso-8859-2', polish)).whole).toBe('Zażółć');
    expect(
      read('liar.html', page('utf-8', Buffer.from('Où êtes-vous allée, ma chère ?'.repeat(20), 'latin1')))
        .whole,
    ).toMatch(/^Où êtes-vous allée/);
    expect(read('chosen.html', page('utf-8', Buffer.from('é')), 'iso-8859-1').whole).toBe('Ã©');
  });
});

describe('XML', () => {
  it('of the TEI gives the text as the source has it, and the header as metadata', () => {
    const { whole, metadata } = read(
      'tei.xml',
      `<?xml version="1.0"?><TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Play</title><author>Goethe <idno>Q5879</idno></author></titleStmt><publicationStmt><date when="1787">then</date></publicationStmt></fileDesc></teiHeader>
       <text><front><docTitle><titlePart>Play</titlePart></docTitle></front><body><sp><speaker>IPHIGENIE.</speaker><l>Heraus in eure Schatten,</l><l>rege <choice><sic>Wipfell</sic><corr>Wipfel</corr></choice><note>a note</note></l></sp><fw>running head</fw></body></text></TEI>`,
    );
    expect(whole).toBe('Play\n\nIPHIGENIE.\n\nHeraus in eure Schatten,\n\nrege Wipfell\n\na note');
    expect(metadata).toEqual({ title: 'Play', author: 'Goethe', date: '1787' });
  });

  it('of no known kind gives all of its text, in its own lines', () => {
    expect(
      read('x.xml', '<?xml version="1.0"?>\n<a>\n <b>One <i>two</i></b>\n <c>three</c>\n</a>').whole,
    ).toBe('One two\n\nthree');
  });

  it('expands nothing that it declares itself', () => {
    const lol = Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('');
    const { whole } = read(
      'lol.xml',
      `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "lol">${lol}<!ENTITY f SYSTEM "file:///etc/passwd">]><a>safe &l9; &f;</a>`,
    );
    expect(whole.length).toBeLessThan(50);
    expect(whole).not.toContain('root:');
  });

  it('may be nested as deep as it likes', () => {
    const deep = `<?xml version="1.0"?><a>${'<b>'.repeat(100_000)}x${'</b>'.repeat(100_000)}</a>`;
    expect(read('deep.xml', deep).whole).toBe('x');
  });
});

describe('Rich Text', () => {
  it('gives text in its code pages, and neither fonts nor pictures nor hidden text', () => {
    expect(
      rtfText(
        String.raw`{\rtf1\ansi\ansicpg1250{\fonttbl{\f0\fcharset238 Arial;}{\f1\fcharset204 Arial;}}{\info{\title T}}{\*\generator x}\f0 \'c8l\'e1nek {\f1 \'cf\'f0\'e8\'e2\'e5\'f2}\par {\pict 0102}\u8220?a\u8221?\tab {\v hidden}b\line c\~d\_e\-f \{\}}`,
      ),
    ).toBe('Článek Привет\n\n“a”\tb\nc\u00a0d-ef {}');
    expect(rtfText(String.raw`{\rtf1\ansicpg932{\fonttbl{\f0\fcharset128 M;}}\f0 \'93\'8c\'8b\'9e}`)).toBe(
      '東京',
    );
    expect(rtfText(String.raw`{\rtf1\uc2\u26481\'93\'8c x}`)).toBe('東 x');
  });
});

describe('subtitles', () => {
  it('give what is said', () => {
    expect(read('a.srt', samples['a.srt']!).whole).toBe('One two\n\nThree');
    expect(read('a.vtt', samples['a.vtt']!).whole).toBe('One two');
  });
});

describe('annotations of speech', () => {
  it('give their labels', () => {
    expect(read('a.eaf', samples['a.eaf']!).whole).toBe('one two');
    expect(read('a.TextGrid', samples['a.TextGrid']!).whole).toBe('one "two"');
    expect(
      read(
        'short.TextGrid',
        'File type = "ooTextFile"\n"TextGrid"\n0\n2\n<exists>\n1\n"IntervalTier"\n"words"\n0\n2\n2\n0\n1\n"one"\n1\n2\n"two"\n',
      ).whole,
    ).toBe('one\n\ntwo');
  });
});

describe.each(Object.entries(samples))('two hundred damaged copies of %s', (name, bytes) => {
  it('are read or refused, and never anything else', () => {
    const random = randomStream(randomState(7));
    for (let n = 0; n < 200; n++) {
      const copy = Buffer.from(bytes);
      for (let change = random.below(8); change >= 0; change--)
        copy[random.below(copy.length)] = random.below(256);
      const cut = random.fraction() < 0.3 ? copy.subarray(0, random.below(copy.length)) : copy;
      const twice =
        random.fraction() < 0.2 ? Buffer.concat([cut, cut.subarray(random.below(cut.length + 1))]) : cut;
      try {
        expect(typeof read(`${n}-${name}`, twice).whole).toBe('string');
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
      }
    }
  });
});
