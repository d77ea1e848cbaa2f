/** Files of the formats of the field, as small as they come, each with several kinds of its parts. */
const xml = (text: string) => Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>${text}`);

const praatTiers = (name: string) => {
  const double = (value: number) => {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(value);
    return bytes;
  };
  return Buffer.concat([
    Buffer.from(`ooBinaryFile\x08TextGrid`),
    double(0),
    double(2),
    Buffer.from([1, 0, 0, 0, 1, 12]),
    Buffer.from('IntervalTier'),
    Buffer.from([0, name.length]),
    Buffer.from(name),
    double(0),
    double(2),
    Buffer.from([0, 0, 0, 1]),
    double(0),
    double(2),
    Buffer.from([0, 7]),
    Buffer.from('One two'),
  ]);
};

export const fieldSamples: Readonly<Record<string, Uint8Array>> = {
  'a.eaf': xml(
    '<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="ts1" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="ts2"/></TIME_ORDER><TIER TIER_ID="t"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="a1" TIME_SLOT_REF1="ts1" TIME_SLOT_REF2="ts2"><ANNOTATION_VALUE>one two</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER>\n<TIER TIER_ID="u" PARENT_REF="t"><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a2" ANNOTATION_REF="a1"><ANNOTATION_VALUE>three</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>\n<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a3" ANNOTATION_REF="a1" PREVIOUS_ANNOTATION="a2"><ANNOTATION_VALUE>four</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>',
  ),
  'a.TextGrid': Buffer.from(
    'File type = "ooTextFile"\nObject class = "TextGrid"\nxmin = 0\nxmax = 2\ntiers? <exists>\nsize = 1\nitem []:\n  item [1]:\n    class = "IntervalTier"\n    name = "words"\n    xmin = 0\n    xmax = 2\n    intervals: size = 2\n    intervals [1]:\n      xmin = 0\n      xmax = 1\n      text = "one ""two"""\n    intervals [2]:\n      xmin = 1\n      xmax = 2\n      text = "caf\\e\' three"\n',
  ),
  'short.TextGrid': Buffer.from(
    '"Praat chronological TextGrid text file"\n0 2\n1\n"IntervalTier" "words" 0 2\n\n! words:\n1 0 1\n"One two"\n\n1 1 2\n"three"\n',
  ),
  'binary.TextGrid': praatTiers('words'),
  'a.cha': Buffer.from(
    '@UTF8\n@Begin\n@Participants:\tCHI Child\n@ID:\teng|x|CHI|2;06.|||||Child|||\n*CHI:\tand <the dog> [//] cats gone [: went] . \u0015100_900\u0015\n%mor:\tconj|and n|cat-PL v|go&PAST .\n%com:\tpoints\n@End\n',
  ),
  'a.exb': xml(
    '<basic-transcription><head><speakertable><speaker id="S"><abbreviation>ANN</abbreviation></speaker></speakertable></head><basic-body><common-timeline><tli id="T0" time="0"/><tli id="T1" time="1"/><tli id="T2"/></common-timeline><tier id="a" speaker="S" category="v" type="t"><event start="T0" end="T1">One two </event><event start="T1" end="T2">three.</event></tier><tier id="b" speaker="S" category="pos" type="a"><event start="T0" end="T1">NUM</event></tier></basic-body></basic-transcription>',
  ),
  'a.trs': xml(
    '<Trans><Speakers><Speaker id="s" name="Ann"/></Speakers><Episode><Section><Turn speaker="s" startTime="0" endTime="2"><Sync time="0"/>one two\n<Sync time="1"/>three\n<Event desc="b"/>four</Turn></Section></Episode></Trans>',
  ),
  'a.tei': xml(
    '<TEI><teiHeader><titleStmt><title>T</title></titleStmt></teiHeader><text><timeline unit="s"><when xml:id="T0"/><when xml:id="T1" interval="1" since="#T0"/></timeline><body><annotationBlock who="#A" start="#T0" end="#T1"><u><seg><w xml:id="w1">One</w><w xml:id="w2">two</w><pc>.</pc></seg></u><spanGrp type="pos"><span from="#w1" to="#w1">NUM</span></spanGrp></annotationBlock></body></text></TEI>',
  ),
  'a.flextext': xml(
    '<document version="2"><interlinear-text><item type="title" lang="en">Goats</item><paragraphs><paragraph><phrases><phrase><words><word><item type="txt" lang="seh">mbuzi</item><item type="gls" lang="en">goats</item></word><word><item type="punct" lang="seh">.</item></word></words><item type="gls" lang="en">Goats.</item></phrase></phrases></paragraph></paragraphs></interlinear-text></document>',
  ),
  'toolbox.txt': Buffer.from(
    '\\_sh v3.0  400  Text\n\\id Goats\n\\ref 1\n\\tx mbuzi   zinamwa\n\\mb m-buzi  zi-namwa\n\\ge CL-goat CL-drink\n\\ft Goats drink.\n\\ref 2\n\\tx pano\n',
  ),
  'a.tmx': xml(
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>One <bpt i="1">&lt;b></bpt>two<ept i="1">&lt;/b></ept>.</seg></tuv><tuv xml:lang="de"><seg>Eins zwei.</seg></tuv></tu></body></tmx>',
  ),
  'a.lift': xml(
    '<lift><entry><lexical-unit><form lang="seh"><text>mbuzi</text></form></lexical-unit>\n<sense><grammatical-info value="Noun"/><gloss lang="en"><text>goat</text></gloss></sense></entry></lift>',
  ),
  'page.xml': xml(
    '<PcGts><Page imageFilename="7.jpg"><ReadingOrder><OrderedGroup><RegionRefIndexed index="0" regionRef="r"/></OrderedGroup></ReadingOrder><TextRegion id="r"><TextLine><TextEquiv index="0"><Unicode>One two-</Unicode></TextEquiv></TextLine><TextLine><Word><TextEquiv><Unicode>three</Unicode></TextEquiv></Word></TextLine></TextRegion></Page></PcGts>',
  ),
  'alto.xml': xml(
    '<alto><Layout><Page><PrintSpace><TextBlock ID="a" IDNEXT="b"><TextLine><String CONTENT="One"/><SP/><String CONTENT="tw" SUBS_TYPE="HypPart1" SUBS_CONTENT="two"/><HYP CONTENT="-"/></TextLine><TextLine><String CONTENT="o" SUBS_TYPE="HypPart2" SUBS_CONTENT="two"/></TextLine></TextBlock><TextBlock ID="b"><TextLine><String CONTENT="three"/></TextLine></TextBlock></PrintSpace></Page></Layout></alto>',
  ),
  'aozora.txt': Buffer.from(
    '庭の話\n某\n\n-------------------------------------------------------\n【テキスト中に現れる記号について】\n\n《》：ルビ\n-------------------------------------------------------\n\n　庭《にわ》に古い｜井戸端《いどばた》がある。※［＃「目＋爭」、第3水準1-88-85］［＃改ページ］\n\n底本：「本」社\n',
  ),
  'a.folia.xml': xml(
    '<FoLiA xmlns="http://ilk.uvt.nl/folia"><metadata><meta id="title">Goats</meta></metadata><text><p><s><w><t>Goats</t><pos class="N"/></w><w space="no"><correction><new><t>slept</t></new><original><t>sleped</t></original></correction></w><w><t>.</t></w></s></p></text></FoLiA>',
  ),
  'a.tcf': xml(
    '<D-Spin><TextCorpus lang="en"><text>Goats slept.</text><tokens><token ID="a">Goats</token><token ID="b">slept</token><token ID="c">.</token></tokens><sentences><sentence tokenIDs="a b c"/></sentences><POStags><tag tokenIDs="a">NNS</tag></POStags></TextCorpus></D-Spin>',
  ),
  'goats.vrt': Buffer.from(
    '<!-- #vrt positional-attributes: word pos -->\n<corpus id="c"><text id="a > b">\n<s>\nGoats\tNNS\nslept\tVBD\n</s></text></corpus>\n',
  ),
  'names.conll': Buffer.from('-DOCSTART- -X- O O\n\nAnna NNP B-NP B-PER\nslept VBD B-VP O\n. . O O\n'),
};
