import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { defaultTokenSettings } from '../../../../core/contract/cutting.ts';
import { importTexts } from '../../../../core/corpus/import-texts.ts';
import { docxFile, epubFile, odtFile, pdfFile } from './document-fixtures.ts';

const secret = 'canaryword';

/** Ways in which a file of each kind can name another one; the text itself is “plain words”. */
function namingFiles(path: string, address: string): Readonly<Record<string, Uint8Array | string>> {
  const entity = (root: string, text: string) =>
    `<?xml version="1.0"?><?xml-stylesheet href="${path}"?><!DOCTYPE ${root} SYSTEM "${path}" [<!ENTITY c SYSTEM "${path}"><!ENTITY w SYSTEM "${address}"><!ENTITY % p SYSTEM "${address}">%p;]>${text}`;
  return {
    'a.xml': entity(
      'a',
      `<a xmlns:xi="http://www.w3.org/2001/XInclude">plain words &c; &w;<xi:include href="${path}" parse="text"/></a>`,
    ),
    'a.tei.xml': entity(
      'TEI',
      `<TEI><text><body><p>plain words &c;</p><ptr target="${path}"/></body></text></TEI>`,
    ),
    'a.fb2': entity(
      'FictionBook',
      `<FictionBook><body><p>plain words &c;<image href="${path}"/></p></body></FictionBook>`,
    ),
    'a.eaf': entity(
      'ANNOTATION_DOCUMENT',
      `<ANNOTATION_DOCUMENT><HEADER><MEDIA_DESCRIPTOR MEDIA_URL="file://${path}"/></HEADER><TIER TIER_ID="t" EXT_REF="x"><ANNOTATION><ALIGNABLE_ANNOTATION><ANNOTATION_VALUE>plain words &c;</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER><EXTERNAL_REF EXT_REF_ID="x" TYPE="ecv" VALUE="${address}"/></ANNOTATION_DOCUMENT>`,
    ),
    'a.exb': entity(
      'basic-transcription',
      `<basic-transcription><head><referenced-file url="file://${path}"/></head><common-timeline><tli id="a"/><tli id="b"/></common-timeline><tier type="t"><event start="a" end="b">plain words &c;<ud-information>${address}</ud-information></event></tier></basic-transcription>`,
    ),
    'a.trs': entity(
      'Trans',
      `<Trans audio_filename="${path}"><Episode><Section><Turn><Sync time="0"/>plain words &c;</Turn></Section></Episode></Trans>`,
    ),
    'a.flextext': entity(
      'document',
      `<document><interlinear-text><phrases><phrase><item type="txt" lang="x">plain words &c;</item></phrase></phrases><media-files><media location="${path}"/></media-files></interlinear-text></document>`,
    ),
    'a.tmx': entity('tmx', `<tmx><body><tu><tuv lang="x"><seg>plain words &c;</seg></tuv></tu></body></tmx>`),
    'a.lift': entity(
      'lift',
      `<lift><header><ranges><range id="r" href="file://${path}"/></ranges></header><entry><lexical-unit><form lang="x"><text>plain words &c;</text></form></lexical-unit></entry></lift>`,
    ),
    'page.xml': entity(
      'PcGts',
      `<PcGts><Page imageFilename="${path}"><TextRegion><TextEquiv><Unicode>plain words &c;</Unicode></TextEquiv></TextRegion></Page></PcGts>`,
    ),
    'alto.xml': entity(
      'alto',
      `<alto><fileName>${path}</fileName><Layout><Page><PrintSpace><TextBlock><TextLine><String CONTENT="plain"/><String CONTENT="words"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>`,
    ),
    'a.cha': `@Begin\n@Media:\t${path}, audio\n*CHI:\tplain words .\n%pic:\t"${path}"\n@End\n`,
    'a.TextGrid': `"ooTextFile"\n"TextGrid"\n0 1 <exists> 1 "IntervalTier" "${path}" 0 1 1 0 1 "plain words"\n`,
    'toolbox.txt': `\\_sh v3.0 400 Text\n\\sfx ${path}\n\\ref 1\n\\tx plain words\n`,
    'aozora.txt': `題\n某\n\n［＃挿絵（${path}）入る］plain 庭《にわ》 words\n［＃改ページ］\n\n底本：「本」${address}\n`,
    'a.html': `<html><head><link rel="stylesheet" href="${address}"><base href="file://${path}"><script src="${address}"></script></head><body>plain words <img src="${address}"><iframe src="file://${path}"></iframe><object data="${path}"></object></body></html>`,
    'a.docx': docxFile(
      `<w:p><w:r><w:t>plain words</w:t></w:r></w:p><w:p><w:r><w:fldChar/><w:instrText>INCLUDETEXT "${path}"</w:instrText></w:r></w:p><w:altChunk r:id="r1"/>`,
      {
        'word/_rels/document.xml.rels': `<Relationships><Relationship Id="r1" Type="aFChunk" TargetMode="External" Target="file://${path}"/><Relationship Id="r2" Type="attachedTemplate" TargetMode="External" Target="${address}"/></Relationships>`,
      },
    ),
    'a.odt': odtFile(
      `<text:p>plain words</text:p><text:section><text:section-source xlink:href="file://${path}"/></text:section>`,
    ),
    'a.epub': epubFile(
      { 'a.xhtml': '<html><body>plain words</body></html>', [`../../../../../../..${path}`]: '' },
      ['a.xhtml', `../../../../../../..${path}`],
    ),
    'a.rtf': String.raw`{\rtf1 plain words {\field{\*\fldinst INCLUDETEXT "${path}"}{\fldrslt }}{\*\template ${path}}}`,
    'a.pdf': pdfFile([[{ x: 72, y: 700, text: 'plain words' }]]),
    'a.csv': `text,file\nplain words,${path}\n`,
    'a.vert': `<doc file="${path}">\nplain\nwords\n</doc>\n`,
  };
}

it('P22: an import reads and writes nothing else', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firth-canaries-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const canary = join(folder, 'canary.txt');
  writeFileSync(canary, secret);
  // Nobody listens there; that no connection is ever tried is what the tests of privacy prove.
  const address = 'http://127.0.0.1:9/canary';

  const texts = join(folder, 'texts');
  const spoolFolder = join(folder, 'spool');
  for (const one of [texts, spoolFolder]) mkdirSync(one);
  const files = namingFiles(canary, address);
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(texts, name), bytes);
  const before = everything(folder);
  const spool = await importTexts({
    environment: commandLineEnvironment(),
    request: { paths: [texts], language: 'en', encoding: 'auto', tokens: defaultTokenSettings },
    spoolFolder,
  });
  expect(spool.skipped).toEqual([]);
  const read = [...spool.documents()].map(
    (document) => [document.name, [...document.text()].join('')] as const,
  );
  expect(read).toHaveLength(Object.keys(files).length);
  for (const [name, text] of read) {
    expect([name, text]).toEqual([name, expect.stringMatching(/plain\s+(?:庭 )?words/)]);
    expect(text).not.toContain(secret);
  }
  expect(JSON.stringify(spool.forms)).not.toContain(secret);
  spool.remove();
  expect(everything(folder)).toEqual(before);
});

/** Names, sizes and contents of all files of a folder. */
function everything(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .toSorted()
    .map((name) => {
      const path = join(folder, name);
      return statSync(path).isFile() ? `${name} ${readFileSync(path).toString('base64')}` : name;
    });
}
