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

/** As pages are read: what stands above, then the text, then what stands below. */
const areas = ['TopMargin', 'LeftMargin', 'PrintSpace', 'RightMargin', 'BottomMargin'];

/** ALTO (versions 1 to 4): blocks in reading order, words that are divided at the end of a line whole. */
export function altoContents(source: string, taking: Taking): Contents {
  const root = xmlTree(source, 'ALTO');
  const pages = outermost(root, 'Page');
  const order = new Map(
    outermost(root, 'ReadingOrder')
      .flatMap((one) => outermost(one, 'ElementRef'))
      .map(({ attributes }, at) => [attributes['REF'] ?? '', at] as const),
  );
  const regions = pages.flatMap((page) => {
    const lines = new DividedWords();
    const blocks = areas.flatMap((area) =>
      childrenNamed(page, area).flatMap((one) => blocksOf(one).map((block) => ({ block, area }))),
    );
    return inOrder(blocks, order).map(({ block, area }): PageRegion => ({
      type: area,
      text: textOfBlock(block, lines),
    }));
  });
  const image = outermost(root, 'fileName').map((one) => narrow(textWithin(one)))[0];
  return regionContents(regions, taking, image ? { image } : {});
}

type Placed = Readonly<{ block: XmlElement; area: string }>;

const blocksOf = (area: XmlElement): readonly XmlElement[] => outermost(area, 'TextBlock');

/** By the order that the file gives; where a block names the next one, that follows it; else as they stand in the file. */
function inOrder(blocks: readonly Placed[], order: ReadonlyMap<string, number>): readonly Placed[] {
  const idOf = ({ block }: Placed) => block.attributes['ID'] ?? '';
  if (order.size > 0) {
    const rank = (one: Placed) => order.get(idOf(one)) ?? Infinity;
    return blocks.toSorted((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
  }
  const byId = new Map(blocks.map((one) => [idOf(one), one]));
  const followers = new Set(
    blocks.map(({ block }) => block.attributes['IDNEXT']).filter((id) => id !== undefined),
  );
  const placed = new Set<Placed>();
  const follow = (first: Placed) => {
    for (let one: Placed | undefined = first; one !== undefined && !placed.has(one);) {
      placed.add(one);
      one = byId.get(one.block.attributes['IDNEXT'] ?? '');
    }
  };
  for (const one of blocks) if (!followers.has(idOf(one))) follow(one);
  for (const one of blocks) follow(one);
  return [...placed];
}

/** The second half of a divided word, in whatever block it stands. */
class DividedWords {
  expected: string | undefined;
}

const withoutSpaces = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]/u;

function textOfBlock(block: XmlElement, divided: DividedWords): string {
  let text = '';
  for (const line of childrenNamed(block, 'TextLine')) {
    let isFirst = true;
    for (const { name, attributes } of elementsIn(line)) {
      if (name !== 'String') continue;
      const word = wordOf(attributes, divided);
      if (word !== undefined && word !== '') text += gap(text, word, isFirst) + word;
      isFirst = false;
    }
    const hyphen = childNamed(line, 'HYP');
    const isWhole = elementsIn(line).some(({ attributes }) => attributes['SUBS_TYPE'] === 'HypPart1');
    // A divided word of which nobody wrote down the whole.
    if (hyphen !== undefined && !isWhole && text !== '') text += divisionMark;
  }
  const whole = text.replaceAll(new RegExp(`[-‐­¬]?${divisionMark}\\n?`, 'gu'), '');
  // Programs that know of no divided words leave the hyphen in the last word of the line.
  return joinedLines(whole.split('\n'));
}

/** Of no text. */
const divisionMark = '\u0000';

function gap(before: string, word: string, isFirst: boolean): string {
  if (before === '' || before.endsWith(divisionMark)) return '';
  if (isFirst) return '\n';
  return withoutSpaces.test(before.slice(-1)) && withoutSpaces.test(word[0]!) ? '' : ' ';
}

function wordOf(attributes: Readonly<Record<string, string>>, divided: DividedWords): string | undefined {
  const { SUBS_TYPE: part, SUBS_CONTENT: whole, CONTENT: content = '' } = attributes;
  const expected = divided.expected;
  divided.expected = undefined;
  if (whole === undefined || whole === '') return content.trim();
  if (part === 'HypPart2') return expected === whole ? undefined : whole;
  if (part === 'HypPart1') divided.expected = whole;
  return whole;
}
