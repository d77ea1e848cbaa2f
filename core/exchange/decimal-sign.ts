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

/**
 * The sign before the decimals where a tag is spoken; of a table of our own, for Chromium knows fewer languages than Node does.
 * @param locale a tag of BCP 47, or a locale as POSIX has it: de_DE, de_DE.UTF-8, de_DE@euro; unknown ones have a point
 */
export function decimalSign(locale: string): '.' | ',' {
  const [language = '', ...rest] = locale.replace(/[.@].*$/u, '').split(/[-_]/u);
  const base = language.toLowerCase();
  const region = rest.find((subtag) => /^(?:[a-z]{2}|\d{3})$/iu.test(subtag))?.toUpperCase();
  const isOther = region !== undefined && otherwise.has(`${base}-${region}`);
  return withComma.has(base) !== isOther ? ',' : '.';
}
