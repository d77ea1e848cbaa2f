import type { Contents } from './extracted.ts';
import { LeftOutCounts } from './left-out.ts';
import type { DocumentReader } from './reader.ts';
import { readRtf } from './rtf-reading.ts';
import { RtfText } from './rtf-text.ts';
import { formatOf } from './signatures.ts';

/** Rich Text Format (1.9.1), whatever its code pages. */
export const rtf: DocumentReader = {
  id: 'rtf',
  accepts: (file, head) => formatOf(file, head) === 'RTF',
  extract(bytes): Contents {
    const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
    const leftOut = new LeftOutCounts();
    const text = new RtfText(leftOut);
    readRtf(source, text);
    return { documents: [{ text: text.toString(), metadata: text.fields() }], leftOut: leftOut.all() };
  },
};

/** @param source bytes as Latin-1 */
export function rtfText(source: string, leftOut = new LeftOutCounts()): string {
  const text = new RtfText(leftOut);
  readRtf(source, text);
  return text.toString();
}
