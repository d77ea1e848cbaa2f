import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { messageFor } from '../../../../core/contract/messages/message.ts';
import { familyOf } from '../../../../core/contract/messages/file-families.ts';
import { AppError } from '../../../../core/contract/errors.ts';
import { docxFile, zipped } from './document-fixtures.ts';
import { openedFile } from './opened-file.ts';
import { zipOf } from './zip-fixtures.ts';

const pad = (length: number) => '\0'.repeat(length);
const coded = (bytes: number) =>
  Buffer.from(Uint8Array.from({ length: bytes }, (_, at) => (at * 97 + (at >> 3)) & 0xff))
    .toString('base64')
    .replaceAll(/.{76}/g, '$&\n');
const iwork = zipped({ 'Index/Document.iwa': 'x', 'Metadata/a.plist': 'y' });

async function refusal(name: string, bytes: Uint8Array | string): Promise<AppError> {
  try {
    await openedFile(name, typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes);
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error(`${name} was read`);
}

describe('files that are not read', () => {
  it.each<readonly [string, Uint8Array | string, string]>([
    ['a.tex', 'Some \\emph{words} in \\textbf{a} chapter \\cite{x}.', 'LaTeX'],
    ['a.txt', '% a comment\n\\documentclass{article}\n\\begin{document}\nWords\n', 'LaTeX'],
    ['a.1', '.\\" by hand\n.TH GOAT 1\n.SH NAME\ngoat \\- drinks\n.SH SYNOPSIS\n.B goat\n', 'troff'],
    ['a.txt', '.TL\nOn goats\n.AU\nAnna\n.NH 1\nFirst\n.PP\nThe goats drank.\n', 'troff'],
    ['a.mdoc', '.Dd May 1, 2020\n.Dt GOAT 1\n.Os\n.Sh NAME\n.Nm goat\nwords\n', 'troff'],
    ['a.texi', '@c made by hand\n\\input texinfo\n@settitle Goats\nWords\n', 'Texinfo'],
    ['a.txi', '@node Top\n@chapter Goats\nThe goats @emph{drank}.\n@section More\n', 'Texinfo'],
    ['a.idml', `PK\x03\x04${pad(26)}mimetypeapplication/vnd.adobe.indesign-idml-package`, 'IDML'],
    ['a.indd', '\x06\x06\xed\xf5\xd8\x1d\x46\xe5\xbd\x31\xef\xe7\xfe\x74\xb7\x1d…', 'InDesign'],
    ['a.ps', '%!PS-Adobe-3.0\n(words) show\n', 'PostScript'],
    ['a.eps', '\xc5\xd0\xd3\xc6\x1e\0\0\0', 'PostScript'],
    ['a.mobi', `${'Book'.padEnd(60, '\0')}BOOKMOBI${pad(100)}`, 'MOBI'],
    ['a.azw3', `${'Book'.padEnd(60, '\0')}BOOKMOBI${pad(100)}`, 'MOBI'],
    ['a.pdb', `${'Book'.padEnd(60, '\0')}TEXtREAd${pad(100)}`, 'MOBI'],
    ['a.djvu', `AT&TFORM\0\0\0\x10DJVMDIRM${pad(40)}`, 'DjVu'],
    ['a.webarchive', `bplist00\xd1\x01\x02_\x10\x0fWebMainResource${pad(40)}`, 'webarchive'],
    ['a.pages', iwork, 'iWork'],
    ['named.zip.txt', iwork, 'iWork'],
    ['a.hwpx', 'PK\x03\x04' + pad(26) + 'mimetypeapplication/hwp+zip', 'HWPX'],
    ['a.wpd', `\xffWPC${pad(40)}`, 'WordPerfect'],
    ['a.chm', `ITSF${pad(40)}`, 'CHM'],
    ['a.txt', coded(1000), 'Base64'],
    ['a.b64', coded(60), 'Base64'],
    ['a.txt', `data:text/plain;base64,${coded(30)}`, 'Base64'],
    ['a.uue', 'begin 644 a.txt\nM5&AE(&=O871S(&1R86YK\n#5&AE\n`\nend\n', 'uuencode'],
    ['a.asc', '-----BEGIN PGP MESSAGE-----\n\nhQEMA\n-----END PGP MESSAGE-----\n', 'PGP'],
    ['a.xlsb', zipped({ '[Content_Types].xml': '<Types/>', 'xl/workbook.bin': 'x' }), 'XLSB'],
  ])('are told by what they hold: %s', async (name, bytes, format) => {
    expect(await refusal(name, bytes)).toMatchObject({ code: 'E_FORMAT_UNSUPPORTED', details: { format } });
  });

  it('say in both languages what they are and what to do', () => {
    const formats =
      'DOC XLS XLSB PPT PPTX HWP HWPX WordPerfect iWork MSG webarchive MOBI KFX LIT DjVu LaTeX troff Texinfo IDML InDesign PostScript Base64 uuencode PGP PNG WAV RAR CHM';
    for (const format of formats.split(' '))
      for (const language of ['en', 'zh'] as const) {
        const text = messageFor({ code: 'E_FORMAT_UNSUPPORTED', details: { file: 'a.x', format } }, language);
        expect(text).toContain('a.x');
        expect(text).toMatch(language === 'en' ? /It was left out\. (?!$)/ : /已跳过。(?!$)/);
      }
    expect(familyOf('CHM')).toBe('other');
  });

  it('are damaged archives, which says so and not that somebody forbids it', async () => {
    const whole = docxFile('<w:p><w:r><w:t>Words</w:t></w:r></w:p>');
    const cut = await refusal('a.docx', whole.subarray(0, whole.length - 60));
    expect(cut).toMatchObject({ code: 'E_FILE_UNREADABLE', details: { reason: 'zip' } });
    expect(messageFor(cut, 'en')).toMatch(/damaged.*get it again/);
    expect(messageFor(cut, 'zh')).toContain('损坏');
    expect(
      messageFor({ code: 'E_FILE_UNREADABLE', details: { file: 'a', reason: 'EACCES' } }, 'en'),
    ).toContain('Check that you may open it');
  });

  it('are under a password or a copy protection', async () => {
    const page = { 'a.xhtml': '<html><body>Words</body></html>' };
    const book = (uri: string) => {
      const files = {
        'META-INF/encryption.xml': `<encryption><EncryptedData><CipherData><CipherReference URI="${uri}"/></CipherData></EncryptedData></encryption>`,
      };
      return zipped({ ...unzippedBook(page), ...files });
    };
    expect(await refusal('a.epub', book('OEBPS/a.xhtml'))).toMatchObject({ code: 'E_FILE_ENCRYPTED' });
    // Fonts alone.
    expect((await openedFile('b.epub', book('OEBPS/font.otf'))).documents[0]!.whole).toBe('Words');
    const locked = zipOf([
      { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
      { name: 'word/document.xml', data: deflateRawSync('x'), method: 8, flags: 1 },
    ]);
    expect(await refusal('a.docx', locked)).toMatchObject({ code: 'E_FILE_ENCRYPTED' });
    for (const kind of ['text', 'spreadsheet']) {
      const odf = zipped({
        mimetype: `application/vnd.oasis.opendocument.${kind}`,
        'META-INF/manifest.xml':
          '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>',
        'content.xml': 'x',
      });
      expect(await refusal('a.odt', odf)).toMatchObject({ code: 'E_FILE_ENCRYPTED' });
    }
    const mail =
      'From: a@b\nMIME-Version: 1.0\nContent-Type: multipart/encrypted; protocol="application/pgp-encrypted"; boundary=x\n\n--x\n\nVersion: 1\n--x--\n';
    expect(await refusal('a.eml', mail)).toMatchObject({ code: 'E_FILE_ENCRYPTED' });
  });

  it('are not texts that look a little like them', async () => {
    for (const [name, text] of [
      ['a.tex', 'A plain text without any command.'],
      ['a.txt', 'begin 644 times, and end.'],
      ['b.txt', 'ACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGTACGT\n'.repeat(5)],
      ['c.txt', 'word\n'.repeat(50)],
    ] as const)
      expect((await openedFile(name, text)).documents[0]!.whole).toBe(text);
  });
});

function unzippedBook(pages: Readonly<Record<string, string>>): Record<string, string> {
  return {
    mimetype: 'application/epub+zip',
    'META-INF/container.xml':
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    'OEBPS/book.opf': `<package><metadata/><manifest>${Object.keys(pages)
      .map((name, at) => `<item id="p${at}" href="${name}"/>`)
      .join('')}</manifest><spine>${Object.keys(pages)
      .map((_, at) => `<itemref idref="p${at}"/>`)
      .join('')}</spine></package>`,
    ...Object.fromEntries(Object.entries(pages).map(([name, html]) => [`OEBPS/${name}`, html])),
  };
}
