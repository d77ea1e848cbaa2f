import type { Glyph } from './glyph.ts';

/** In heights of the letters: how thick a stroke is at most, and how far its ends lie from the letters that it joins. */
const thickest = 0.15;
const nearby = 0.1;

const unknown = '\ufffd';
const arabic = /\p{Script=Arabic}/u;
const mark = /^\p{Mn}+$/u;

/**
 * Strokes that widen the join of two Arabic letters, as programs draw them to fill a line, are no letters: files have none for them. The room
 * that they take belongs to the letter beside, so that it is not taken for a space.
 */
export function withoutJoiningStrokes(glyphs: readonly Glyph[]): Glyph[] {
  if (!glyphs.some(isStroke)) return [...glyphs];
  const kept: Glyph[] = [];
  glyphs.forEach((glyph, at) => {
    const before = isStroke(glyph) ? kept.findLastIndex(({ text }) => !mark.test(text)) : -1;
    const letter = kept[before];
    if (letter !== undefined && joins(glyph, letter, following(glyphs, at)))
      kept[before] = {
        ...letter,
        left: Math.min(letter.left, glyph.left),
        right: Math.max(letter.right, glyph.right),
      };
    else kept.push(glyph);
  });
  return kept;
}

const isStroke = ({ text, top, bottom, size, left, right, inkLeft, inkRight }: Glyph): boolean =>
  text === unknown &&
  right > left &&
  top - bottom < thickest * size &&
  inkLeft < left + nearby * size &&
  inkRight > right - nearby * size;

/** Marks on letters come in any order, and several strokes may follow one another. */
const mostBetween = 12;

function following(glyphs: readonly Glyph[], at: number): Glyph | undefined {
  return glyphs
    .slice(at + 1, at + 1 + mostBetween)
    .find((glyph) => !mark.test(glyph.text) && !isStroke(glyph));
}

function joins(stroke: Glyph, letter: Glyph, next: Glyph | undefined): boolean {
  const gap = Math.max(stroke.left - letter.right, letter.left - stroke.right);
  return (
    next !== undefined &&
    arabic.test(letter.text) &&
    arabic.test(next.text) &&
    gap < nearby * stroke.size &&
    Math.abs(letter.base - stroke.base) < nearby * stroke.size
  );
}
