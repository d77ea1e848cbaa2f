import { oneText, type Contents } from '../extracted.ts';
import type { MarkupReader } from '../reader.ts';
import { printedLine } from './aozora-marks.ts';

const encodings = ['utf-8', 'shift_jis', 'euc-jp', 'utf-16le', 'utf-16be'];
const legend = '【テキスト中に現れる記号について】';
const ruby = /[\p{sc=Han}々〆ヶ｜][^《\n]{0,20}《[\p{sc=Hira}\p{sc=Kana}ー・]+》/gu;
const note =
  /［＃[^］\n]*(?:字下げ|字上げ|地付き|傍点|傍線|見出し|改ページ|改丁|水準|入る|ルビ|終わり|ママ|U\+)[^］\n]*］/gu;
const colophon = /^底本[：:]/mu;

/** Texts of Aozora Bunko: what was printed, without readings, notes, the legend of its signs and the colophon; title and author as fields. */
export const aozora: MarkupReader = {
  id: 'aozora',
  accepts(_, head) {
    if (head.every((byte) => byte < 0x80 && byte > 0)) return false;
    return encodings.some((encoding) => isAozora(new TextDecoder(encoding).decode(head)));
  },
  read(source): Contents {
    const lines = source.replace(/^\ufeff/, '').split(/\r\n?|\n/);
    const { title, body } = withoutHead(lines);
    const { text, colophon: behind } = withoutColophon(body);
    const printed = text.map(printedLine);
    return oneText(printed.join('\n').replace(/^\n+|\s+$/gu, ''), {
      ...fieldsOf(title),
      ...sourceOf(behind),
    });
  },
};

function isAozora(text: string): boolean {
  if (text.includes(legend)) return true;
  const readings = text.match(ruby)?.length ?? 0;
  const notes = text.match(note)?.length ?? 0;
  return colophon.test(text) ? notes > 0 || readings > 1 : notes > 2 || (notes > 0 && readings > 0);
}

const rule = /^-{20,}\s*$/;

/** Lines before the first empty one are title and author; the legend stands between two lines of hyphens. */
function withoutHead(lines: readonly string[]): {
  readonly title: readonly string[];
  readonly body: readonly string[];
} {
  const begins = lines.findIndex(
    (line, at) => rule.test(line) && lines.slice(at + 1, at + 4).some((one) => one.includes(legend)),
  );
  const ends = begins < 0 ? -1 : lines.findIndex((line, at) => at > begins && rule.test(line));
  const first = lines.findIndex((line) => line.trim() !== '');
  const empty = lines.findIndex((line, at) => at > first && line.trim() === '');
  const head = lines.slice(Math.max(0, first), Math.max(0, empty));
  // A longer paragraph is text.
  const isTitle =
    head.length > 0 && head.length <= 6 && head.every((line) => line.length <= 60 && !/[。」]$/u.test(line));
  const title = isTitle ? head : [];
  const behindTitle = isTitle ? empty : 0;
  if (ends < 0) return { title, body: lines.slice(behindTitle) };
  return { title, body: [...lines.slice(Math.min(behindTitle, begins), begins), ...lines.slice(ends + 1)] };
}

/** It begins with the book that was copied, behind the last line of the text. */
function withoutColophon(lines: readonly string[]): {
  readonly text: readonly string[];
  readonly colophon: readonly string[];
} {
  const at = lines.findLastIndex(
    (line, place) =>
      /^底本[：:]/u.test(line) &&
      (place === 0 || lines[place - 1]!.trim() === '' || lines[place - 1]!.includes('［＃')),
  );
  return at < 0 ? { text: lines, colophon: [] } : { text: lines.slice(0, at), colophon: lines.slice(at) };
}

/** Title, perhaps a second one, author, perhaps who translated. */
function fieldsOf(head: readonly string[]): Record<string, string> {
  const lines = head.map((line) => printedLine(line).trim().slice(0, 300)).filter((line) => line !== '');
  const [title, ...rest] = lines;
  const translator = rest.find((line) => line.endsWith('訳'));
  const others = rest.filter((line) => line !== translator);
  const author = others[others.length - 1];
  const subtitle = others.slice(0, -1).join(' ');
  return {
    ...(title === undefined ? {} : { title }),
    ...(subtitle === '' ? {} : { subtitle }),
    ...(author === undefined ? {} : { author }),
    ...(translator === undefined ? {} : { translator }),
  };
}

function sourceOf(behind: readonly string[]): Record<string, string> {
  const source = /^底本[：:]\s*(.+)$/u.exec(behind[0] ?? '')?.[1]?.trim();
  return source === undefined ? {} : { source: source.slice(0, 300) };
}
