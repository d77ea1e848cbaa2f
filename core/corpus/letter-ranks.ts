/**
 * Letters and characters of languages outside ASCII, the most frequent first, with the encodings that they were written in
 * before Unicode (as `encodingNamed` names them; where two fit equally well, the earlier one is taken).
 * Ranks and not counts: enough to tell encodings apart, and no language needs a corpus for it.
 */
export interface LetterRanks {
  /** BCP 47. */
  readonly language: string;
  readonly encodings: readonly string[];
  /** Lower case where there is case. */
  readonly letters: string;
  /** Number of further characters that share what is left of the probability. */
  readonly others: number;
}

const western = ['windows-1252', 'macintosh', 'iso-8859-15'];
const central = ['windows-1250', 'iso-8859-2'];
const baltic = ['windows-1257', 'iso-8859-13', 'iso-8859-4'];
const cyrillic = ['windows-1251', 'koi8-r', 'koi8-u', 'ibm866', 'ibm855', 'iso-8859-5', 'x-mac-cyrillic'];
const simplified =
  '的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔';
const traditional =
  '的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運筆';

export const letterRanks: readonly LetterRanks[] = [
  { language: 'fr', encodings: western, letters: 'éèàêçôûùâîïëœü', others: 20 },
  { language: 'de', encodings: western, letters: 'üäöß', others: 30 },
  { language: 'es', encodings: western, letters: 'óíáéñúü¿¡', others: 20 },
  { language: 'pt', encodings: western, letters: 'ãçáéíóõêúâàôºª', others: 20 },
  { language: 'it', encodings: western, letters: 'èàùòìéó', others: 20 },
  { language: 'sv', encodings: western, letters: 'äåöé', others: 20 },
  { language: 'da', encodings: western, letters: 'åøæéö', others: 20 },
  { language: 'is', encodings: western, letters: 'áíðéóþúöýæ', others: 20 },
  { language: 'nl', encodings: western, letters: 'ëéïèöüê', others: 20 },
  { language: 'ca', encodings: western, letters: 'àèéíóòçúïü·', others: 20 },
  { language: 'und', encodings: western, letters: 'ñëäèáéíóúàìòùâêîôûöüïçåæøãõýÿðþß', others: 20 },
  { language: 'pl', encodings: central, letters: 'łęąóśżćńź', others: 30 },
  { language: 'cs', encodings: central, letters: 'íáěéýřčžšůúňóťď', others: 30 },
  { language: 'sk', encodings: central, letters: 'áíéčšžýľúťôňóďäŕĺ', others: 30 },
  { language: 'hu', encodings: central, letters: 'áéöóőüíúű', others: 30 },
  { language: 'hr', encodings: central, letters: 'čšžćđ', others: 30 },
  { language: 'ro', encodings: central, letters: 'ăîâşţ', others: 30 },
  { language: 'ro', encodings: ['iso-8859-16'], letters: 'ăîâșț', others: 30 },
  { language: 'lt', encodings: baltic, letters: 'ėšįųžūčąę', others: 30 },
  { language: 'lv', encodings: baltic, letters: 'āīēšņūļžčķģ', others: 30 },
  { language: 'et', encodings: baltic, letters: 'äõüöšž', others: 30 },
  { language: 'tr', encodings: ['windows-1254'], letters: 'ıüşğçöâîiû', others: 30 },
  { language: 'eo', encodings: ['iso-8859-3'], letters: 'ŝĝĉŭĵĥ', others: 40 },
  {
    language: 'vi',
    encodings: ['windows-1258'],
    letters: '\u0301\u0300đêôưâ\u0323ơă\u0309\u0303',
    others: 40,
  },
  { language: 'ru', encodings: cyrillic, letters: 'оеаинтсрвлкмдпуяызьбгчйхжшюцщэфъё', others: 30 },
  { language: 'uk', encodings: cyrillic, letters: 'оанивітерслкдумпязьгбчхйжїшюєцщфґ', others: 30 },
  { language: 'be', encodings: cyrillic, letters: 'анісеыоркутядлмвпгзбьчцўшйжёэюхф', others: 30 },
  { language: 'bg', encodings: cyrillic, letters: 'аиоетнрсвлдкпмзуъбгячщцжхйшюфь', others: 30 },
  { language: 'sr', encodings: cyrillic, letters: 'аоиенрсјтукдвмплзбгцчшжћхњђљфџѓќѕ', others: 30 },
  {
    language: 'el',
    encodings: ['windows-1253', 'iso-8859-7'],
    letters: 'αοιτεσνηρπυκλμςίάωγόέδθχφύβξήώζψϊΐϋΰ',
    others: 20,
  },
  {
    language: 'he',
    encodings: ['windows-1255', 'iso-8859-8'],
    letters: 'יוהלאמרתבשנעםדפחקטזצגסןכךץף',
    others: 50,
  },
  {
    language: 'ar',
    encodings: ['windows-1256', 'iso-8859-6'],
    letters: 'المينرتوبدعسقفهكحجةأشصىطخذزءثضغإئظؤآ،؟',
    others: 50,
  },
  { language: 'fa', encodings: ['windows-1256'], letters: 'اينردهمتوبشسلكزفقگخحعجپآچطصضغذظثژئ،', others: 50 },
  {
    language: 'th',
    encodings: ['windows-874'],
    letters: 'านรอกเงมยลวดทตสะปบ่้ิัไหคแจพซีุูำโผชขณธ็ถึใศืภฐ์',
    others: 40,
  },
  { language: 'zh-Hans', encodings: ['gb18030'], letters: `，。${simplified}、：“”`, others: 5000 },
  {
    language: 'zh-Hant',
    encodings: ['big5', 'gb18030'],
    letters: `，。${traditional}、：「」`,
    others: 9000,
  },
  {
    language: 'ja',
    encodings: ['shift_jis', 'euc-jp'],
    letters:
      'のいにしるとたをはてがでなれ、。かっらもすこンきあうよりースくつルトさまイみけラそアめクせリおやシわえレどドジんッタフちばマほロコサニプテオグ「」日人年大中会国本上出一事者分同行見月後生時長間ずじだべびごげぎぐぶょゃゅデバダビボムメモナウエカキ',
    others: 5000,
  },
  {
    language: 'ko',
    encodings: ['euc-kr', 'johab'],
    letters:
      '이다는의에가을고한를하지로은사기도어시그나인리서자들대으해아있일정수스부전것게보여니제러만주라과공성동면장상원무구음습등모세적안신비우조소유경었내위오개말발연마문생당할된각체용법국중학년선관행',
    others: 3000,
  },
];
