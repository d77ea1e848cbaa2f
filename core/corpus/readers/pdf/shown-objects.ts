import type { Pdfium, Pointer } from './engine.ts';

/** A piece of text that was drawn at once. */
export interface Shown {
  /** Among all of the page. */
  readonly order: number;
  /** What the file says that the drawings of a span stand for together (ISO 32000-1, 14.9.4). */
  readonly span?: Span;
  /** From its own places to those of the page. */
  readonly matrix: Matrix;
}

export interface Span {
  readonly text: string;
  /** Of the ink of all its drawings, in points of the page. */
  left: number;
  bottom: number;
  right: number;
  top: number;
}

/** ISO 32000-1, 8.3.3: a, b, c, d, e, f. */
export type Matrix = readonly [number, number, number, number, number, number];

const unchanged: Matrix = [1, 0, 0, 1, 0, 0];

const textKind = 1;
const formKind = 5;
/** Forms that draw themselves are stopped by the engine; this is for those that hold one another by the thousand. */
const deepest = 20;
const mostDrawings = 2_000_000;

/** The drawings of text of a page by their address, in the order in which they were made. */
export function shownObjects(pdfium: Pdfium, page: Pointer): ReadonlyMap<Pointer, Shown> {
  const shown = new Map<Pointer, Shown>();
  const room = pdfium.malloc(roomFor);
  new Uint8Array(pdfium.memory.buffer).set(nameOfText, room + nameAt);
  const spans = new Map<Pointer, Span | undefined>();
  const add = (object: Pointer, matrix: Matrix, depth: number) => {
    const kind = pdfium.FPDFPageObj_GetType(object);
    if (kind === textKind) {
      const span = spanOf(pdfium, object, room, spans);
      shown.set(object, { order: shown.size, matrix, ...(span === undefined ? {} : { span }) });
      if (span !== undefined) widen(span, pdfium, object, matrix, room);
    } else if (kind === formKind && depth < deepest) {
      const inner = multiplied(matrixOf(pdfium, object, room), matrix);
      const count = pdfium.FPDFFormObj_CountObjects(object);
      for (let at = 0; at < count && shown.size < mostDrawings; at += 1)
        add(pdfium.FPDFFormObj_GetObject(object, at), inner, depth + 1);
    }
  };
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let at = 0; at < count && shown.size < mostDrawings; at += 1)
    add(pdfium.FPDFPage_GetObject(page, at), unchanged, 0);
  pdfium.free(room);
  return shown;
}

// What the engine writes comes first: six numbers of a box or matrix, or a length; behind it stands the name that is asked for.
const nameOfText = Buffer.from('ActualText\0');
const nameAt = 32;
const roomFor = 64;
const longestSpan = 1 << 20;

function spanOf(
  pdfium: Pdfium,
  object: Pointer,
  room: Pointer,
  known: Map<Pointer, Span | undefined>,
): Span | undefined {
  const count = pdfium.FPDFPageObj_CountMarks(object);
  for (let at = 0; at < count; at += 1) {
    // The same for all drawings of the span.
    const mark = pdfium.FPDFPageObj_GetMark(object, at);
    if (!known.has(mark)) known.set(mark, readSpan(pdfium, mark, room));
    const span = known.get(mark);
    if (span !== undefined) return span;
  }
  return undefined;
}

function readSpan(pdfium: Pdfium, mark: Pointer, room: Pointer): Span | undefined {
  // As bytes: what the engine calls a string it takes for UTF-8, which it is not.
  const ask = (into: Pointer, length: number) =>
    pdfium.FPDFPageObjMark_GetParamBlobValue(mark, room + nameAt, into, length, room) !== 0;
  if (!ask(0, 0)) return undefined;
  const length = new DataView(pdfium.memory.buffer).getUint32(room, true);
  if (length === 0 || length > longestSpan) return undefined;
  const into = pdfium.malloc(length);
  ask(into, length);
  const text = textString(new Uint8Array(pdfium.memory.buffer, into, length));
  pdfium.free(into);
  return { text, left: Infinity, bottom: Infinity, right: -Infinity, top: -Infinity };
}

function widen(span: Span, pdfium: Pdfium, object: Pointer, matrix: Matrix, room: Pointer): void {
  pdfium.FPDFPageObj_GetBounds(object, room, room + 4, room + 8, room + 12);
  const [left = 0, bottom = 0, right = 0, top = 0] = new Float32Array(pdfium.memory.buffer, room, 4);
  for (const x of [left, right])
    for (const y of [bottom, top]) {
      const [a, b, c, d, e, f] = matrix;
      span.left = Math.min(span.left, a * x + c * y + e);
      span.right = Math.max(span.right, a * x + c * y + e);
      span.bottom = Math.min(span.bottom, b * x + d * y + f);
      span.top = Math.max(span.top, b * x + d * y + f);
    }
}

export function matrixOf(pdfium: Pdfium, form: Pointer, room: Pointer): Matrix {
  if (pdfium.FPDFPageObj_GetMatrix(form, room) === 0) return unchanged;
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = new Float32Array(pdfium.memory.buffer, room, 6);
  return [a, b, c, d, e, f];
}

/** First the one, then the other. */
export const multiplied = ([a, b, c, d, e, f]: Matrix, [A, B, C, D, E, F]: Matrix): Matrix => [
  a * A + b * C,
  a * B + b * D,
  c * A + d * C,
  c * B + d * D,
  e * A + f * C + E,
  e * B + f * D + F,
];

/** A text string as PDF has it (ISO 32000-2, 7.9.2.2): UTF-16 or UTF-8 by its first bytes, or else Latin letters. */
function textString(bytes: Uint8Array): string {
  const [first, second, third] = bytes;
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes.slice(2));
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes.slice(2));
  if (first === 0xef && second === 0xbb && third === 0xbf) return new TextDecoder().decode(bytes.slice(3));
  return Buffer.from(bytes).toString('latin1');
}
