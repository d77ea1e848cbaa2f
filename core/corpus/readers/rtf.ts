import { textDecoder } from '../text-decoder.ts';
import { oneText } from './extracted.ts';
import type { DocumentReader } from './reader.ts';
import { formatOf } from './signatures.ts';

/** Windows' number of an encoding, and that of a font's character set (RTF 1.9.1). */
const byCharset: Readonly<Record<number, number>> = {
  0: 1252,
  77: 10000,
  128: 932,
  129: 949,
  130: 1361,
  134: 936,
  136: 950,
  161: 1253,
  162: 1254,
  163: 1258,
  177: 1255,
  178: 1256,
  186: 1257,
  204: 1251,
  222: 874,
  238: 1250,
};

const byPage: Readonly<Record<number, string>> = {
  855: 'ibm855',
  866: 'ibm866',
  932: 'shift_jis',
  936: 'gbk',
  949: 'euc-kr',
  950: 'big5',
  1361: 'johab',
  10000: 'macintosh',
  10007: 'x-mac-cyrillic',
  65001: 'utf-8',
};
const encodingOf = (page: number): string =>
  byPage[page] ?? (page === 874 || (page >= 1250 && page <= 1258) ? `windows-${page}` : 'windows-1252');

const characters: Readonly<Record<string, string>> = {
  par: '\n\n',
  sect: '\n\n',
  page: '\n\n',
  line: '\n',
  row: '\n\n',
  cell: '\t',
  nestcell: '\t',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
  '~': '\u00a0',
  _: '-',
};

/** Groups that hold something other than text. */
const elsewhere = new Set(
  'fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf listtable listoverridetable rsidtbl generator themedata datastore xmlnstbl fldinst filetbl revtbl'.split(
    ' ',
  ),
);

interface Group {
  readonly isText: boolean;
  readonly isHidden: boolean;
  /** Bytes that stand for a \u character and are not read. */
  readonly skip: number;
  readonly page: number;
  readonly inFonts: boolean;
}

/** Rich Text Format, whatever its code pages. */
export const rtf: DocumentReader = {
  id: 'rtf',
  accepts: (file, head) => formatOf(file, head) === 'RTF',
  extract: (bytes) =>
    oneText(rtfText(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1'))),
};

/** @param source bytes as Latin-1 */
export function rtfText(source: string): string {
  const out: string[] = [];
  let pending: number[] = [];
  let pendingPage = 1252;
  let general = 1252;
  const fonts = new Map<number, number>();
  let font = -1;
  let group: Group = { isText: true, isHidden: false, skip: 1, page: 0, inFonts: false };
  const outer: Group[] = [];
  let toSkip = 0;

  const flush = () => {
    if (pending.length === 0) return;
    out.push(textDecoder(encodingOf(pendingPage)).decode(Uint8Array.from(pending)));
    pending = [];
  };
  const say = (text: string) => {
    if (!group.isText || group.isHidden) return;
    flush();
    out.push(text);
  };
  const byte = (code: number) => {
    if (toSkip > 0) toSkip -= 1;
    else if (group.isText && !group.isHidden) {
      const page = group.page === 0 ? general : group.page;
      if (page !== pendingPage) flush();
      pendingPage = page;
      pending.push(code);
    }
  };

  function word(name: string, value: number | undefined): void {
    if (elsewhere.has(name)) group = { ...group, isText: false, inFonts: name === 'fonttbl' };
    else if (name === 'ansicpg') general = value ?? 1252;
    else if (name === 'mac') general = 10000;
    else if (name === 'uc') group = { ...group, skip: value ?? 1 };
    else if (name === 'v') group = { ...group, isHidden: value !== 0 };
    else if (name === 'f' && value !== undefined) {
      if (group.inFonts) font = value;
      else group = { ...group, page: fonts.get(value) ?? 0 };
    } else if (name === 'fcharset' && group.inFonts) {
      const page = byCharset[value ?? 0];
      // 0 and 1 say no more than the document does.
      if (page !== undefined && value !== 0) fonts.set(font, page);
    } else if (name === 'plain') group = { ...group, page: 0, isHidden: false };
    else if (name === 'u' && value !== undefined) {
      say(String.fromCharCode(value & 0xffff));
      toSkip = group.skip;
    } else if (Object.hasOwn(characters, name)) {
      if (toSkip > 0) toSkip -= 1;
      else say(characters[name]!);
    }
  }

  const tokens =
    /\\([a-z]{1,32})(-?\d{1,10})? ?|\\'([0-9a-f]{2})|\\([^a-z])|([{}])|[\r\n]+|([^\\{}\r\n]+)/giy;
  for (let found = tokens.exec(source); found !== null; found = tokens.exec(source)) {
    const [, name, digits, hex, symbol, brace, plain] = found;
    if (name !== undefined) {
      const value = digits === undefined ? undefined : Number(digits);
      if (name === 'bin') tokens.lastIndex += Math.max(0, value ?? 0);
      else word(name, value);
    } else if (hex !== undefined) byte(Number.parseInt(hex, 16));
    else if (plain !== undefined) for (let at = 0; at < plain.length; at++) byte(plain.charCodeAt(at));
    else if (brace === '{') {
      outer.push(group);
      toSkip = 0;
    } else if (brace === '}') {
      flush();
      toSkip = 0;
      group = outer.pop() ?? group;
      if (outer.length === 0) break;
    } else if (symbol === '*') group = { ...group, isText: false };
    else if (symbol === '\\' || symbol === '{' || symbol === '}') byte(symbol.charCodeAt(0));
    else if (symbol === '\n' || symbol === '\r') say('\n\n');
    else if (symbol !== undefined && Object.hasOwn(characters, symbol)) say(characters[symbol]!);
  }
  flush();
  return out
    .join('')
    .replaceAll(/(?<![ \t])[ \t]+\n/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
