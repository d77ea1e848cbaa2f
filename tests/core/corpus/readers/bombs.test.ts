import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constants, crc32, deflateRawSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { importTexts } from '../../../../core/corpus/import-texts.ts';
import { docxFile, epubFile, odtFile, zipped } from './document-fixtures.ts';
import { zipOf, zipOfMany } from './zip-fixtures.ts';
import { extent } from '../../../extent.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-bombs-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Fate {
  readonly codes: readonly string[];
  readonly characters: number;
  readonly texts: number;
}

/**
 * What becomes of files beside a good one, read by the threads of one import: the good one is always read, and none of them takes a
 * thread with it.
 */
async function fates(files: readonly (readonly [name: string, bytes: Uint8Array | string])[]) {
  const place = mkdtempSync(join(folder, 'one-'));
  mkdirSync(join(place, 'texts'));
  mkdirSync(join(place, 'spool'));
  for (const [name, bytes] of files) writeFileSync(join(place, 'texts', name), bytes);
  writeFileSync(join(place, 'texts', 'zz.txt'), 'still here');
  const before = process.memoryUsage.rss();
  let most = 0;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss() - before)), 20);
  const spool = await importTexts({
    environment: commandLineEnvironment(),
    request: {
      paths: [join(place, 'texts')],
      language: 'en',
      encoding: 'auto',
      tokens: defaultTokenSettings,
    },
    spoolFolder: join(place, 'spool'),
  });
  clearInterval(watch);
  expect(spool.files.map(({ file }) => file)).toContain('zz.txt');
  expect(most).toBeLessThan(2 ** 30);
  const documents = [...spool.documents()];
  const fateOf = (name: string): Fate => {
    // Files of an archive are named after it.
    const isOf = ({ file }: { readonly file: string }) => file === name || file.startsWith(`${name}/`);
    const texts = documents.filter(isOf);
    return {
      codes: spool.skipped.filter(isOf).map(({ code }) => code),
      characters: texts.reduce((sum, { characters }) => sum + characters, 0),
      texts: texts.length,
    };
  };
  const found = new Map(files.map(([name]) => [name, fateOf(name)]));
  expect(spool.skipped.filter(({ code }) => /INTERNAL|STOPPED/u.test(code))).toEqual([]);
  spool.remove();
  return found;
}

const becomes = async (name: string, bytes: Uint8Array | string): Promise<Fate> =>
  (await fates([[name, bytes]])).get(name)!;

/** MiB of zeros in a small file: more than may be unpacked. */
const zeros = extent(2048, 10_240);

/** Zeros, deflated: segments that end on a byte may stand behind one another. */
function deflatedZeros(mebibytes: number): Buffer {
  const segment = deflateRawSync(Buffer.alloc(64 << 20), { finishFlush: constants.Z_FULL_FLUSH, level: 9 });
  return Buffer.concat([
    ...Array.from({ length: mebibytes / 64 }, () => segment),
    deflateRawSync(Buffer.alloc(0)),
  ]);
}

describe('P21: archives', () => {
  it(`of ${zeros} MiB of zeros are refused, whether they say so or not`, async () => {
    const packed = deflatedZeros(zeros);
    expect(packed.length).toBeLessThan(16 << 20);
    const document = (size: number) =>
      zipOf([
        { name: '[Content_Types].xml', data: Buffer.from('<Types/>') },
        { name: 'word/document.xml', data: packed, method: 8, size, crc: 0 },
      ]);
    expect(await becomes('honest.docx', document(zeros * 2 ** 20))).toMatchObject({ codes: ['E_TOO_BIG'] });
    expect(await becomes('liar.docx', document(1000))).toMatchObject({ codes: ['E_FILE_UNREADABLE'] });
    expect(await becomes('large-liar.docx', document(200 << 20))).toMatchObject({
      codes: ['E_FILE_UNREADABLE'],
    });
    const texts = zipOf([{ name: 'a.txt', data: packed, method: 8, size: zeros * 2 ** 20, crc: 0 }]);
    expect(await becomes('texts.zip', texts)).toMatchObject({ codes: ['E_TOO_BIG'] });
  });

  it('within archives are not opened', async () => {
    let nested: Uint8Array = zipped({ 'a.txt': 'inmost' });
    for (let n = 0; n < 20; n += 1) nested = zipOf([{ name: `${n}.zip`, data: Buffer.from(nested) }]);
    expect(await becomes('nested.zip', nested)).toMatchObject({ codes: ['E_FORMAT_UNSUPPORTED'], texts: 0 });
    expect(await becomes('twice.txt.gz', gzipSync(gzipSync('inmost')))).toMatchObject({
      codes: ['E_FORMAT_UNSUPPORTED'],
    });
  });

  it('whose entries stand for the same bytes are refused', async () => {
    const data = deflateRawSync(Buffer.alloc(1 << 20, 'word '));
    const entry = {
      name: '0.txt',
      data,
      method: 8,
      size: 1 << 20,
      crc: crc32(Buffer.alloc(1 << 20, 'word ')),
    };
    const shared = zipOf([
      entry,
      ...Array.from({ length: 2000 }, (_, n) => ({ ...entry, name: `${n + 1}.txt`, at: 0 })),
    ]);
    expect(await becomes('shared.zip', shared)).toMatchObject({ codes: ['E_FILE_UNREADABLE'], texts: 0 });
    // Each header within the data of the one before.
    const within = zipOf([entry, { ...entry, name: '1.txt', at: 40 }]);
    expect(await becomes('within.zip', within)).toMatchObject({ codes: ['E_FILE_UNREADABLE'], texts: 0 });
  });

  it('of too many entries are refused', async () => {
    expect(await becomes('many.zip', zipOfMany(extent(200_000, 1_000_000)))).toMatchObject({
      codes: ['E_FILE_UNREADABLE'],
      texts: 0,
    });
    // As many as may be are read.
    expect(await becomes('some.zip', zipOfMany(2000))).toMatchObject({ codes: [], texts: 2000 });
  });

  it('of gzip that unpack to more than may be are stopped', async () => {
    const bomb = Buffer.concat(
      Array.from({ length: 6 }, () => gzipSync(Buffer.alloc(64 << 20), { level: 9 })),
    );
    expect(await becomes('bomb.txt.gz', bomb)).toMatchObject({ codes: ['E_TOO_BIG'] });
  });
});

const laughs = `<!DOCTYPE a [<!ENTITY l0 "lol">${Array.from({ length: 9 }, (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`).join('')}<!ENTITY big "${'b'.repeat(100_000)}">]>`;
const laughing = `safe &l9; ${'&big;'.repeat(20_000)} end`;

describe('P21: entities', () => {
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ['laughs.xml', `<?xml version="1.0"?>${laughs}<a>${laughing}</a>`],
    [
      'laughs.fb2',
      `<?xml version="1.0"?>${laughs}<FictionBook><body><p>${laughing}</p></body></FictionBook>`,
    ],
    [
      'laughs.eaf',
      `<?xml version="1.0"?>${laughs}<ANNOTATION_DOCUMENT><TIER TIER_ID="t"><ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>${laughing}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`,
    ],
    [
      'laughs.tmx',
      `<?xml version="1.0"?>${laughs}<tmx><tu><tuv lang="en"><seg>${laughing}</seg></tuv></tu></tmx>`,
    ],
    [
      'laughs.exb',
      `<?xml version="1.0"?>${laughs}<basic-transcription><common-timeline><tli id="a"/><tli id="b"/></common-timeline><tier type="t"><event start="a" end="b">${laughing}</event></tier></basic-transcription>`,
    ],
    [
      'laughs.page.xml',
      `<?xml version="1.0"?>${laughs}<PcGts><Page><TextRegion><TextEquiv><Unicode>${laughing}</Unicode></TextEquiv></TextRegion></Page></PcGts>`,
    ],
    ['laughs.html', `<!DOCTYPE html [${laughs.slice(13)}<html><body><p>${laughing}</p></body></html>`],
    ['laughs.docx', docxFile(`<w:p><w:r><w:t>${laughing}</w:t></w:r></w:p>`)],
    ['laughs.odt', odtFile(`${laughs}<text:p>${laughing}</text:p>`)],
    ['laughs.epub', epubFile({ 'a.xhtml': `${laughs}<html><body>${laughing}</body></html>` }, ['a.xhtml'])],
  ];
  let found: ReadonlyMap<string, Fate>;
  beforeAll(async () => {
    found = await fates(files);
  });
  it.each(files.map(([name]) => name))('that a file declares are never expanded: %s', (name) => {
    const { characters, texts } = found.get(name)!;
    expect(texts).toBe(1);
    // The names themselves may stand in the text, and nothing else.
    expect(characters).toBeLessThan(laughing.length + 100);
  });
});

const deep = 200_000;
const nestedIn = (open: string, close: string) => open.repeat(deep) + 'x' + close.repeat(deep);

describe('P21: deep nesting', () => {
  const files: readonly (readonly [string, Uint8Array | string])[] = [
    ['deep.xml', `<?xml version="1.0"?>${nestedIn('<a>', '</a>')}`],
    ['open.xml', `<?xml version="1.0"?>${'<a>'.repeat(deep)}x`],
    ['strange.xml', `<?xml version="1.0"?>${'<a>'.repeat(deep)}x${'</b>'.repeat(deep)}`],
    ['deep.html', `<html><body>${nestedIn('<div>', '</div>')}`],
    ['strange.html', `<html><body>${'<div>'.repeat(deep)}x${'</span>'.repeat(deep)}`],
    ['deep.rtf', `{\\rtf1 ${nestedIn('{', '}')}}`],
    ['deep.eaf', `<ANNOTATION_DOCUMENT>${nestedIn('<TIER>', '</TIER>')}</ANNOTATION_DOCUMENT>`],
    ['deep.tmx', `<tmx><tu><tuv lang="en"><seg>${nestedIn('<hi>', '</hi>')}</seg></tuv></tu></tmx>`],
    ['deep.lift', `<lift><entry>${nestedIn('<sense>', '</sense>')}</entry></lift>`],
    ['deep.page.xml', `<PcGts><Page>${nestedIn('<TextRegion>', '</TextRegion>')}</Page></PcGts>`],
    ['deep.cha', `@Begin\n*CHI:\t${nestedIn('<', '>')}\n`],
    ['deep-aozora.txt', `【テキスト中に現れる記号について】\n\n庭${nestedIn('［＃', '］')}\n`],
    ['deep.docx', docxFile(nestedIn('<w:p>', '</w:p>').replace('x', '<w:r><w:t>x</w:t></w:r>'))],
    ['deep.odt', odtFile(nestedIn('<text:p>', '</text:p>'))],
    ['deep.jsonl', `{"text":"x","n":${'['.repeat(deep)}${']'.repeat(deep)}}\n`],
  ];
  let found: ReadonlyMap<string, Fate>;
  beforeAll(async () => {
    found = await fates(files);
  });
  it.each(files.map(([name]) => name))('is read or refused: %s', (name) => {
    const { codes, characters } = found.get(name)!;
    expect(codes.length === 0 ? characters : 1).toBe(1);
  });
});

/** A PDF of these objects, numbered from 1, of which the first is the catalogue; without the table of their places, which is made good. */
const pdfOf = (...objects: readonly (string | Buffer)[]) =>
  Buffer.concat([
    Buffer.from('%PDF-1.4\n'),
    ...objects.flatMap((object, n) => [
      Buffer.from(`${n + 1} 0 obj\n`),
      Buffer.from(object),
      Buffer.from('\nendobj\n'),
    ]),
    Buffer.from('trailer\n<< /Root 1 0 R >>\n%%EOF\n'),
  ]);
const catalogue = '<< /Type /Catalog /Pages 2 0 R >>';
const stream = (data: Buffer, filter: string) =>
  Buffer.concat([
    Buffer.from(`<< /Length ${data.length} ${filter} >>\nstream\n`),
    data,
    Buffer.from('\nendstream'),
  ]);

describe('P21: PDF', () => {
  it.each([
    ['a loop of pages', pdfOf(catalogue, '<< /Type /Pages /Count 2 /Kids [2 0 R 2 0 R] >>')],
    [
      'two that hold each other',
      pdfOf(
        catalogue,
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Pages /Count 1 /Kids [2 0 R] >>',
      ),
    ],
    [
      'a billion pages',
      pdfOf(
        catalogue,
        '<< /Type /Pages /Count 1000000000 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R >>',
      ),
    ],
    [
      'ten thousand pages that are not there',
      pdfOf(catalogue, '<< /Type /Pages /Count 10000 /Kids [3 0 R] >>', '<< /Type /Page /Parent 2 0 R >>'),
    ],
    [
      'a form that draws itself',
      pdfOf(
        catalogue,
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /Resources << /XObject << /F 4 0 R >> >> /Contents 5 0 R >>',
        stream(
          Buffer.from('/F Do /F Do'),
          '/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /F 4 0 R >> >>',
        ),
        stream(Buffer.from('/F Do'), ''),
      ),
    ],
    ['arrays without end', pdfOf(catalogue, `<< /Type /Pages /Count 1 /Kids ${'['.repeat(200_000)}`)],
  ])('of %s is read or refused', async (_, bytes) => {
    const { texts } = await becomes('loop.pdf', bytes);
    expect(texts).toBe(0);
  });

  it(`of ${zeros} MiB of zeros is refused`, async () => {
    const packed = Buffer.concat([Buffer.from([0x78, 0xda]), deflatedZeros(zeros)]);
    const bomb = pdfOf(
      catalogue,
      '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
      '<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>',
      stream(packed, '/Filter /FlateDecode'),
    );
    const { texts } = await becomes('zeros.pdf', bomb);
    expect(texts).toBe(0);
  });
});

const long = extent(500_000, 2_000_000);

describe('P20: what a reader could lose itself in', () => {
  const files: readonly (readonly [string, string])[] = [
    ['attributes.vert', `<doc ${'a'.repeat(long)}>\nword\n</doc>`],
    ['tags.srt', `1\n00:00:01,000 --> 00:00:02,000\n${'<a'.repeat(long)}`],
    ['braces.srt', `1\n00:00:01,000 --> 00:00:02,000\n${'{\\'.repeat(long)}`],
    ['spaces.rtf', `{\\rtf1 a${' '.repeat(long)}b}`],
    ['lines.xml', `<?xml version="1.0"?><a>${'\n'.repeat(long)}x</a>`],
    ['comments.xml', `<?xml version="1.0"?>${'<!--'.repeat(long)}`],
    ['one-paragraph.xml', `<?xml version="1.0"?><a>${'<w>a</w> '.repeat(long / 4)}</a>`],
    ['declarations.xml', `<?xml version="1.0"?>${'<!a'.repeat(long)}`],
    ['header.csv', `${'a,'.repeat(long)}\n1\n`],
    ['quotes.csv', `text\n"${'a""'.repeat(long)}`],
    ['cells.csv', `text\n${'a,'.repeat(long)}\n`],
    [
      'quotes.TextGrid',
      `File type = "ooTextFile"\nObject class = "TextGrid"\n"IntervalTier" "t" "${'a""'.repeat(long)}`,
    ],
    [
      'header.TextGrid',
      `"ooTextFile"\n"TextGrid"\n0 1 <exists> 999999999 ${'"IntervalTier" "t" 0 1 0 '.repeat(long / 40)}`,
    ],
    ['comments.TextGrid', `"ooTextFile"\n"TextGrid"\n${'!"'.repeat(long)}`],
    ['brackets.cha', `@Begin\n*CHI:\t${'['.repeat(long)}\n`],
    ['groups.cha', `@Begin\n*CHI:\t${'<a> [: b] [/] '.repeat(long / 20)}.\n`],
    ['bullets.cha', `@Begin\n*CHI:\ta ${'\u00151_2\u0015'.repeat(long / 10)}\n`],
    ['lines.cha', `@Begin\n*CHI:\ta\n${'\tb\n'.repeat(long / 4)}`],
    ['ruby.txt', `【テキスト中に現れる記号について】\n\n${'《'.repeat(long)}`],
    ['notes.txt', `【テキスト中に現れる記号について】\n\n${'［＃'.repeat(long / 4)}`],
    ['bars.txt', `【テキスト中に現れる記号について】\n\n${'｜'.repeat(long / 4)}`],
    ['markers.txt', `\\_sh v3.0 400 Text\n\\tx a\n${'\\ge x\n'.repeat(long / 6)}`],
    ['words.txt', `\\_sh v3.0 400 Text\n\\tx ${'a '.repeat(long / 20)}\n\\ge ${'b '.repeat(long / 20)}\n`],
    [
      'tiers.eaf',
      `<ANNOTATION_DOCUMENT>${'<TIER PARENT_REF="a"/>'.repeat(long / 200)}</ANNOTATION_DOCUMENT>`,
    ],
    [
      'chains.eaf',
      `<ANNOTATION_DOCUMENT><TIER TIER_ID="t">${Array.from({ length: long / 200 }, (_, n) => `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a${n}" ANNOTATION_REF="a${n + 1}" PREVIOUS_ANNOTATION="a${n + 1}"><ANNOTATION_VALUE>word</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`).join('')}</TIER></ANNOTATION_DOCUMENT>`,
    ],
    ['open.TextGrid', `File type = "ooTextFile"\n${'"a" '.repeat(long / 4)}"`],
    ['tabs.conllu', `1\t${'a'.repeat(long)}\n${'\t'.repeat(long)}\n`],
    ['ampersands.html', `<html><body>${'&amp'.repeat(long)}`],
    ['quotes.html', `<html><body><a href="${'<a href="'.repeat(long / 4)}`],
    ['dots.txt', '.'.repeat(long)],
    ['marks.txt', `e${'\u0301'.repeat(long)}`],
    ['joiners.txt', '\u200d'.repeat(long)],
    ['hyphens.txt', 'a-'.repeat(long)],
  ];
  let found: ReadonlyMap<string, Fate>;
  beforeAll(async () => {
    found = await fates(files);
  });
  it.each(files.map(([name]) => name))('is read or refused: %s', (name) => {
    const { codes, texts } = found.get(name)!;
    expect(codes.length + texts).toBeGreaterThan(0);
  });

  it('is read or refused: a workbook whose rows reach to the last column, or share a text', async () => {
    const wide = zipped({
      '[Content_Types].xml': '<Types/>',
      'xl/sharedStrings.xml': `<sst><si><t>${'word '.repeat(100_000)}</t></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(20_000)}</sheetData></worksheet>`,
    });
    // A first row of numbers above numbers is no head.
    expect(await becomes('wide.xlsx', wide)).toMatchObject({ codes: [], texts: 20_000 });
    const shared = zipped({
      '[Content_Types].xml': '<Types/>',
      'xl/sharedStrings.xml': `<sst><si><t>${'word '.repeat(100_000)}</t></si></sst>`,
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row><c t="s"><v>0</v></c></row>'.repeat(100_000)}</sheetData></worksheet>`,
    });
    expect((await becomes('shared.xlsx', shared)).codes).toEqual(['E_TOO_BIG']);
  });

  it('is read once: a page that the spine of a book names a hundred thousand times', async () => {
    const page = `<html><body>${'word '.repeat(2000)}</body></html>`;
    const book = epubFile(
      { 'a.xhtml': page },
      Array.from({ length: 100_000 }, () => 'a.xhtml'),
    );
    expect(await becomes('again.epub', book)).toMatchObject({ codes: [], texts: 1, characters: 9999 });
  });
});
