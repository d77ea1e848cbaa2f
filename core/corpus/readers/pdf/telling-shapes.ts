import type { Glyph } from './glyph.ts';

// Fonts of Devanagari have several shapes of the vowel signs i and ii, as wide as the consonants that they arch over, and files made by
// XeTeX say of the usual one only what it stands for. No other sign is a stem whose arch goes so far over the letter beside it.

const unknown = '\ufffd';
const devanagari = /\p{Script=Devanagari}/u;
const [i, ii] = ['\u093f', '\u0940'];

/** In heights of the letters. */
const thinnest = 0.15;
const thickest = 0.4;
const high = 0.85;
const overhang = 0.35;

/** Signs of which the file does not say what they stand for, but their shape does. */
export function withTellingShapes(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some(({ text }) => text === unknown)) return [...glyphs];
  return glyphs.map((glyph, at) => {
    if (glyph.text !== unknown || !isArchedStem(glyph)) return glyph;
    const { left, right, inkLeft, inkRight, size } = glyph;
    if (inkRight - right > overhang * size && isDevanagari(glyphs[at + 1])) return { ...glyph, text: i };
    if (left - inkLeft > overhang * size && isDevanagari(glyphs[at - 1])) return { ...glyph, text: ii };
    return glyph;
  });
}

const isDevanagari = (glyph: Glyph | undefined) => glyph !== undefined && devanagari.test(glyph.text);

const isArchedStem = ({ left, right, top, bottom, base, size }: Glyph): boolean =>
  right - left > thinnest * size &&
  right - left < thickest * size &&
  top - base > high * size &&
  Math.abs(bottom - base) < 0.1 * size;
