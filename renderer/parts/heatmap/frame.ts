import type { Grid } from './grid.ts';
import { css } from './palette.ts';
import type { Ink } from './paint.ts';

/** What a picture says of itself where it stands without the window: in a paper, on a slide. */
export interface Frame {
  readonly title: string;
  /** Measure, model and date. */
  readonly note: string;
  /** The ends of the scale as they are shown. */
  readonly low: string;
  readonly high: string;
}

export const frameSizes = { head: 34, foot: 52, leastWidth: 440, side: 12 } as const;
const band = { width: 120, height: 9 } as const;

/** Colours of the scale from its low end to its high one. */
export function scaleColours({ scale }: Grid, { palette }: Ink): readonly string[] {
  const colours =
    scale === 'diverging' ? [palette.low, palette.middle, palette.high] : [palette.middle, palette.low];
  return colours.map(css);
}

/** @param height of the heatmap alone */
export function paintFrame(
  context: CanvasRenderingContext2D,
  grid: Grid,
  ink: Ink,
  frame: Frame,
  height: number,
): void {
  const { head, side } = frameSizes;
  const text = (words: string, x: number, y: number, font: string, colour: string) => {
    context.font = font;
    context.fillStyle = colour;
    context.fillText(words, x, y);
  };
  context.textAlign = 'left';
  context.textBaseline = 'middle';
  text(frame.title, side, head / 2, `600 15px ${ink.textFace}`, ink.ink);
  const y = head + height + 16;
  text(frame.low, side, y, `12px ${ink.face}`, ink.ink);
  const from = side + context.measureText(frame.low).width + 6;
  const gradient = context.createLinearGradient(from, 0, from + band.width, 0);
  scaleColours(grid, ink).forEach((colour, at, all) => gradient.addColorStop(at / (all.length - 1), colour));
  context.fillStyle = gradient;
  context.fillRect(from, y - band.height / 2, band.width, band.height);
  text(frame.high, from + band.width + 6, y, `12px ${ink.face}`, ink.ink);
  text(frame.note, side, y + 20, `12px ${ink.face}`, ink.quiet);
}

/** The same as parts of a drawing. @param escaped makes words safe in XML */
export function frameSvg(
  grid: Grid,
  ink: Ink,
  frame: Frame,
  height: number,
  escaped: (text: string) => string,
): readonly string[] {
  const { head, side } = frameSizes;
  const y = head + height + 16;
  const from = side + 60;
  const stops = scaleColours(grid, ink).map(
    (colour, at, all) => `<stop offset="${at / (all.length - 1)}" stop-color="${colour}"/>`,
  );
  return [
    `<defs><linearGradient id="scale">${stops.join('')}</linearGradient></defs>`,
    `<text x="${side}" y="${head / 2}" class="title">${escaped(frame.title)}</text>`,
    `<text x="${from - 6}" y="${y}" class="note end">${escaped(frame.low)}</text>`,
    `<rect x="${from}" y="${y - band.height / 2}" width="${band.width}" height="${band.height}" fill="url(#scale)"/>`,
    `<text x="${from + band.width + 6}" y="${y}" class="note">${escaped(frame.high)}</text>`,
    `<text x="${side}" y="${y + 20}" class="note">${escaped(frame.note)}</text>`,
  ];
}
