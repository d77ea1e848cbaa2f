/**
 * What Praat shows for a backslash and two characters: of the symbols that its program knows those that its manual lists (“Special symbols”,
 * “Phonetic symbols”). Each entry is the two characters and what they stand for, entries set apart by tabs.
 */
const listed = [
  "!d¡\t\"p″\t# #\t% %\t'1ˈ\t'2ˌ\t'^\u0301\t'p′\t+-±\t+v\u031f\t--–\t->→\t-^\u0304\t-m−\t-v\u0320\t.3∴",
  '.c·\t.fˑ\t/d∕\t0^\u030a\t0v\u0325\t3v\u0339\t9+\u05e2\t9-ʢ\t9eʕ\t:-÷\t:^\u0308\t:fː\t:v\u0324\t<-←',
  '<<«\t<=⇐\t<>↔\t<_≤\t=/≠\t=3≡\t=>⇒\t=~≅\t>>»\t>_≥\t?+\u05d0\t?-ʡ\t?d¿\t?gʔ\tA"Ä\tA\'Á\tA;Ą\tA^Â\tA`À',
  "AeÆ\tAlΑ\tAoÅ\tAt∀\tA~Ã\tB+\u05d1\tBeΒ\tC%\u05e5\tC'Ć\tC+\u05e6\tC,Ç\tC<Č\tCiΧ\tD+\u05d3\tD-Đ\tD<Ď",
  'DeΔ\tDv\u033b\tE"Ë\tE\'É\tE;Ę\tE<Ě\tE^Ê\tE`È\tEpΕ\tEr∃\tEtΗ\tFiΦ\tG+\u05d2\tG<Ǧ\tG^ʛ\tGaΓ\tH+\u05d4',
  'I"Ï\tI\'Í\tI^Î\tI`Ì\tIoΙ\tJ+\u05d9\tK%\u05da\tK+\u05db\tKaΚ\tL+\u05dc\tL/Ł\tLaΛ\tLp£\tM%\u05dd',
  "M+\u05de\tMuΜ\tN%\u05df\tN'Ń\tN+\u05e0\tN<Ň\tN^\u0306\tNuΝ\tNv\u032a\tN~Ñ\tO\"Ö\tO'Ó\tO.ʘ\tO/Ø\tO:Ő",
  "O^Ô\tO`Ò\tOeɶ\tOmΩ\tOnΟ\tO|∅\tO~Õ\tP%\u05e3\tP+\u05e4\tPiΠ\tPsΨ\tQ+\u05e7\tR+\u05e8\tR<Ř\tRoΡ\tS'Ś",
  'S+\u05e1\tS<Š\tSS§\tSiΣ\tT(\u0318\tT)\u0319\tT+\u05ea\tT<Ť\tT^\u031d\tTaΤ\tTeΘ\tTt⊥\tTv\u031e\tU"Ü',
  "U'Ú\tU:Ű\tU^Û\tU`Ù\tUoŮ\tUpΥ\tUv\u033a\tV+\u05d5\tVr√\tW+\u05e9\tX+\u05d7\tXiΞ\tY\"Ÿ\tY'Ý\tY+\u05d8",
  "Y=¥\tZ!Ż\tZ'Ź\tZ+\u05d6\tZ<Ž\tZeΖ\t^ ^\t^9ˁ\t^?ˀ\t^Gᶭ\t^Hʱ\t^Mᵚ\t^Nᵑ\t^Yᶣ\t^^\u0302\t^fᶠ\t^gˠ\t^hʰ",
  '^jʲ\t^lˡ\t^mᵐ\t^nⁿ\t^sˢ\t^wʷ\t^xˣ\t^yʸ\t^|↑\t_ _\t_u‿\t_|↓\t`^\u0300\ta"ä\ta\'á\ta;ą\ta^â\ta_ª\ta`à',
  "abɒ\taeæ\talα\tan∧\taoå\tapʼ\tasɑ\tatɐ\ta~ã\tb^ɓ\tbcʙ\tbeβ\tbfβ\tbs\\\tbu•\tc'ć\tc,ç\tc/¢\tc<č\tc=⊂",
  'cE\u05b5\tccɕ\tcfχ\tciχ\tcl♣\tcn\u031a\tco©\tctɔ\tcv\u031c\td-đ\td.ɖ\td<ď\td^ɗ\tdd∂\tdeδ\tdg°\tdhð',
  'di♦\tdq\u05bc\te"ë\te\'é\te-ɘ\te;ę\te<ě\te=∈\te^ê\te`è\tefɛ\tepε\teq⇔\terɜ\tetη\teu€\tf.ɽ\tf2ϕ\tf5❀',
  'fdƒ\tffɸ\tfhɾ\tfiφ\tg<ǧ\tg^ɠ\tgaγ\tgcɢ\tgfɣ\tgsɡ\th-ħ\thI\u05b4\thO\u05b9\th^ɦ\thcʜ\the♥\thjɧ\thr˞',
  'hsʊ\thtɥ\ti"ï\ti\'í\ti-ɨ\ti^î\ti`ì\ticɪ\tidɿ\tin∫\tioι\tirʅ\tj-ɟ\tj^ʄ\tjcʝ\tkaκ\tkbɞ\tl-ɬ\tl.ɭ\tl/ł',
  "laλ\tlcʟ\tli\u0361\tlzɮ\tl~ɫ\tmjɱ\tmlɰ\tmtɯ\tmuμ\tn'ń\tn.ɳ\tn<ň\tncɴ\tngŋ\tni∩\tnjɲ\tno¬\tnuν",
  'nv\u032f\tn~ñ\to"ö\to\'ó\to+⊕\to-ɵ\to/ø\to2ϖ\to:ő\to^ô\to_º\to`ò\toc∝\toeœ\tomω\tonο\too∞\tor∨\tox⊗',
  "o~õ\tpA\u05b7\tpf☞\tpiπ\tpsψ\tqA\u05b8\tqU\u05bb\tr.ɻ\tr<ř\trcʀ\tre®\trhɤ\triʁ\trlɺ\troρ\trtɹ\ts'ś",
  's.ʂ\ts2ς\ts<š\tsE\u05b6\tsUוּ\tshʃ\tsiσ\tsp♠\tsrɚ\tssß\tsu∑\tswə\tt.ʈ\tt2ϑ\tt<ť\ttSʧ\ttaτ\tteθ\ttfθ',
  'thþ\ttm™\ttsʦ\tu"ü\tu\'ú\tu-ʉ\tu:ű\tu^û\tu`ù\tuoů\tupυ\tuu∪\tvOוֹ\tv^\u030c\tvsʋ\tvtʌ\twtʍ\tx^\u033d',
  "xiξ\txx×\ty\"ÿ\ty'ý\tycʏ\tytʎ\tz!ż\tz'ź\tz.ʐ\tz<ž\tzcʑ\tzeζ\tzhʒ\t|-ǂ\t|1ǀ\t|2ǁ\t|f|\t|v\u0329\t||¶",
  '~^\u0303\t~v\u0330\t~~≈',
].join('\t');

const symbols = new Map(listed.split('\t').map((entry) => [entry.slice(0, 2), entry.slice(2)] as const));

/** The text that a label of Praat stands for: `caf\\e'` is café. What is no symbol of the manual stays as it is. */
export const withoutTrigraphs = (label: string): string =>
  label.includes('\\')
    ? label.replaceAll(/\\([^]{2})/g, (written, code: string) => symbols.get(code) ?? written)
    : label;
