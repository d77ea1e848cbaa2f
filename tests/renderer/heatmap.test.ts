import { describe, expect, it } from 'vitest';
import {
  offDiagonal,
  reordered,
  spreadMark,
  symmetricLimit,
  valueAt,
  type Grid,
} from '../../renderer/parts/heatmap/grid.ts';
import { cellAt, layout, moved } from '../../renderer/parts/heatmap/layout.ts';
import {
  css,
  darkPalette,
  diverging,
  lightPalette,
  readableOn,
  sequential,
} from '../../renderer/parts/heatmap/palette.ts';
import { toSvg } from '../../renderer/parts/heatmap/svg.ts';
import { treePath } from '../../renderer/parts/heatmap/tree.ts';

const grid: Grid = {
  rows: ['king', '<b>&'],
  columns: ['1', '2', '3'],
  values: Float32Array.of(-1, 0, 1, 0.5, -0.5, Number.NaN),
  limit: 1,
  scale: 'diverging',
  columnsAre: 'numbers',
};
const sizes = layout(grid, 400, (label) => label.length * 8, false);

describe('the colours of a heatmap', () => {
  it('are blue below, pale at and orange above zero, and stay beyond the ends', () => {
    expect(css(diverging(-1, lightPalette))).toBe('rgb(8,81,156)');
    expect(css(diverging(0, lightPalette))).toBe('rgb(247,247,247)');
    expect(diverging(7, darkPalette)).toEqual(diverging(1, darkPalette));
  });

  it('go half way to each end at half the limit', () => {
    expect(diverging(-0.5, lightPalette)).toEqual([128, 164, 202]);
    expect(diverging(0.5, lightPalette)).toEqual([232, 184, 134]);
  });

  it('run in one hue from pale to dark where there is nothing below zero', () => {
    expect(sequential(0, lightPalette)).toEqual(lightPalette.middle);
    expect(sequential(1, lightPalette)).toEqual(lightPalette.low);
  });

  it('say that a number is missing in grey', () => {
    expect(diverging(Number.NaN, lightPalette)).toEqual(sequential(Number.NaN, darkPalette));
  });

  it('carry figures that can be read', () => {
    expect([readableOn([33, 102, 172]), readableOn([247, 247, 247])]).toEqual(['#fff', '#000']);
  });
});

describe('the grid of a heatmap', () => {
  it('has a scale symmetric about zero, rounded up to two digits', () => {
    expect(symmetricLimit(Float32Array.of(0.1, -0.2841))).toBe(0.29);
    expect(symmetricLimit(Float32Array.of(0, 0))).toBe(1);
    expect(symmetricLimit(Float32Array.of(Number.NaN, 12.01))).toBe(13);
  });

  it('fits its scale to what words have with each other, not with themselves', () => {
    expect(symmetricLimit(offDiagonal(Float32Array.of(1, 0.25, 0.25, 1), 2))).toBe(0.25);
  });

  it('keeps every value with its word and dimension in any order', () => {
    const turned = reordered(grid, { rows: [1, 0], columns: [2, 0, 1] });
    expect([turned.rows, turned.columns]).toEqual([
      ['<b>&', 'king'],
      ['3', '1', '2'],
    ]);
    expect([valueAt(turned, 1, 0), valueAt(turned, 1, 1)]).toEqual([1, -1]);
  });
});

describe('the cursor of a heatmap', () => {
  it('finds the cell under the pointer and none beside the cells', () => {
    const x = sizes.left + sizes.cellWidth * 1.5;
    const y = sizes.top + sizes.cellHeight * 1.5;
    expect(cellAt(grid, sizes, x, y)).toEqual({ row: 1, column: 1 });
    expect(cellAt(grid, sizes, sizes.left - 1, y)).toBeNull();
    expect(cellAt(grid, sizes, x, sizes.height + 1)).toBeNull();
  });

  it('moves by keys and stops at the edges', () => {
    const corner = { row: 0, column: 0 };
    expect(moved(grid, corner, 'ArrowLeft', false)).toEqual(corner);
    expect(moved(grid, corner, 'ArrowDown', false)).toEqual({ row: 1, column: 0 });
    expect(moved(grid, corner, 'End', false)).toEqual({ row: 0, column: 2 });
    expect(moved(grid, corner, 'End', true)).toEqual({ row: 1, column: 2 });
    expect(moved(grid, corner, 'a', false)).toBeNull();
    expect(moved(grid, corner, 'constructor', false)).toBeNull();
  });
});

describe('a heatmap as a drawing', () => {
  const ink = {
    palette: lightPalette,
    paper: '#fff',
    ink: '#000',
    quiet: '#555',
    accent: '#00f',
    textFace: 'serif',
    face: 'sans-serif',
  };
  const frame = { title: 'Vectors <1>', note: 'Cosine · model a · 2026-03-14', low: '−1', high: '1' };
  const svg = toSvg(grid, sizes, ink, null, frame);

  it('has a box for each cell and keeps words as text, escaped', () => {
    // And one for the scale.
    expect(svg.match(/<rect x=/g)).toHaveLength(7);
    expect(svg).toContain('>&lt;b&gt;&amp;</text>');
  });

  it('says what it is, by what measure, of which model and when, with its scale', () => {
    for (const words of ['Vectors &lt;1&gt;', frame.note, '>−1<', '>1<']) expect(svg).toContain(words);
    expect(svg.match(/<stop /g)).toHaveLength(3);
  });

  it('leaves out what a word has with itself, and draws the tree of its rows', () => {
    const square: Grid = {
      rows: ['a', 'b', 'c'],
      columns: ['a', 'b', 'c'],
      values: Float32Array.of(1, 0.2, 0.1, 0.2, 1, 0.3, 0.1, 0.3, 1),
      limit: 0.3,
      scale: 'diverging',
      columnsAre: 'words',
      isSquare: true,
      tree: [
        { start: 1, middle: 2, end: 3, value: 0.3 },
        { start: 0, middle: 1, end: 3, value: 0.1 },
      ],
    };
    const wide = layout(square, 800, () => 40, false);
    const drawn = toSvg(square, wide, ink, null, frame);
    expect(drawn.match(/<rect x=/g)).toHaveLength(6 + 1);
    const path = treePath(square.tree!, wide);
    expect(drawn).toContain(path);
    // Each merge is one stroke; the root lies farthest right, and within the picture.
    expect(path.match(/M/g)).toHaveLength(2);
    const right = [...path.matchAll(/H([\d.]+)V/g)].map(([, x]) => Number(x));
    expect(right[1]).toBeGreaterThan(right[0]!);
    expect(right[1]).toBeLessThanOrEqual(wide.width);
  });
});

describe('the interval in a cell of a heatmap', () => {
  const grid: Grid = {
    rows: ['a', 'b'],
    columns: ['a', 'b'],
    values: Float32Array.of(1, 0.25, 0.25, 1),
    low: Float32Array.of(1, 0, 0, 1),
    high: Float32Array.of(1, 0.5, 0.75, 1),
    limit: 0.5,
    scale: 'diverging',
    columnsAre: 'words',
    isSquare: true,
  };

  it('lies on the scale of the colours, ends at the edges of the cell, and stands nowhere on the diagonal', () => {
    expect(spreadMark(grid, 0, 1)).toEqual({ from: 0.5, to: 1, at: 0.75 });
    expect(spreadMark(grid, 1, 0)).toEqual({ from: 0.5, to: 1, at: 0.75 });
    expect(spreadMark(grid, 0, 0)).toBeNull();
    expect(spreadMark({ ...grid, scale: 'sequential' }, 0, 1)).toEqual({ from: 0, to: 1, at: 0.5 });
    expect(spreadMark({ ...grid, low: null, high: null }, 0, 1)).toBeNull();
    expect(spreadMark({ ...grid, low: Float32Array.of(1, NaN, NaN, 1) }, 0, 1)).toBeNull();
  });
});
