import type { PageLine } from './lines.ts';

/** So many lines at the top and at the bottom of a page may be repeated. */
const depth = 2;
const fewestPages = 3;
const leastShare = 0.3;
/** Left and right pages differ by a little, and so do printers. */
const sameHeight = 6;

/**
 * Lines that stand at the same height at the top or bottom of many pages with the same words; numbers count as the same, so that
 * page numbers are among them.
 */
export function runningHeads(pages: readonly (readonly PageLine[])[]): ReadonlySet<PageLine> {
  const alike = new Map<string, PageLine[]>();
  for (const lines of pages)
    for (const line of edgesOf(lines)) {
      const words = line.text.toLowerCase().replaceAll(/\d+|\b[ivxlc]+\b/g, '#');
      const places = alike.get(words) ?? [];
      alike.set(words, places);
      places.push(line);
    }
  const needed = Math.max(fewestPages, leastShare * pages.length);
  const found = new Set<PageLine>();
  for (const lines of alike.values())
    for (const line of lines) {
      const beside = lines.filter(({ y }) => Math.abs(y - line.y) <= sameHeight);
      if (beside.length >= needed) found.add(line);
    }
  for (const line of numbered(pages)) found.add(line);
  return found;
}

/** A page number, alone or at either end of a head; its head may change from chapter to chapter. */
const atEnds = /^[-–—\s]*(\d{1,4})(?=\s|[-–—]|$)|(?<=^|\s|[-–—])(\d{1,4})[-–—\s]*$/gu;
const alone = /^[-–—\s]*\d{1,4}[-–—\s]*$/u;

/** Lines at the edges whose number grows by one from page to page. */
function numbered(pages: readonly (readonly PageLine[])[]): Set<PageLine> {
  const bySeries = new Map<number, PageLine[]>();
  pages.forEach((lines, page) => {
    const byHeight = lines.toSorted((a, b) => b.y - a.y);
    const edges = new Set([byHeight[0], byHeight[byHeight.length - 1]].filter((line) => line !== undefined));
    for (const line of edges)
      for (const found of line.text.matchAll(atEnds)) {
        const series = Number(found[1] ?? found[2]) - page;
        const others = bySeries.get(series) ?? [];
        bySeries.set(series, others);
        if (!others.includes(line)) others.push(line);
      }
  });
  const needed = Math.max(fewestPages, leastShare * pages.length);
  const heads = new Set<PageLine>();
  for (const lines of bySeries.values())
    if (lines.length >= needed) for (const line of lines) heads.add(line);
  // Of one or two pages, only a number that stands alone below the text, well apart from it.
  if (pages.length < fewestPages)
    for (const lines of pages) for (const line of footOf(lines)) heads.add(line);
  return heads;
}

/** So far apart, in heights, is what does not belong to the text. */
const apart = 2.2;

function footOf(lines: readonly PageLine[]): readonly PageLine[] {
  const [last, before] = lines.toSorted((a, b) => a.y - b.y);
  const isFoot =
    last !== undefined &&
    before !== undefined &&
    alone.test(last.text) &&
    before.y - last.y > apart * last.height;
  return isFoot ? [last] : [];
}

function edgesOf(lines: readonly PageLine[]): readonly PageLine[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, depth), ...byHeight.slice(-depth)])];
}
