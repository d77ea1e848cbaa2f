import { escaped } from '../svg-text.ts';
import { spreadMark, valueAt, type Grid } from './grid.ts';
import type { Cell, Layout } from './layout.ts';
import { css, readableOn } from './palette.ts';
import { colourOf, isBare, leastForSpread, spreadHeight, type Ink } from './paint.ts';
import { frameSizes, frameSvg, type Frame } from './frame.ts';
import { treePath } from './tree.ts';

/** The whole heatmap as a drawing whose words stay words. */
export function toSvg(
  grid: Grid,
  sizes: Layout,
  ink: Ink,
  shown: ((value: number) => string) | null,
  frame: Frame,
): string {
  const parts: string[] = [];
  const number = (n: number) => String(Math.round(n * 100) / 100);
  const spreadParts = (cell: Cell, x: number, y: number, fill: string): string[] => {
    const [w, h] = [sizes.cellWidth, sizes.cellHeight - 1];
    const mark =
      w < leastForSpread.width || h < leastForSpread.height ? null : spreadMark(grid, cell.row, cell.column);
    if (mark === null) return [];
    const rect = (left: number, width: number, height: number) =>
      `<rect x="${number(left)}" y="${number(y + h - 2 - height)}" width="${number(Math.max(1, width))}" height="${height}" fill="${fill}"/>`;
    return [
      rect(x + mark.from * w, (mark.to - mark.from) * w, spreadHeight.bar),
      rect(x + mark.at * (w - 1), 1, spreadHeight.mark),
    ];
  };
  grid.rows.forEach((label, row) => {
    const y = sizes.top + row * sizes.cellHeight;
    const middle = number(y + sizes.cellHeight / 2);
    parts.push(`<text x="${number(sizes.left - 8)}" y="${middle}" class="row">${escaped(label)}</text>`);
    grid.columns.forEach((_, column) => {
      if (isBare(grid, { row, column })) return;
      const value = valueAt(grid, row, column);
      const colour = colourOf(grid, value, ink.palette);
      const x = sizes.left + column * sizes.cellWidth;
      const box = `x="${number(x)}" y="${number(y)}" width="${number(sizes.cellWidth)}" height="${number(sizes.cellHeight - 1)}"`;
      parts.push(`<rect ${box} fill="${css(colour)}"/>`);
      parts.push(...spreadParts({ row, column }, x, y, readableOn(colour)));
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
  if (grid.tree !== undefined && grid.tree.length > 0)
    parts.push(`<path d="${treePath(grid.tree, sizes)}" fill="none" stroke="${ink.quiet}"/>`);
  const width = Math.max(sizes.width, frameSizes.leastWidth);
  const height = sizes.height + frameSizes.head + frameSizes.foot;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<style>text{dominant-baseline:middle;fill:${ink.ink}}.row{text-anchor:end}.row,.column{font:15px serif}` +
      `.value{text-anchor:middle;fill:inherit}.value,.number{font:11px sans-serif}.title{font:600 15px serif}.note{font:12px sans-serif}.end{text-anchor:end}</style>`,
    `<rect width="100%" height="100%" fill="${ink.paper}"/>`,
    ...frameSvg(grid, ink, frame, sizes.height, escaped),
    `<g transform="translate(0 ${frameSizes.head})">`,
    ...parts,
    '</g>',
    '</svg>',
  ].join('\n');
}
