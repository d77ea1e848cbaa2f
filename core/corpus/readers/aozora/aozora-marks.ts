import { characterAt } from './jis-x-0213.ts';

/** Signs of Aozora Bunko that stand for something else than themselves. */
const signs = /※?［＃|《|｜|／″?＼|〔/gu;

/** Stands for a character that has no place in Unicode, as in print. */
const unknownCharacter = '〓';

/**
 * A line of Aozora Bunko as it was printed: without readings and notes, characters that a note describes in their place, letters with the accents
 * that were written behind them. What is not closed on the line stays as it is.
 */
export function printedLine(line: string): string {
  let text = '';
  let at = 0;
  const notes = endsOfNotes(line);
  const [readingEnds, lastReading] = [placesOf(line, '》'), line.lastIndexOf('《')];
  const bracketEnds = placesOf(line, '〕');
  for (;;) {
    signs.lastIndex = at;
    const found = signs.exec(line);
    if (found === null) return text + line.slice(at);
    const [sign] = found;
    text += line.slice(at, found.index);
    at = found.index + sign.length;
    if (sign.endsWith('［＃')) {
      const end = notes.get(at - 2);
      if (end === undefined) text += sign;
      else if (sign.startsWith('※')) text += describedCharacter(line.slice(at, end));
      at = end === undefined ? at : end + 1;
    } else if (sign === '《') {
      const end = readingEnds(at);
      if (end === undefined) text += sign;
      else at = end + 1;
    } else if (sign === '｜') {
      if (lastReading < at) text += sign;
    } else if (sign === '〔') {
      const end = bracketEnds(at);
      const inside = end === undefined ? '' : line.slice(at, Math.min(end, at + mostInBrackets));
      const accented = withAccents(inside);
      // Others put into such brackets what they add.
      if (end === undefined || inside.includes('〔') || accented === inside) text += sign;
      else {
        text += printedLine(accented);
        at = end + 1;
      }
      // Two halves of a mark that repeats what stands before.
    } else text += sign === '／＼' ? '〳〵' : '〴〵';
  }
}

/** A quotation in another language is no longer. */
const mostInBrackets = 2000;

/** Where a sign stands next, asked from left to right. */
function placesOf(line: string, sign: string): (from: number) => number | undefined {
  let next = line.indexOf(sign);
  return (from) => {
    if (next >= 0 && next < from) next = line.indexOf(sign, from);
    return next < 0 ? undefined : next;
  };
}

/** Where each note ends, by where it begins; notes may hold others. */
function endsOfNotes(line: string): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  if (!line.includes('［＃')) return ends;
  const open: number[] = [];
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '［') open.push(at);
    const begin = line[at] === '］' ? open.pop() : undefined;
    if (begin !== undefined) ends.set(begin, at);
  }
  return ends;
}

/** `「言＋墟のつくり」、第4水準2-88-74` or `…、U+546D、123-4`. */
function describedCharacter(note: string): string {
  const code = /U\+([0-9A-Fa-f]{4,6})/.exec(note)?.[1];
  if (code !== undefined) {
    const point = Number.parseInt(code, 16);
    return point < 0x110000 && !(point >= 0xd800 && point < 0xe000) && point > 0x20
      ? String.fromCodePoint(point)
      : unknownCharacter;
  }
  const [, plane, row, cell] = /(?<![\d-])([12])-(\d{1,2})-(\d{1,2})(?![\d-])/.exec(note) ?? [];
  return plane === undefined
    ? unknownCharacter
    : (characterAt(Number(plane), Number(row), Number(cell)) ?? unknownCharacter);
}

const accents: Readonly<Record<string, string>> = {
  '`': '\u0300',
  "'": '\u0301',
  '^': '\u0302',
  '~': '\u0303',
  ':': '\u0308',
  '&': '\u030a',
  _: '\u0304',
  ',': '\u0327',
};

const whole: Readonly<Record<string, string>> = {
  'AE&': 'Æ',
  'ae&': 'æ',
  'OE&': 'Œ',
  'oe&': 'œ',
  's&': 'ß',
  'O/': 'Ø',
  'o/': 'ø',
  '!@': '¡',
  '?@': '¿',
};

/** Letters that the list of Aozora Bunko has, with the signs that it writes for their accents. */
const decomposed = /AE&|ae&|OE&|oe&|s&|[Oo]\/|[!?]@|[AEIOUaeiou][`'^:_]|[ANOano]~|[Yy]'|y:|[Aa]&|[Cc],/g;

const withAccents = (text: string): string =>
  text.replaceAll(
    decomposed,
    (written) => whole[written] ?? `${written[0]!}${accents[written[1]!] ?? written[1]!}`.normalize('NFC'),
  );
