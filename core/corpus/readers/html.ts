import { declaredEncoding } from './declared-encoding.ts';
import type { Contents } from './extracted.ts';
import { htmlRules } from './html-markup.ts';
import { LeftOutCounts } from './left-out.ts';
import { markupFields } from './markup-fields.ts';
import { markupText } from './markup.ts';
import type { MarkupReader } from './reader.ts';
import { formatOf } from './signatures.ts';

export interface HtmlOptions {
  /** Read by the rules of XML. */
  readonly xml?: boolean;
  /** What its style sheets say, where they are at hand. */
  readonly styles?: string;
  readonly leftOut?: LeftOutCounts;
}

/** The text of a page, without its markup. */
export function htmlText(source: string, { xml = false, styles = '', leftOut }: HtmlOptions = {}): string {
  return markupText(source, htmlRules(source, xml, styles), leftOut);
}

/** A page as it is read, without scripts, styles and buttons, nor what is not shown. */
export function htmlContents(source: string, options: Omit<HtmlOptions, 'leftOut'> = {}): Contents {
  const leftOut = new LeftOutCounts();
  const { xml = false } = options;
  return {
    documents: [
      {
        text: htmlText(source, { ...options, leftOut }),
        metadata: markupFields(source, { title: 'title' }, { xml, until: 'body' }),
      },
    ],
    leftOut: leftOut.all(),
  };
}

/** Web pages. */
export const html: MarkupReader = {
  id: 'html',
  accepts: (file, head) => formatOf(file, head) === 'HTML' || isXhtml(file, head),
  declared: declaredEncoding,
  read: (source, _taking, file) => htmlContents(source, { xml: isXml(source, file) }),
};

const isXhtml = (file: string, head: Uint8Array) =>
  formatOf(file, head) === 'XML' &&
  /<(?:!DOCTYPE\s+)?(?:[\w.-]+:)?html[\s>]/i.test(Buffer.from(head).toString('latin1').replaceAll('\0', ''));

/** XHTML is XML; a page that only looks like it is not. */
function isXml(source: string, file: string): boolean {
  const beginning = source.slice(0, 1 << 16);
  const isInNamespace = /\bxmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/www\.w3\.org\/1999\/xhtml["']/.test(
    beginning,
  );
  return (
    isInNamespace &&
    (/^\s*<\?xml[\s?]/.test(beginning) || /\.(?:xht|xhtml|xml)$/i.test(file) || closesItself.test(beginning))
  );
}

/** What would hold all that follows, read as HTML: nobody meant that. */
const closesItself = /<(?:title|script|style|iframe|textarea|noscript|noframes|xmp|select)(?:\s[^<>]*)?\/>/i;
