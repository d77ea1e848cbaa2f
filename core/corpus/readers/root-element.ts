/** The outermost element of an XML file: its name without prefix, and where its content begins. */
const misc =
  /\s*(?:<\?[^]*?\?>|<!--[^]*?-->|<!DOCTYPE(?:[^[<>"']|"[^"]*"|'[^']*')*(?:\[(?:[^\]"'<]|"[^"]*"|'[^']*'|<!--[^]*?-->|<(?:[^<>"']|"[^"]*"|'[^']*')*>)*\]\s*)?>)/y;
const opening = /\s*<(?:[\p{L}\p{N}._-]+:)?([\p{L}_][\p{L}\p{N}._-]*)[\s/>]/uy;

/** What stands before it is no longer. */
const mostBefore = 1 << 16;

/**
 * The name of the outermost element, without its prefix; undefined where none stands at the beginning.
 * @param whole a file, or its beginning, behind whatever mark of its encoding
 */
export function rootElement(whole: string): string | undefined {
  const source = whole.slice(0, mostBefore);
  let at = source.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    misc.lastIndex = at;
    const found = misc.exec(source);
    if (found === null) break;
    at += found[0].length;
  }
  opening.lastIndex = at;
  return opening.exec(source)?.[1];
}

/** The beginning of a file whose encoding has the signs of ASCII, whatever it is: letters of UTF-16 stand without their zero bytes. */
export const asciiOf = (head: Uint8Array): string =>
  Buffer.from(head.buffer, head.byteOffset, head.length)
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '');
