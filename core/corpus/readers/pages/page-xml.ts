import type { Taking } from '../../../contract/import.ts';
import type { Contents } from '../extracted.ts';
import {
  childNamed,
  childrenNamed,
  elementsIn,
  narrow,
  outermost,
  textWithin,
  xmlTree,
  type XmlElement,
} from '../xml-tree.ts';
import { joinedLines } from './joined-lines.ts';
import { regionContents, type PageRegion } from './region-contents.ts';

/** PAGE, the format of Transkribus, eScriptorium and OCR-D: the lines of each region once, regions in reading order. */
export function pageContents(source: string, taking: Taking): Contents {
  const root = xmlTree(source, 'PAGE');
  const regions = outermost(root, 'Page').flatMap((page) => {
    const ranks = readingOrder(page);
    return textRegions(page)
      .map((region, at) => ({
        region,
        rank: ranks.get(region.attributes['id'] ?? '') ?? Infinity,
        own: indexOf(region),
        at,
      }))
      .toSorted(
        (a, b) => compare(a.rank, b.rank) || (ranks.size === 0 ? compare(a.own, b.own) : 0) || a.at - b.at,
      )
      .map(({ region }): PageRegion => ({
        type: region.attributes['type'] ?? typeIn(region),
        text: textOfRegion(region),
      }));
  });
  const image = outermost(root, 'Page')[0]?.attributes['imageFilename'];
  const date = outermost(root, 'Created').map((one) => narrow(textWithin(one)))[0];
  return regionContents(regions, taking, { ...(image ? { image } : {}), ...(date ? { date } : {}) });
}

const compare = (a: number, b: number) => (a === b ? 0 : a < b ? -1 : 1);

/** Transkribus keeps types and orders in an attribute of its own: `structure {type:heading;}`, `readingOrder {index:0;}`. */
const typeIn = ({ attributes }: XmlElement): string =>
  /structure\s*\{[^}]*type:\s*([^;}]+)/.exec(attributes['custom'] ?? '')?.[1] ?? '';
const indexOf = ({ attributes }: XmlElement): number =>
  Number(/readingOrder\s*\{[^}]*index:\s*(\d+)/.exec(attributes['custom'] ?? '')?.[1] ?? Infinity);

/** Regions of text, those within tables and other regions too; what lies within a region of text comes behind it. */
function textRegions(page: XmlElement): readonly XmlElement[] {
  const found: XmlElement[] = [];
  const open = [...elementsIn(page)].reverse();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.name === 'TextRegion') found.push(next);
    if (next.name.endsWith('Region')) for (const child of elementsIn(next).toReversed()) open.push(child);
  }
  return found;
}

/** The rank of each region that the order names; groups may lie within one another. */
function readingOrder(page: XmlElement): ReadonlyMap<string, number> {
  const ranks = new Map<string, number>();
  const visit = (group: XmlElement): void => {
    const isOrdered = group.name.startsWith('Ordered');
    const members = elementsIn(group).map((member, at) => ({
      member,
      index: Number(member.attributes['index'] ?? at),
      at,
    }));
    if (isOrdered) members.sort((a, b) => compare(a.index, b.index) || a.at - b.at);
    for (const { member } of members) {
      const id = member.attributes['regionRef'];
      if (id !== undefined && !ranks.has(id)) ranks.set(id, ranks.size);
      visit(member);
    }
  };
  const order = childNamed(page, 'ReadingOrder');
  if (order !== undefined) visit(order);
  return ranks;
}

function textOfRegion(region: XmlElement): string {
  const lines = childrenNamed(region, 'TextLine').map((line, at) => ({ line, index: indexOf(line), at }));
  if (lines.length === 0) return equivalent(region) ?? '';
  lines.sort((a, b) => compare(a.index, b.index) || a.at - b.at);
  return joinedLines(lines.map(({ line }) => textOfLine(line)));
}

/** A line is written out, or else its words are, or else their glyphs. */
const textOfLine = (line: XmlElement): string =>
  equivalent(line) ??
  childrenNamed(line, 'Word')
    .map(
      (word) =>
        equivalent(word) ??
        childrenNamed(word, 'Glyph')
          .map((glyph) => equivalent(glyph) ?? '')
          .join(''),
    )
    .filter((word) => word !== '')
    .join(' ');

/** Of several readings the first; those without text are none. */
function equivalent(element: XmlElement): string | undefined {
  const readings = childrenNamed(element, 'TextEquiv').map((reading, at) => ({
    text: textWithin(
      childNamed(reading, 'Unicode') ??
        childNamed(reading, 'PlainText') ?? { name: '', attributes: {}, children: [] },
    ).trim(),
    index: Number(reading.attributes['index'] ?? -1),
    at,
  }));
  return readings
    .filter(({ text }) => text !== '')
    .toSorted((a, b) => compare(a.index, b.index) || a.at - b.at)[0]?.text;
}
