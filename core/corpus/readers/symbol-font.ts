/** Letters and signs of the font Symbol by their code, as far as they are not those of ASCII (Adobe, Symbol encoding). */
const rows: Readonly<Record<number, string>> = {
  0x22: '∀',
  0x24: '∃',
  0x27: '∋',
  0x2a: '∗',
  0x2d: '−',
  0x40: '≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_',
  0x60: '\u203eαβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼',
  0xa0: '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…',
  0xc0: 'ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈',
  0xe5: '∑',
  0xf1: '〉∫',
};

const symbols = new Map(
  Object.entries(rows).flatMap(([first, row]) =>
    Array.from(row, (sign, at) => [Number(first) + at, sign] as const),
  ),
);

/** Fonts of pictures: nothing in them is a letter. */
const pictures =
  /^(?:wingdings|webdings|zapf ?dingbats|itc zapf|marlett|star ?symbol|open ?symbol|starbats|ms outlook|monotype sorts)/i;

/**
 * What a character of a font with an encoding of its own is in Unicode.
 * @param code of 8 bits, or of the private use area that stands for them
 * @returns a private use character where the font says no more: it is a letter to whoever wrote it
 */
export function symbolIn(font: string, code: number): string {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code;
  if (own > 0xff) return String.fromCodePoint(code);
  if (pictures.test(font.trim())) return ' ';
  const isSymbol = /^symbol\b/i.test(font.trim());
  if (isSymbol) return symbols.get(own) ?? String.fromCharCode(own);
  return code >= 0xf000 ? String.fromCharCode(code) : String.fromCodePoint(code);
}

/** Text in such a font, as programs write it: its characters in the private use area. */
export const textIn = (font: string, text: string): string =>
  /[\uf020-\uf0ff]/.test(text)
    ? text.replaceAll(/[\uf020-\uf0ff]/g, (character) => symbolIn(font, character.charCodeAt(0)))
    : text;
