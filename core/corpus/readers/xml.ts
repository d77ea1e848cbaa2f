import { declaredEncoding } from './declared-encoding.ts';
import { elements, markupFields, markupText, type MarkupRules } from './markup.ts';
import type { Extracted, MarkupReader } from './registry.ts';
import { formatOf } from './signatures.ts';

/** TEI P5: the text, not its header; what the source has, not what an editor would have. */
const tei: MarkupRules = {
  xml: true,
  blocks: elements(
    'ab argument body byline castItem cell closer dateline div div1 div2 div3 div4 docAuthor docTitle epigraph front back group head imprimatur item l label lg list opener p postscript q row s salute sp speaker stage table text titlePage titlePart trailer u',
  ),
  ignored: elements('teiHeader fw figDesc graphic facsimile sourceDoc standOff reg corr expan'),
  characters: new Map([['lb', ' ']]),
  within: elements('text'),
  notes: elements('note'),
};

const fictionBook: MarkupRules = {
  xml: true,
  blocks: elements('body section title subtitle p v text-author date epigraph cite stanza poem td th'),
  ignored: elements('binary description stylesheet image'),
};

/** ELAN: what was annotated, tier by tier. */
const elan: MarkupRules = {
  xml: true,
  blocks: elements('ANNOTATION_VALUE TIER'),
  ignored: elements('HEADER'),
  within: elements('ANNOTATION_VALUE'),
};

/** Any other XML: all of its text, in lines as the markup has them. */
const other: MarkupRules = {
  xml: true,
  blocks: elements('p para title head item'),
  ignored: new Set(),
  breaksAtLines: true,
};

const kinds: readonly {
  readonly root: RegExp;
  readonly rules: MarkupRules;
  readonly fields: Readonly<Record<string, string>>;
  readonly until: string;
}[] = [
  {
    root: /^(?:TEI|TEI\.2|teiCorpus)$/,
    rules: tei,
    fields: { title: 'title', author: 'author', 'date@when': 'date', date: 'date' },
    until: 'text',
  },
  {
    root: /^FictionBook$/,
    rules: fictionBook,
    fields: { 'book-title': 'title', author: 'author', date: 'date' },
    until: 'body',
  },
  {
    root: /^ANNOTATION_DOCUMENT$/,
    rules: elan,
    fields: { 'ANNOTATION_DOCUMENT@AUTHOR': 'author', 'ANNOTATION_DOCUMENT@DATE': 'date' },
    until: 'TIME_ORDER',
  },
];

/** XML: TEI, FictionBook and ELAN by their own rules, all else by its text. */
export const xml: MarkupReader = {
  id: 'xml',
  accepts: (file, head) => formatOf(file, head) === 'XML' && !/\.svg$/i.test(file),
  declared: declaredEncoding,
  textOf(source): Extracted {
    const root = rootOf(source);
    const kind = kinds.find((one) => one.root.test(root));
    if (kind === undefined) return { text: markupText(source, other), metadata: {} };
    return {
      text: markupText(source, kind.rules),
      metadata: markupFields(source, kind.fields, { until: kind.until }),
    };
  },
};

/** Name of the first element, without its prefix. */
const rootOf = (source: string): string =>
  /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(
    source.slice(0, 1 << 16).replaceAll(/<!--[^]*?-->|<[?!][^>]*>/g, ''),
  )?.[1] ?? '';
