import type { Outline } from '../../contract/corpus.ts';
import { declaredEncoding } from './declared-encoding.ts';
import { wordRules } from './docx.ts';
import type { Contents } from './extracted.ts';
import { elements, markupElements, markupFields, markupParts, type MarkupRules } from './markup.ts';
import { odfRules } from './odt.ts';
import type { MarkupReader } from './reader.ts';
import { formatOf } from './signatures.ts';
import { teiHeader } from './tei-header.ts';
import { asciiOf, rootElement } from './root-element.ts';
import { xmlFormatOf } from './xml-formats.ts';

/** TEI P5: the text, not its header; what the source has, not what an editor would have; of a text with variants the first. */
const tei: MarkupRules = {
  xml: true,
  blocks: elements(
    'ab argument body byline castItem cell closer dateline div div1 div2 div3 div4 docAuthor docTitle epigraph front back group head imprimatur item l label lg list opener p postscript q row s salute sp speaker stage table text titlePage titlePart trailer u',
  ),
  ignored: elements('teiHeader fw figDesc graphic facsimile sourceDoc standOff del'),
  alternatives: new Map<string, ReadonlySet<string> | 'all but the first'>([
    ['choice', elements('reg corr expan')],
    ['app', 'all but the first'],
  ]),
  characters: new Map([['lb', ' ']]),
  within: elements('text'),
  notes: elements('note'),
};

const fictionBook: MarkupRules = {
  xml: true,
  blocks: elements('body section title subtitle p v text-author date epigraph cite stanza poem td th'),
  ignored: elements('binary description stylesheet image'),
};

/** Any other XML: all of its text, in lines as the markup has them. */
const other: MarkupRules = {
  xml: true,
  blocks: elements('p para title head item'),
  ignored: new Set(),
  breaksAtLines: true,
};

interface Kind {
  readonly root: RegExp;
  readonly rules: MarkupRules;
  /** Metadata. */
  readonly fields: (source: string) => Record<string, string>;
}

/** @param until the element at which there are no more fields */
const fieldsUntil = (until: string, wanted: Readonly<Record<string, string>>) => (source: string) =>
  markupFields(source, wanted, { until });

const kinds: readonly Kind[] = [
  {
    root: /^(?:TEI|TEI\.2|teiCorpus)$/,
    rules: tei,
    fields: teiHeader,
  },
  {
    root: /^FictionBook$/,
    rules: fictionBook,
    fields: fieldsUntil('body', { 'book-title': 'title', author: 'author', date: 'date' }),
  },
  // Word 2003, and OpenDocument in one piece: the same markup as within the packed files.
  {
    root: /^wordDocument$/,
    rules: wordRules,
    fields: fieldsUntil('w:body', { 'o:Title': 'title', 'o:Author': 'author', 'o:Created': 'date' }),
  },
  {
    root: /^document$/,
    rules: odfRules,
    fields: fieldsUntil('office:body', {
      'dc:title': 'title',
      'meta:initial-creator': 'author',
      'meta:creation-date': 'date',
    }),
  },
];

/** A kind of which only some elements hold text is not told by a common name of its root alone. */
const hasText = (source: string, { rules: { within } }: Kind): boolean =>
  within === undefined || [...within].some((name) => source.includes(`<${name}`));

const unknownKind: Kind = { root: /^/, rules: other, fields: () => ({}) };

/** XML: TEI and FictionBook by their own rules, all else by its text; or what stands in chosen elements. */
export const xml: MarkupReader = {
  id: 'xml',
  accepts: (file, head) =>
    (formatOf(file, head) === 'XML' && !/\.svg$/i.test(file)) || isOfFormat(asciiOf(head)),
  declared: declaredEncoding,
  read(source, taking): Contents {
    const { take = [], split } = taking;
    const own = xmlFormatOf(rootElement(source), source)?.read(source, taking);
    // Who chose none of its parts may have chosen elements.
    if (own !== undefined && (own.documents.length > 0 || take.length === 0)) return own;
    const root = rootOf(source);
    const kind = kinds.find((one) => one.root.test(root) && hasText(source, one)) ?? unknownKind;
    const rules = take.length === 0 ? kind.rules : { ...kind.rules, within: new Set(take) };
    const metadata = kind.fields(source);
    return {
      documents: markupParts(source, rules, split).map(({ text, fields }, at) => ({
        text,
        metadata: { ...metadata, ...fields },
        ...(split === undefined ? {} : { part: String(at + 1) }),
      })),
      outline: () => elementsOutline(source, kind.rules, take, split),
    };
  },
};

function elementsOutline(
  source: string,
  { within }: MarkupRules,
  taken: readonly string[],
  split: string | undefined,
): Outline {
  const parts = markupElements(source, within);
  // What occurs once makes one text, which the file is anyhow.
  const splits = parts.filter(({ count = 0 }) => count > 1).map(({ name }) => name);
  return { kind: 'elements', parts, taken, splits, ...(split === undefined ? {} : { split }) };
}

const isOfFormat = (beginning: string) => xmlFormatOf(rootElement(beginning), beginning) !== undefined;

/** Name of the first element, without its prefix. */
const rootOf = (source: string): string =>
  /<(?:[\w.-]+:)?([A-Za-z_][\w.-]*)[\s/>]/.exec(
    source.slice(0, 1 << 16).replaceAll(/<!--[^]*?-->|<[?!][^>]*>/g, ''),
  )?.[1] ?? '';
