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
  for (;;) {
    signs.lastIndex = at;
    const found = signs.exec(line);
    if (found === null) return text + line.slice(at);
    const [sign] = found;
    text += line.slice(at, found.index);
    const behind = found.index + sign.length;
    if (sign.endsWith('［＃')) {
      const end = endOfNote(line, behind);
      if (end === undefined) text += sign;
      else if (sign.startsWith('※')) text += describedCharacter(line.slice(behind, end));
      at = end === undefined ? behind : end + 1;
    } else if (sign === '《') {
      const end = line.indexOf('》', behind);
      if (end < 0) text += sign;
      at = end < 0 ? behind : end + 1;
    } else if (sign === '｜') {
      if (line.indexOf('《', behind) < 0) text += sign;
      at = behind;
    } else if (sign === '〔') {
      const end = line.indexOf('〕', behind);
      const inside = end < 0 ? '' : line.slice(behind, end);
      const accented = withAccents(inside);
      // Others put into such brackets what they add.
      text += accented === inside ? sign : printedLine(accented);
      at = accented === inside ? behind : end + 1;
    } else {
      // Two halves of a mark that repeats what stands before.
      text += sign === '／＼' ? '〳〵' : '〴〵';
      at = behind;
    }
  }
}

/** Notes may hold others. @returns where the note ends */
function endOfNote(line: string, from: number): number | undefined {
  let depth = 1;
  for (let at = from; at < line.length; at += 1) {
    if (line[at] === '［') depth += 1;
    if (line[at] === '］') depth -= 1;
    if (depth === 0) return at;
  }
  return undefined;
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
