import type { ReadBlock } from './reading.ts';

/** Runs of a set of two bytes of seven bits within ASCII. */
interface Runs {
  /** What the characters at a place switch or stand for; undefined where they are read as usual. */
  readonly switchAt: (text: string, at: number) => Switch | undefined;
  readonly pairs: TextDecoder;
}
interface Switch {
  readonly length: number;
  readonly says: string;
  readonly wide?: boolean;
}

/** Blocks end at line ends, where both encodings are back at ASCII. */
function reader({ switchAt, pairs }: Runs): ReadBlock {
  return (bytes) => {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    let text = '';
    let wide = false;
    for (let at = 0; at < source.length;) {
      const found = switchAt(source, at);
      if (found !== undefined) {
        text += found.says;
        wide = found.wide ?? wide;
        at += found.length;
        continue;
      }
      const byte = bytes[at]!;
      if (byte === 10 || byte === 13) wide = false;
      if (byte >= 0x80) text += '\ufffd';
      else if (!wide || byte < 0x21) text += source[at]!;
      else if (at + 1 === bytes.length) return { text, open: 1 };
      else {
        const second = bytes[at + 1]!;
        const fits = second > 0x20 && second < 0x7f;
        text += fits ? pairs.decode(Uint8Array.of(byte | 0x80, second | 0x80)) : '\ufffd';
        at += fits ? 2 : 1;
        continue;
      }
      at += 1;
    }
    return { text, open: 0 };
  };
}

const header = '\x1b$)C';

/** ISO-2022-KR (RFC 1557): Korean mail; SO and SI switch. */
export const readIso2022Kr = reader({
  pairs: new TextDecoder('euc-kr'),
  switchAt(text, at) {
    if (text.startsWith(header, at)) return { length: header.length, says: '' };
    if (text[at] === '\x0e') return { length: 1, says: '', wide: true };
    return text[at] === '\x0f' ? { length: 1, says: '', wide: false } : undefined;
  },
});

/** HZ (RFC 1843): Chinese mail and news; `~{` and `~}` switch. */
export const readHz = reader({
  pairs: new TextDecoder('gbk'),
  switchAt(text, at) {
    if (text[at] !== '~') return undefined;
    switch (text[at + 1]) {
      case '{':
        return { length: 2, says: '', wide: true };
      case '}':
        return { length: 2, says: '', wide: false };
      case '~':
        return { length: 2, says: '~' };
      case '\n':
        return { length: 2, says: '' };
      default:
        return undefined;
    }
  },
});
