import { many, type GrowingFile } from './growing-file.ts';
import { packedFiles } from './growing-packed-files.ts';
import { subtitleFiles } from './growing-subtitles.ts';

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const tei = `${xml}<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>t</title></titleStmt></fileDesc></teiHeader><text>`;

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
    name: 'a.fodt',
    head: `${xml}<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>`,
    piece: (at) =>
      `<text:h>Head ${at}</text:h><text:p>go<text:span>ats</text:span><text:s/><text:ruby><text:ruby-base>a</text:ruby-base><text:ruby-text>b</text:ruby-text></text:ruby><text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>note</text:p></text:note-body></text:note></text:p>`,
    foot: '</office:text></office:body></office:document>',
  },
  {
    name: 'a.ttml',
    head: `${xml}<tt xmlns="http://www.w3.org/ns/ttml"><body><div>`,
    piece: (at) => `<p begin="${at}s" end="${at + 1}s">goats<br/>${at} <span>slept</span></p>`,
    foot: '</div></body></tt>',
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
  {
    name: 'a.mhtml',
    head: 'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<html><body>',
    piece: (at) => `<p>goats ${at} sch=C3=B6n <span style=3D"display:none">no</span>and =\nmore</p>\n`,
    foot: '</body></html>\n--b--\n',
  },
  {
    name: 'a.mbox',
    head: '',
    piece: (at) =>
      `From a@b Mon Nov 30 01:00:00 2026\nSubject: goats ${at}\nContent-Type: text/plain; charset=utf-8\n\ngoats slept\n>From afar\n\n`,
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
    name: 'long.TextGrid',
    head: `File type = "ooTextFile"\nObject class = "TextGrid"\n\nxmin = 0\nxmax = 9\ntiers? <exists>\nsize = 1\nitem []:\n    item [1]:\n        class = "IntervalTier"\n        name = "w"\n        xmin = 0\n        xmax = 9\n        intervals: size = ${many}\n`,
    piece: (at) =>
      `        intervals [${at + 1}]:\n            xmin = ${at}\n            xmax = ${at + 1}\n            text = "na\\i""ve ${at}"\n`,
    foot: '',
  },
  {
    name: 'a.Collection',
    head: `File type = "ooTextFile"\nObject class = "Collection"\n\n${many}\n`,
    piece: (at) => `"TextGrid"\n"r${at}"\n0 9\n<exists>\n1\n"IntervalTier" "w" 0 9\n1\n0 9 "goats ${at}"\n`,
    foot: '',
  },
  {
    name: 'a.cha',
    head: '@Begin\n@Languages:\teng\n@Participants:\tCHI Child\n@ID:\teng|x|CHI|2;1.|||||Child|||\n',
    piece: (at) =>
      `*CHI:\t<the the> [/] the goed [: went] (be)cause &-uh xxx . \u0015${at * 10}_${at * 10 + 9}\u0015\n%mor:\tdet:art|the v|go&PAST conj|because .\n`,
    foot: '@End\n',
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
  { name: 'a.jsonl', head: '', piece: (at) => `{"text":"goats \\u00e9 slept ${at}"}\n`, foot: '' },
  { name: 'a.tsv', head: 'text\tyear\n', piece: (at) => `goats "and" cows\t${at}\n`, foot: '' },
];

export const growingFiles: readonly GrowingFile[] = [
  ...markup,
  ...speech,
  ...fieldwork,
  ...annotated,
  ...subtitleFiles,
  ...tables,
  ...packedFiles,
];
