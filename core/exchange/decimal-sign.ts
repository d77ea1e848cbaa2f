/** Languages that write 1,5 (CLDR), by tags of two or three letters. */
const withComma = new Set(
  (
    'af agq ast az bas be bg blo br bs bua ca cs cv da de dsb dua dyo el eo es et eu ewo ff fi fo fr fur fy gl hr hsb ' +
    'hu hy ia id ie is it jgo jv ka kab kea kgp kk kkj kl ksf ksh ku ky lb lij lmo ln lo lt lu lv mgh mk mua nb nds ' +
    'nl nmg nn nnh no oc os pl pms prg ps pt rm rn ro ru rw sah sc scn se seh sg shi sk sl smn sq sr su sv szl tg tk ' +
    'tok tr tt tzm uk uz vec vi vmw wae wo yav yrl zgh'
  ).split(' '),
);
/** Places where such a language writes 1.5, or another one 1,5. */
const otherwise = new Set(
  (
    'ar-DZ ar-LB ar-LY ar-MA ar-MR ar-TN de-CH de-LI en-AT en-BE en-CZ en-DE en-DK en-EE en-ES en-FI en-FR en-GE ' +
    'en-HU en-ID en-IT en-LT en-LV en-NL en-NO en-PL en-PT en-RO en-SE en-SI en-SK en-UA en-ZA es-419 es-BR es-BZ es-CU ' +
    'es-DO es-GT es-HN es-MX es-NI es-PA es-PE es-PR es-SV es-US it-CH kk-CN ku-IQ ms-BN ms-ID qu-BO sw-CD'
  ).split(' '),
);

/** Languages and places that write 1.5 and in which Windows, and so Excel, parts the fields of a table by semicolons all the same. */
const withSemicolon = new Set(
  (
    'aa ak am ar asa bem bez bin bm brx byn ce cgg cy dav dje dz ebu ee fil ga gd gsw guz gv ha haw ibb ig ii jmc kam kde khq ki kln kr ' +
    'ksb kw lag lg lkt lrc luo luy mas mer mfe mg ml ms mt my mzn naq nd nso nus nyn om rm rof rwk saq sbp ses si sn so ssy sw teo ti ' +
    'tig tn to twq ur vai vo vun wal xh xog yi yo zu de-CH de-LI it-CH es-419 es-BR es-CU es-DO es-GT es-HN es-NI es-PA es-PE es-PR ' +
    'es-SV ne-IN pa-PK sd-PK ta-LK ta-MY ta-SG'
  ).split(' '),
);

/**
 * The sign before the decimals where a tag is spoken; of a table of our own, for Chromium knows fewer languages than Node does.
 * @param locale a tag of BCP 47, or a locale as POSIX has it: de_DE, de_DE.UTF-8, de_DE@euro; unknown ones have a point
 */
export function decimalSign(locale: string): '.' | ',' {
  const { language, place } = partsOf(locale);
  return withComma.has(language) !== otherwise.has(place) ? ',' : '.';
}

/** What Excel takes to part the fields of a text file there. @param locale as for {@link decimalSign} */
export function fieldSeparator(locale: string): ',' | ';' {
  const { language, place } = partsOf(locale);
  return decimalSign(locale) === ',' || withSemicolon.has(language) || withSemicolon.has(place) ? ';' : ',';
}

/** The language, and the language with its place where the tag has one. */
function partsOf(locale: string): { readonly language: string; readonly place: string } {
  const [first = '', ...rest] = locale.replace(/[.@].*$/u, '').split(/[-_]/u);
  const language = first.toLowerCase();
  const region = rest.find((subtag) => /^(?:[a-z]{2}|\d{3})$/iu.test(subtag))?.toUpperCase();
  return { language, place: region === undefined ? language : `${language}-${region}` };
}
