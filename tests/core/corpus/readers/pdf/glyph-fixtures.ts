import type { Glyph } from '../../../../../core/corpus/readers/pdf/glyph.ts';

let drawings = 0;

/** A letter of ten points that begins at a place on the line at 100, five points wide, drawn after all before. */
export function glyph(text: string, left: number, others: Partial<Glyph> = {}): Glyph {
  drawings += 1;
  const width = 5;
  const base = others.base ?? 100;
  return {
    text,
    left,
    right: left + width,
    origin: left,
    inkLeft: left,
    inkRight: left + width,
    top: base + 7,
    bottom: base,
    base,
    size: 10,
    turned: 0,
    drawing: drawings,
    font: 0,
    ...others,
  };
}

/** Letters one behind the other, with no room between them but for spaces that are not drawn. */
export const word = (text: string, left: number, others: Partial<Glyph> = {}): Glyph[] =>
  Array.from(text).flatMap((letter, at) => (letter === ' ' ? [] : [glyph(letter, left + 5 * at, others)]));

/** A mark without room of its own whose ink is in the middle of a letter that begins there. */
export const mark = (text: string, left: number, others: Partial<Glyph> = {}): Glyph =>
  glyph(text, left, { right: left, inkLeft: left + 2, inkRight: left + 3, ...others });
