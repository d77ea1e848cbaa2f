import { valueAt, type Grid } from './grid.ts';
import type { Layout } from './layout.ts';
import { css, readableOn } from './palette.ts';
import { colourOf, type Ink } from './paint.ts';

/** The whole heatmap as a drawing whose words stay words. */
export function toSvg(
  grid: Grid,
  sizes: Layout,
  ink: Ink,
  shown: ((value: number) => string) | null,
): string {
  const parts: string[] = [];
  const number = (n: number) => String(Math.round(n * 100) / 100);
  grid.rows.forEach((label, row) => {
    const y = sizes.top + row * sizes.cellHeight;
    const middle = number(y + sizes.cellHeight / 2);
    parts.push(`<text x="${number(sizes.left - 8)}" y="${middle}" class="row">${escaped(label)}</text>`);
    grid.columns.forEach((_, column) => {
      const value = valueAt(grid, row, column);
      const colour = colourOf(grid, value, ink.palette);
      const x = sizes.left + column * sizes.cellWidth;
      const box = `x="${number(x)}" y="${number(y)}" width="${number(sizes.cellWidth)}" height="${number(sizes.cellHeight - 1)}"`;
      parts.push(`<rect ${box} fill="${css(colour)}"/>`);
      if (shown === null) return;
      const at = `x="${number(x + sizes.cellWidth / 2)}" y="${middle}"`;
      parts.push(`<text ${at} class="value" fill="${readableOn(colour)}">${escaped(shown(value))}</text>`);
    });
  });
  grid.columns.forEach((label, column) => {
    const x = sizes.left + (column + 0.5) * sizes.cellWidth;
    if (grid.columnsAre === 'words') {
      const turn = `translate(${number(x)} ${number(sizes.top - 6)}) rotate(-90)`;
      parts.push(`<text transform="${turn}" class="column">${escaped(label)}</text>`);
    } else if (column % 10 === 0) {
      parts.push(
        `<text x="${number(x - sizes.cellWidth / 2)}" y="${number(sizes.top - 9)}" class="number">${escaped(label)}</text>`,
      );
    }
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${sizes.width}" height="${sizes.height}" viewBox="0 0 ${sizes.width} ${sizes.height}">`,
    `<style>text{dominant-baseline:middle;fill:${ink.ink}}.row{text-anchor:end}.row,.column{font:15px serif}` +
      `.value{text-anchor:middle;fill:inherit}.value,.number{font:11px sans-serif}</style>`,
    `<rect width="100%" height="100%" fill="${ink.paper}"/>`,
    ...parts,
    '</svg>',
  ].join('\n');
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
