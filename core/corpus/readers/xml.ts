import type { Outline, Taking } from '../../contract/import.ts';
import { declaredEncoding } from './declared-encoding.ts';
import type { ElementContent } from './element-content.ts';
import { elementsOutline } from './element-outline.ts';
import type { Contents } from './extracted.ts';
import { fictionBookRules } from './fiction-book.ts';
import { incopyRules } from './incopy-markup.ts';
import { LeftOutCounts } from './left-out.ts';
import { markupFields } from './markup-fields.ts';
import { markupParts, meaning, type MarkupRules, type Rule, type RulesOf } from './markup.ts';
import { odfRules } from './odf-markup.ts';
import { outlineRules } from './outline-markup.ts';
import type { MarkupReader } from './reader.ts';
import { formatOf } from './signatures.ts';
import { teiHeader } from './tei-header.ts';
import { asciiOf, rootElement } from './root-element.ts';
import { xmlFormatOf } from './xml-formats.ts';
import { teiRules } from './tei.ts';
import { apart } from './text-flow.ts';
import { wordRules } from './word-markup.ts';

/** Any other XML: all of its text; what it holds tells what stands apart. */
const otherRules: RulesOf = (): MarkupRules => ({
  xml: true,
  emptyLines: true,
  emptyParts: true,
  parted: { except: new Set(), how: otherParts },
  elements: new Map<string, Rule>([
    ...meaning('p para', { apart: apart.paragraph }),
    ...meaning('br lb', { apart: apart.line }),
    ...meaning('rt rtc', { out: 'readings' }),
    ...meaning('rp svg:svg', { out: 'markup' }),
    ['math:math', { out: 'objects' }],
    // JATS and DocBook: a note stands where it belongs, or at the end behind its mark.
    ...meaning('footnote fn', { aside: 'note' }),
    [
      'xref',
      ({ 'ref-type': kind }) => (/^(?:table-)?fn$/.test(kind ?? '') ? { out: 'noteMarks' } : undefined),
    ],
    ['label', (_, { parent }) => (parent === 'fn' ? { out: 'noteMarks' } : undefined)],
  ]),
});

/** Timed Text of the W3C: what is shown stands in its body. */
const timedTextRules: RulesOf = () => {
  const rules = otherRules();
  return { ...rules, elements: new Map([...rules.elements, ...meaning('head metadata', { out: 'markup' })]) };
};

const otherParts = (name: string, content: ElementContent) =>
  content.isWordLike(name) ? apart.word : apart.paragraph;

interface Kind {
  /** Its outermost element, by local name. */
  readonly root: RegExp;
  /** What tells it from others with an outermost element of that name. */
  readonly holds?: RegExp;
  /** An element that must be there; only text within it is of the text. */
  readonly within?: string;
  readonly rules: (taking: Taking) => RulesOf;
  /** Metadata. */
  readonly fields: (source: string) => Record<string, string>;
}

/** @param until the element at which there are no more fields */
const fieldsUntil = (until: string, wanted: Readonly<Record<string, string>>) => (source: string) =>
  markupFields(source, wanted, { until });

const ofWord = {
  rules: () => wordRules(),
  fields: fieldsUntil('w:body', {
    'o:Title': 'title',
    'o:Author': 'author',
    'o:Created': 'date',
    'dc:title': 'title',
    'dc:creator': 'author',
    'dcterms:created': 'date',
  }),
};

const kinds: readonly Kind[] = [
  {
    root: /^(?:TEI|TEI\.2|teiCorpus)$/,
    within: 'text',
    rules: ({ readings = 'edited' }) => teiRules(readings),
    fields: teiHeader,
  },
  {
    root: /^FictionBook$/,
    rules: () => fictionBookRules,
    fields: fieldsUntil('body', { 'book-title': 'title', author: 'author', date: 'date' }),
  },
  {
    root: /^tt$/,
    holds: /\bxmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/www\.w3\.org\/(?:ns\/ttml|\d{4}\/(?:\d{2}|ttaf1))/,
    rules: () => timedTextRules,
    fields: fieldsUntil('body', { 'ttm:title': 'title' }),
  },
  {
    root: /^opml$/,
    rules: () => outlineRules,
    fields: fieldsUntil('body', { title: 'title', ownerName: 'author' }),
  },
  { root: /^Document$/, holds: /<\?aid\s/, rules: () => incopyRules, fields: () => ({}) },
  // Word 2003, a Word document in one piece, and OpenDocument in one piece: the same markup as within the packed files.
  { root: /^wordDocument$/, ...ofWord },
  { root: /^package$/, holds: /schemas\.microsoft\.com\/office\/2006\/xmlPackage/, ...ofWord },
  {
    root: /^document(?:-content)?$/,
    holds: /<office:|opendocument:xmlns:office/,
    rules: () => odfRules(),
    fields: fieldsUntil('office:body', {
      'dc:title': 'title',
      'meta:initial-creator': 'author',
      'meta:creation-date': 'date',
    }),
  },
];

/** A kind of which only some elements hold text is not told by a common name of its root alone. */
const has = (source: string, { within, holds }: Kind): boolean =>
  (holds === undefined || holds.test(source.slice(0, 1 << 16))) &&
  (within === undefined || new RegExp(`<(?:[\\w.-]+:)?${within}[\\s/>]`).test(source));

function kindOf(root: string, source: string): Kind {
  const found = kinds.find((one) => one.root.test(root) && has(source, one));
  // What another document wraps, as archives do when they hand texts out.
  const isWrapped = /\bxmlns(?::[\w.-]+)?\s*=\s*["']http:\/\/www\.tei-c\.org\/ns\/1\.0["']/.test(
    source.slice(0, 1 << 16),
  );
  return found ?? (isWrapped && has(source, kinds[0]!) ? kinds[0]! : unknownKind);
}

const unknownKind: Kind = { root: /^/, rules: () => otherRules, fields: () => ({}) };

/** XML: TEI and FictionBook by their own rules, all else by its text; or what stands in chosen elements. */
export const xml: MarkupReader = {
  id: 'xml',
  accepts: (file, head) =>
    (formatOf(file, head) === 'XML' && !/\.svg$/i.test(file)) || isOfFormat(asciiOf(head)),
  declared: declaredEncoding,
  read(source, taking): Contents {
    const { take = [], split } = taking;
    const root = rootElement(source);
    const own = xmlFormatOf(root, source)?.read(source, taking);
    // Who chose none of its parts may have chosen elements.
    if (own !== undefined && (own.documents.length > 0 || take.length === 0)) return own;
    const kind = kindOf(root ?? '', source);
    const metadata = kind.fields(source);
    const leftOut = new LeftOutCounts();
    const parts = markupParts(source, kind.rules(taking), { take, split, leftOut });
    return {
      documents: parts.map(({ text, fields }, at) => ({
        text,
        metadata: { ...metadata, ...fields },
        ...(split === undefined ? {} : { part: String(at + 1) }),
      })),
      leftOut: leftOut.all(),
      outline: (): Outline =>
        elementsOutline(source, {
          taken: take,
          split,
          ...(kind.within === undefined ? {} : { within: kind.within }),
        }),
    };
  },
};

const isOfFormat = (beginning: string) => xmlFormatOf(rootElement(beginning), beginning) !== undefined;
