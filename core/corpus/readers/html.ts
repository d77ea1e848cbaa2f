import { declaredEncoding } from './declared-encoding.ts';
import { elements, markupFields, markupText, type MarkupRules } from './markup.ts';
import { oneText } from './extracted.ts';
import type { MarkupReader } from './reader.ts';
import { formatOf } from './signatures.ts';

const rules: MarkupRules = {
  xml: false,
  blocks: elements(
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul',
  ),
  // The reading of a ruby annotation says the word a second time.
  ignored: elements(
    'script style head noscript template svg math iframe object select textarea button rt rp',
  ),
  characters: new Map([
    ['br', '\n'],
    ['wbr', ''],
  ]),
  verbatim: elements('pre'),
};

/** The text of an HTML page. */
export const htmlText = (source: string): string => markupText(source, rules);

/** Web pages: everything that is read, without scripts, styles and buttons. */
export const html: MarkupReader = {
  id: 'html',
  accepts: (file, head) => formatOf(file, head) === 'HTML' || isXhtml(file, head),
  declared: declaredEncoding,
  read: (source) =>
    oneText(htmlText(source), markupFields(source, { title: 'title' }, { xml: false, until: 'body' })),
};

const isXhtml = (file: string, head: Uint8Array) =>
  formatOf(file, head) === 'XML' && /<(?:!DOCTYPE\s+)?html[\s>]/i.test(Buffer.from(head).toString('latin1'));
