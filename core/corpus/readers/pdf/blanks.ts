import type { Pdfium, Pointer } from './engine.ts';
import type { Glyph } from './glyph.ts';
import { matrixOf, multiplied, type Shown, type Span } from './shown-objects.ts';
import { angleOf, turnedBack } from './turned-text.ts';

/** Bytes for what the engine writes: six numbers of a matrix. */
const roomFor = 32;

/** Spaces that were drawn by themselves, and signs that are never seen, as the non-joiner: the engine leaves them out. */
export function blanksOf(
  pdfium: Pdfium,
  shown: ReadonlyMap<Pointer, Shown>,
  drawn: readonly Glyph[],
): Glyph[] {
  const seen = new Set(drawn.map(({ drawing }) => drawing));
  const seenSpans = new Set<Span>();
  for (const { order, span } of shown.values())
    if (span !== undefined && seen.has(order)) seenSpans.add(span);
  const found: Glyph[] = [];
  const room = pdfium.malloc(roomFor);
  for (const [object, { order, span, matrix }] of shown) {
    if (seen.has(order) || (span !== undefined && seenSpans.has(span))) continue;
    pdfium.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12);
    const [boundLeft = 0, , boundRight = 0] = new Float32Array(pdfium.memory.buffer, room, 4);
    // Anything else was drawn twice, as bold letters sometimes are.
    if (boundRight - boundLeft > leastInk) continue;
    const [a, b, c, d, e, f] = multiplied(matrixOf(pdfium, object, room), matrix);
    pdfium.FPDFTextObj_GetFontSize(object, room);
    const size = Math.abs(new Float32Array(pdfium.memory.buffer, room, 1)[0]! * Math.hypot(c, d));
    const turned = angleOf(a, b);
    const text = span?.text ?? ' ';
    const { left, bottom } = turnedBack(turned, e, f, e, f);
    const right = text.trim() === '' ? left + usualSpace * size : left;
    const place = {
      left,
      right,
      origin: left,
      inkLeft: left,
      inkRight: left,
      top: bottom,
      bottom,
      base: bottom,
    };
    found.push({ text, ...place, size, turned, font: 0, drawing: order });
  }
  pdfium.free(room);
  return found;
}

const leastInk = 0.01;
const usualSpace = 0.2;
