import type { Pdfium, Pointer } from './engine.ts';
import { blanksOf } from './blanks.ts';
import type { Glyph } from './glyph.ts';
import { readGlyphs } from './glyph-reading.ts';
import { isRightward } from './kinds-of-letters.ts';
import { withoutJoiningStrokes } from './joining-strokes.ts';
import { shownObjects, type Shown, type Span } from './shown-objects.ts';
import { withTellingShapes } from './telling-shapes.ts';
import { turnedBack } from './turned-text.ts';

/** What stands on a page, in the order in which it was set. */
export function glyphsOfPage(pdfium: Pdfium, page: Pointer): Glyph[] {
  const shown = shownObjects(pdfium, page);
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    const drawn = readGlyphs(pdfium, text, shown);
    const glyphs = inOrder([...drawn, ...blanksOf(pdfium, shown, drawn)], shown);
    return withTellingShapes(withoutJoiningStrokes(glyphs));
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}

/** In the order of the drawings; what stands for a whole span of them is one glyph, where the first of them stood. */
function inOrder(glyphs: readonly Glyph[], shown: ReadonlyMap<Pointer, Shown>): Glyph[] {
  const spans = new Map<number, Span>();
  for (const { order, span } of shown.values()) if (span !== undefined) spans.set(order, span);
  const seen = new Set<Span>();
  const kept: Glyph[] = [];
  for (const drawing of drawings(byDrawing(glyphs))) {
    const [first] = drawing;
    const span = spans.get(first!.drawing);
    if (span === undefined) kept.push(...asDrawn(drawing));
    else if (!seen.has(span)) {
      seen.add(span);
      kept.push(covering(first!, span));
    }
  }
  return kept;
}

/** Most pages are read in the order in which they were drawn. */
const byDrawing = (glyphs: readonly Glyph[]): readonly Glyph[] =>
  glyphs.every(({ drawing }, at) => at === 0 || drawing >= glyphs[at - 1]!.drawing)
    ? glyphs
    : glyphs.toSorted((a, b) => a.drawing - b.drawing);

function drawings(glyphs: readonly Glyph[]): Glyph[][] {
  const found: Glyph[][] = [];
  for (const glyph of glyphs) {
    const last = found[found.length - 1];
    if (last?.[0]?.drawing === glyph.drawing) last.push(glyph);
    else found.push([glyph]);
  }
  return found;
}

/** The letters of one sign are put together. The engine has turned what is read from right to left: it is turned back. */
function asDrawn(drawing: readonly Glyph[]): Glyph[] {
  const merged: Glyph[] = [];
  for (const glyph of drawing) {
    const before = merged[merged.length - 1];
    if (before !== undefined && isSameSign(before, glyph))
      merged[merged.length - 1] = { ...before, text: before.text + glyph.text };
    else merged.push(glyph);
  }
  if (!drawing.some(({ text }) => isRightward(text))) return merged;
  return merged.toReversed().map((glyph) => ({ ...glyph, text: turnedSign(glyph.text) }));
}

const isSameSign = (a: Glyph, b: Glyph) =>
  a.left === b.left &&
  a.right === b.right &&
  a.inkLeft === b.inkLeft &&
  a.inkRight === b.inkRight &&
  a.bottom === b.bottom &&
  a.base === b.base &&
  a.inkRight > a.inkLeft;

const reversed = (text: string) => Array.from(text).toReversed().join('');

/**
 * The letters of one sign, which the engine has turned if they are read from right to left, in the order of reading.
 * What the engine itself took apart, a letter of the blocks of presentation forms, came in that order.
 */
export function turnedSign(sign: string): string {
  if (sign.length < 2 || !isRightward(sign)) return sign;
  // Fonts that hold letters together with this mark, as Ezra SIL does, name it with them.
  const text = sign.replace(/^\u034f/u, '');
  const isOwn =
    /^\u0644[\u0622\u0623\u0625\u0627]$/u.test(text) ||
    text === 'الله' ||
    /^[\u05d0-\u05ea\ufb1d-\ufb4e]\p{Mn}+$/u.test(text);
  return isOwn ? text : reversed(text);
}

/** How wide the last letter of a span is cannot be told: it ends as far behind its ink as the first one begins before it. */
function covering(glyph: Glyph, span: Span): Glyph {
  const ink = turnedBack(glyph.turned, span.left, span.bottom, span.right, span.top);
  const bearing = Math.min(Math.max(ink.left - glyph.left, 0), 0.1 * glyph.size);
  return {
    ...glyph,
    text: span.text,
    left: Math.min(glyph.left, ink.left),
    right: Math.max(ink.right + bearing, glyph.left),
    inkLeft: ink.left,
    inkRight: ink.right,
    top: ink.top,
    bottom: ink.bottom,
  };
}
