import { htmlText } from './html.ts';
import type { LeftOutCounts } from './left-out.ts';
import { textOf } from './message.ts';
import { decoded, mimePart } from './mime.ts';
import { rtfText } from './rtf.ts';

/** The text of a part of a document that is in another format, told by how it begins. */
export function partText(bytes: Uint8Array, leftOut: LeftOutCounts): string {
  const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  const beginning = source.slice(0, 4096).replace(/^\xef\xbb\xbf/, '');
  if (/^\s*\{\\rtf/.test(beginning)) return rtfText(source, leftOut);
  if (/^(?:[\w-]+:[^\n]*\r?\n[^]*)?MIME-Version:/i.test(beginning)) return textOf(mimePart(source), leftOut);
  const text = decoded(bytes, /\bcharset\s*=\s*["']?([\w.:-]+)/i.exec(beginning)?.[1]);
  if (/^\s*(?:<\?xml|<!doctype|<html|<head|<body|<[a-z]+[\s>/])/i.test(text))
    return htmlText(text, { xml: /^\s*<\?xml/.test(text), leftOut });
  return text;
}
