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
  return found;
}

function edgesOf(lines: readonly PageLine[]): readonly PageLine[] {
  const byHeight = lines.toSorted((a, b) => b.y - a.y);
  return [...new Set([...byHeight.slice(0, depth), ...byHeight.slice(-depth)])];
}
