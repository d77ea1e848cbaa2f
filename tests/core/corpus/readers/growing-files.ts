import { docxFile, epubFile, odtFile, pdfFile, zipped } from './document-fixtures.ts';

/** A file that can be made as long as one likes, of the pieces that are hardest for its reader. */
export interface GrowingFile {
  readonly name: string;
  readonly head: string;
  readonly piece: (at: number) => string;
  readonly foot: string;
  /** Makes the file of its text, where it is more than that. */
  readonly pack?: (text: string) => Uint8Array;
  /** Bytes of the smallest that is measured, where reading takes long. */
  readonly smallest?: number;
}

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const tei = `${xml}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt></fileDesc></teiHeader><text>`;
const many = '99999999';
const clock = (seconds: number) => new Date(seconds * 1000).toISOString().slice(11, 19);

const markup: readonly GrowingFile[] = [
  {
    name: 'tei.xml',
    head: `${tei}<body>`,
    piece: (at) =>
      `<p>Be¬<lb n="${at}"/>kannt <choice><sic>teh</sic><corr>the</corr></choice><note>n</note> ge<pb break="no"/>hört <w part="I">go</w><w part="F">ats</w>&amp;</p>\n`,
    foot: '</body></text></TEI>',
  },
  {
    name: 'iso.xml',
    head: `${tei}<timeline unit="s"><when xml:id="T0"/><when xml:id="T1" interval="1" since="T0"/></timeline><body>`,
    piece: (at) =>
      `<annotationBlock who="#A" start="#T0" end="#T1"><u><seg><w xml:id="w${at}">goats</w><pc>.</pc></seg></u><spanGrp type="pos"><span from="#w${at}" to="#w${at}">N</span></spanGrp></annotationBlock>\n`,
    foot: '</body></text></TEI>',
  },
  {
    name: 'a.html',
    head: '<!doctype html><html><head><style>.h{display:none}</style></head><body>',
    piece: (at) =>
      `<p>word <span class="h">no</span><b>bo</b>ld<sup><a href="#f${at}">1</a></sup><p id="f${at}">note<table><tr><td>x<td>y</table>&eacute;<!-- - -->`,
    foot: '</body></html>',
  },
  {
    name: 'a.xhtml',
    head: `${xml}<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>`,
    piece: (at) => `<p>one<script/><![CDATA[ two ${at} & ]]>&#233;<div/></p>`,
    foot: '</body></html>',
  },
  {
    name: 'any.xml',
    head: `${xml}<root>`,
    piece: (at) => `<e n="${at}"><tok>a</tok><tok>b</tok></e><para>run<i>ning</i> text</para>\n`,
    foot: '</root>',
  },
  {
    name: 'a.fb2',
    head: `${xml}<FictionBook><body>`,
    piece: (at) =>
      `<section><title><p>C${at}</p></title><p>the<a type="note" href="#n">1</a> end</p></section>`,
    foot: '</body></FictionBook>',
  },
  {
    name: 'a.rtf',
    head: String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}`,
    piece: (at) => String.raw`{\b goats} \'e9t\u233? {\deleted gone }{\v hid}{\footnote note ${at}}\par `,
    foot: '}',
  },
  {
    name: 'a.eml',
    head: 'Subject: goats\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n',
    piece: () => 'goats sch=C3=B6n and =\nmore\n',
    foot: '',
  },
];

const speech: readonly GrowingFile[] = [
  {
    name: 'a.eaf',
    head: `${xml}<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts0" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="9"/></TIME_ORDER><TIER TIER_ID="t">`,
    piece: (at) =>
      `<ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a${at}" TIME_SLOT_REF1="ts0" TIME_SLOT_REF2="ts1"><ANNOTATION_VALUE>goats ${at}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION>`,
    foot: '</TIER></ANNOTATION_DOCUMENT>',
  },
  {
    name: 'a.exb',
    head: `${xml}<basic-transcription><head><speakertable><speaker id="A"/></speakertable></head><basic-body><common-timeline><tli id="T0" time="0"/><tli id="T1" time="1"/></common-timeline><tier id="x" speaker="A" type="t" category="v">`,
    piece: () => '<event start="T0" end="T1">goats ((laugh)) slept </event>',
    foot: '</tier></basic-body></basic-transcription>',
  },
  {
    name: 'a.trs',
    head: `${xml}<Trans><Speakers><Speaker id="s" name="A"/></Speakers><Episode><Section type="report" startTime="0" endTime="9">`,
    piece: () =>
      '<Turn speaker="s" startTime="0" endTime="1"><Sync time="0"/>goats <Event desc="x"/>slept</Turn>',
    foot: '</Section></Episode></Trans>',
  },
  {
    name: 'a.TextGrid',
    head: `File type = "ooTextFile"\nObject class = "TextGrid"\n\n0 9\n<exists>\n1\n"IntervalTier" "w" 0 9\n${many}\n`,
    piece: (at) => `${at} ${at + 1} "na\\i""ve ${at}" ! said\n`,
    foot: '',
  },
  {
    name: 'chronological.TextGrid',
    head: '"Praat chronological TextGrid text file"\n0 9\n1\n"IntervalTier" "w" 0 9\n',
    piece: (at) => `1 ${at} ${at + 1} "she said ""no"" twice"\n`,
    foot: '',
  },
  {
    name: 'a.cha',
    head: '@Begin\n@Languages:\teng\n@Participants:\tCHI Child\n@ID:\teng|x|CHI|2;1.|||||Child|||\n',
    piece: (at) =>
      `*CHI:\t<the the> [/] the goed [: went] (be)cause &-uh xxx . \u0015${at * 10}_${at * 10 + 9}\u0015\n%mor:\tdet:art|the v|go&PAST conj|because .\n`,
    foot: '@End\n',
  },
  {
    name: 'a.srt',
    head: '',
    piece: (at) => `${at}\n${clock(at)},000 --> ${clock(at)},900\n<i>goats ${at}</i> {\\an8}slept\n1984\n`,
    foot: '',
  },
  {
    name: 'a.vtt',
    head: 'WEBVTT\n\n',
    piece: (at) => `00:00:01.000 --> 00:00:02.000\nline ${at}\nline<00:00:01.500><c> ${at + 1}</c>\n\n`,
    foot: '',
  },
];

const fieldwork: readonly GrowingFile[] = [
  {
    name: 'a.flextext',
    head: `${xml}<document><interlinear-text><paragraphs><paragraph><phrases>`,
    piece: (at) =>
      `<phrase><words><word><item type="txt" lang="sw">mbuzi${at}</item><item type="gls" lang="en">goat</item></word></words></phrase>`,
    foot: '</phrases></paragraph></paragraphs></interlinear-text></document>',
  },
  {
    name: 'toolbox.txt',
    head: '\\_sh v3.0  400  Text\n\\id one\n',
    piece: (at) =>
      `\\ref ${at}\n\\tx mbuzi wa-nywa\n\\mb mbuzi wa- nywa\n\\ge goat  PL- drink\n\\ft Goats drink.\n\n`,
    foot: '',
  },
  {
    name: 'a.tmx',
    head: `${xml}<tmx version="1.4"><header srclang="en"/><body>`,
    piece: (at) =>
      `<tu><tuv xml:lang="en"><seg>goats<ph/> ${at}</seg></tuv><tuv xml:lang="de"><seg>Ziegen</seg></tuv></tu>`,
    foot: '</body></tmx>',
  },
  {
    name: 'a.lift',
    head: `${xml}<lift>`,
    piece: (at) =>
      `<entry><lexical-unit><form lang="sw"><text>mbuzi ${at}</text></form></lexical-unit></entry>`,
    foot: '</lift>',
  },
  {
    name: 'page.xml',
    head: `${xml}<PcGts><Page>`,
    piece: (at) =>
      `<TextRegion id="r${at}"><TextLine id="l${at}"><TextEquiv><Unicode>go¬</Unicode></TextEquiv></TextLine><TextLine><TextEquiv><Unicode>ats</Unicode></TextEquiv></TextLine></TextRegion>`,
    foot: '</Page></PcGts>',
  },
  {
    name: 'alto.xml',
    head: `${xml}<alto><Layout><Page><PrintSpace>`,
    piece: (at) =>
      `<TextBlock ID="b${at}"><TextLine><String CONTENT="go" SUBS_TYPE="HypPart1" SUBS_CONTENT="goats"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="ats" SUBS_TYPE="HypPart2" SUBS_CONTENT="goats"/></TextLine></TextBlock>`,
    foot: '</PrintSpace></Page></Layout></alto>',
  },
  {
    name: 'aozora.txt',
    head: '題\n人\n\n-------------------------------------------------------\n《》：ルビ\n-------------------------------------------------------\n\n',
    piece: () => '　吾輩《わがはい》は｜猫《ねこ》である［＃「猫」に傍点］。\n',
    foot: '\n底本：「本」\n',
  },
];

const annotated: readonly GrowingFile[] = [
  {
    name: 'a.folia.xml',
    head: `${xml}<FoLiA><text><p>`,
    piece: (at) =>
      `<s><t>goats</t><w xml:id="w${at}"><correction><new><t>goats</t></new><original><t>gaots</t></original></correction><pos class="N"/></w></s>`,
    foot: '</p></text></FoLiA>',
  },
  {
    name: 'tcf.xml',
    head: `${xml}<D-Spin><TextCorpus lang="en"><tokens>`,
    piece: (at) => `<token ID="t${at}">goats</token>`,
    foot: '</tokens></TextCorpus></D-Spin>',
  },
  {
    name: 'a.conllu',
    head: '',
    piece: (at) =>
      `# sent_id = ${at}\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n1\tde\tde\tADP\t_\t_\t0\troot\t_\t_\n2\tle\tle\tDET\t_\t_\t1\tdet\t_\t_\n\n`,
    foot: '',
  },
  {
    name: 'names.conll',
    head: '-DOCSTART- -X- O O\n\n',
    piece: (at) => `Anna${at} NNP B-NP B-PER\nslept VBD B-VP O\n. . O O\n\n`,
    foot: '',
  },
  {
    name: 'a.vrt',
    head: '<!-- #vrt positional-attributes: word pos -->\n<corpus id="c">\n',
    piece: (at) => `<text id="${at}" note="a > b"><s>\ngoats\tN\n<g/>\n&#38;\tSYM\n</s></text>\n`,
    foot: '</corpus>\n',
  },
  {
    name: 'tagger.txt',
    head: '',
    piece: () => 'The\tDT\tthe\ngoats\tNNS\tgoat\nslept\tVBD\tsleep\n.\tSENT\t.\n',
    foot: '',
  },
  {
    name: 'tagged.txt',
    head: '',
    piece: () => 'The/at jury/nn said/vbd that/cs goats/nns slept/vbd ./. \n',
    foot: '',
  },
];

const tables: readonly GrowingFile[] = [
  { name: 'a.csv', head: 'text,year\n', piece: (at) => `"goats, ""and"" cows",${at}\n`, foot: '' },
  {
    name: 'a.json',
    head: '[',
    piece: (at) => `{"text":"goats \\u00e9 slept","user":{"name":"a${at}"}},\n`,
    foot: '{"text":"end"}]',
  },
];

const linesOfPage = 40;

const packed: readonly GrowingFile[] = [
  {
    name: 'a.docx',
    head: '',
    piece: (at) =>
      `<w:p><w:r><w:t>go</w:t></w:r><w:r><w:t>ats ${at}</w:t><w:tab/></w:r><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hid</w:t></w:r></w:p>`,
    foot: '',
    pack: docxFile,
  },
  {
    name: 'a.odt',
    head: '',
    piece: (at) =>
      `<text:p>go<text:span>ats</text:span><text:s/>${at}<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>`,
    foot: '',
    pack: odtFile,
  },
  {
    name: 'a.epub',
    head: '<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head><body>',
    piece: (at) => `<p>goats<br/>slept<sup><a href="#fn${at}">1</a></sup></p>`,
    foot: '</body></html>',
    pack: (text) => epubFile({ 'a.xhtml': text }, ['a.xhtml']),
  },
  {
    name: 'a.xlsx',
    head: '<worksheet><sheetData><row><c t="inlineStr"><is><t>text</t></is></c></row>',
    piece: (at) => `<row><c t="inlineStr"><is><t>goats ${at}_x000D_</t></is></c><c><v>${at}</v></c></row>`,
    foot: '</sheetData></worksheet>',
    pack: (text) => zipped({ '[Content_Types].xml': '<Types/>', 'xl/worksheets/sheet1.xml': text }),
  },
  {
    name: 'a.pdf',
    smallest: 1 << 14,
    head: '',
    piece: (at) => `goats drank water, and then they slept ${at}\n`,
    foot: '',
    pack(text) {
      const lines = text.trim().split('\n');
      const pages = Math.ceil(lines.length / linesOfPage);
      return pdfFile(
        Array.from({ length: pages }, (_, page) =>
          lines
            .slice(page * linesOfPage, (page + 1) * linesOfPage)
            .map((line, at) => ({ x: 72, y: 760 - 16 * at, text: line })),
        ),
      );
    },
  },
];

export const growingFiles: readonly GrowingFile[] = [
  ...markup,
  ...speech,
  ...fieldwork,
  ...annotated,
  ...tables,
  ...packed,
];

/** A file of so many bytes, or as much more as its last piece takes. */
export function fileOf({ head, piece, foot, pack }: GrowingFile, bytes: number): string | Uint8Array {
  const parts = [head];
  for (let length = head.length, at = 0; length < bytes; at += 1) {
    const next = piece(at);
    parts.push(next);
    length += next.length;
  }
  // Some formats say beforehand how many pieces come.
  const text = parts.join('').replace(many, String(parts.length - 1)) + foot;
  return pack?.(text) ?? text;
}
