/** A run of glyphs as pdf.js has it; places in points from the lower left corner. */
export interface PageItem {
  readonly str: string;
  readonly width: number;
  readonly height: number;
  /** Text matrix: the last two numbers are the place of the first glyph, on the base line. */
  readonly transform: readonly number[];
  readonly hasEOL: boolean;
}

export interface PageLine {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Of the base line. */
  readonly y: number;
  /** Of the largest glyphs. */
  readonly height: number;
}

/** The lines of a page, in the order in which they were set: columns stay apart, for nobody sets two at once. */
export function linesOfPage(items: readonly PageItem[]): PageLine[] {
  const lines: PageLine[] = [];
  let line: PageItem[] = [];
  const end = () => {
    const made = lineOf(line);
    if (made !== null) lines.push(made);
    line = [];
  };
  for (const item of items) {
    const [last] = line.slice(-1);
    if (last !== undefined && item.str !== '' && !standsBeside(last, item)) end();
    line.push(item);
    if (item.hasEOL) end();
  }
  end();
  return lines;
}

const placeOf = ({ transform }: PageItem) => ({ x: transform[4] ?? 0, y: transform[5] ?? 0 });

/** Turned text has its lines one beside the other: pdf.js says where they end. Superscripts are raised by less than their height. */
function standsBeside(before: PageItem, item: PageItem): boolean {
  const isTurned = Math.abs(item.transform[1] ?? 0) > Math.abs(item.transform[0] ?? 0);
  const height = Math.max(before.height, item.height);
  return isTurned || height === 0 || Math.abs(placeOf(before).y - placeOf(item).y) < 0.7 * height;
}

function lineOf(items: readonly PageItem[]): PageLine | null {
  const text = items
    .map(({ str }) => str)
    .join('')
    // Glyphs without a letter: pdf.js gives the number of the glyph.
    .replaceAll(/[\0-\x08\x0b-\x1f]/g, '')
    .replaceAll(/[ \t\u00a0]+/g, ' ')
    .trim();
  if (text === '') return null;
  const seen = items.filter(({ str }) => str.trim() !== '');
  const height = Math.max(...seen.map((item) => item.height));
  const main = seen.find((item) => item.height === height)!;
  return {
    text,
    left: Math.min(...seen.map((item) => placeOf(item).x)),
    right: Math.max(...seen.map((item) => placeOf(item).x + item.width)),
    y: placeOf(main).y,
    height,
  };
}
