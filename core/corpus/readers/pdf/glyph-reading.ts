import type { Pdfium, Pointer } from './engine.ts';
import type { Glyph } from './glyph.ts';
import type { Shown } from './shown-objects.ts';
import { angleOf, turnedBack } from './turned-text.ts';

/** What all glyphs of a drawing have in common. */
interface Setting {
  readonly drawing: number;
  readonly size: number;
  readonly turned: number;
  readonly font: Pointer;
  /** On which line the last of them stood, and whether the one before it did too. */
  base?: number;
  isLevel?: boolean;
}

// Four numbers of a box, then six of twice the length: a box and a point.
const boxAt = 16;
const pointAt = 48;
const roomFor = 64;

/** Where the engine writes the numbers that it is asked for. */
interface Answers {
  readonly room: Pointer;
  readonly floats: Float32Array;
  readonly doubles: Float64Array;
}

const answersAt = ({ memory }: Pdfium, room: Pointer): Answers => ({
  room,
  floats: new Float32Array(memory.buffer, room, roomFor / 4),
  doubles: new Float64Array(memory.buffer, room, roomFor / 8),
});

/** The glyphs of a page as the engine has them; it is asked only for what is needed, for it is asked for every letter. */
export function readGlyphs(pdfium: Pdfium, text: Pointer, shown: ReadonlyMap<Pointer, Shown>): Glyph[] {
  const room = pdfium.malloc(roomFor);
  let answers = answersAt(pdfium, room);
  const glyphs: Glyph[] = [];
  const settings = new Map<Pointer, Setting>();
  const count = pdfium.FPDFText_CountChars(text);
  let object = 0;
  let setting: Setting | undefined;
  for (let at = 0; at < count; at += 1) {
    const code = pdfium.FPDFText_GetUnicode(text, at);
    if (code <= space && pdfium.FPDFText_IsGenerated(text, at) === 1) continue;
    const next = pdfium.FPDFText_GetTextObject(text, at);
    if (next !== object) {
      object = next;
      setting = settings.get(object);
      const drawing = shown.get(object);
      if (setting === undefined && drawing !== undefined) {
        setting = settingOf(pdfium, text, at, answers, object, drawing.order);
        settings.set(object, setting);
      }
    }
    if (setting === undefined) continue;
    glyphs.push(glyphAt(pdfium, text, at, answers, code, setting));
    // Its memory has grown: what looked at it sees nothing any more.
    if (answers.floats.length === 0) {
      answers = answersAt(pdfium, room);
      glyphs[glyphs.length - 1] = glyphAt(pdfium, text, at, answers, code, setting);
    }
  }
  pdfium.free(room);
  return glyphs;
}

const space = 0x20;

function settingOf(
  pdfium: Pdfium,
  text: Pointer,
  at: number,
  { room, floats }: Answers,
  object: Pointer,
  drawing: number,
): Setting {
  pdfium.FPDFText_GetMatrix(text, at, room);
  const [a = 1, b = 0, c = 0, d = 1] = floats;
  const size = Math.abs(pdfium.FPDFText_GetFontSize(text, at) * Math.hypot(c, d));
  return { drawing, size, turned: angleOf(a, b), font: pdfium.FPDFTextObj_GetFont(object) };
}

function glyphAt(
  pdfium: Pdfium,
  text: Pointer,
  at: number,
  answers: Answers,
  code: number,
  setting: Setting,
): Glyph {
  const { drawing, size, turned, font } = setting;
  const { room, floats, doubles } = answers;
  pdfium.FPDFText_GetLooseCharBox(text, at, room);
  const { left, right } =
    turned === 0
      ? { left: floats[0]!, right: floats[2]! }
      : turnedBack(turned, floats[0]!, floats[3]!, floats[2]!, floats[1]!);
  const { origin, base } = placeOf(pdfium, text, at, answers, left, setting);
  if (isPlain(code) && pdfium.FPDFText_HasUnicodeMapError(text, at) !== 1) {
    const top = base + usualHeight * size;
    const letter = String.fromCharCode(code);
    return {
      text: letter,
      left,
      right,
      origin,
      inkLeft: left,
      inkRight: right,
      top,
      bottom: base,
      base,
      size,
      turned,
      drawing,
      font,
    };
  }
  const box = room + boxAt;
  pdfium.FPDFText_GetCharBox(text, at, box, box + 8, box + 16, box + 24);
  const ink = turnedBack(turned, doubles[2]!, doubles[4]!, doubles[3]!, doubles[5]!);
  const letter = letterAt(pdfium, text, at, code);
  return {
    // A soft hyphen that is seen is a hyphen.
    text: letter === '\u00ad' && ink.right > ink.left ? '-' : letter,
    left,
    right,
    origin,
    inkLeft: ink.left,
    inkRight: ink.right,
    top: ink.top,
    bottom: ink.bottom,
    base,
    size,
    turned,
    drawing,
    font,
  };
}

/** Of letters whose ink is not looked at, in heights of the font. */
const usualHeight = 0.7;

/** The glyphs of a drawing stand on one line, as the first two of them show, unless they are set from top to bottom. */
function placeOf(
  pdfium: Pdfium,
  text: Pointer,
  at: number,
  { room, doubles }: Answers,
  left: number,
  setting: Setting,
) {
  if (setting.isLevel === true) return { origin: left, base: setting.base! };
  pdfium.FPDFText_GetCharOrigin(text, at, room + pointAt, room + pointAt + 8);
  const { left: origin, bottom: base } = turnedBack(
    setting.turned,
    doubles[6]!,
    doubles[7]!,
    doubles[6]!,
    doubles[7]!,
  );
  if (setting.base !== undefined) setting.isLevel ??= setting.base === base && Math.abs(origin - left) < 0.01;
  setting.base = base;
  return { origin, base };
}

/** Letters and figures that carry no mark and are none. */
const isPlain = (code: number) =>
  (code >= 0x61 && code <= 0x7a) ||
  (code >= 0x41 && code <= 0x5a) ||
  (code >= 0x30 && code <= 0x39) ||
  (code >= 0xc0 && code <= 0x24f) ||
  (code >= 0x386 && code <= 0x52f) ||
  (code >= 0x1e00 && code <= 0x1fbc) ||
  (code >= 0x3041 && code <= 0x9fff) ||
  (code >= 0xac00 && code <= 0xd7a3);

const unknown = '\ufffd';

function letterAt(pdfium: Pdfium, text: Pointer, at: number, code: number): string {
  // A hyphen at the end of a line has a code of its own.
  if (pdfium.FPDFText_IsHyphen(text, at) === 1) return '-';
  if (pdfium.FPDFText_HasUnicodeMapError(text, at) === 1) return unknown;
  if (code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) return unknown;
  return String.fromCodePoint(code);
}
