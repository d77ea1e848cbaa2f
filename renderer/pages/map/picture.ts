import type { ChartPicture } from '../../parts/plot/chart-file.ts';
import { escaped } from '../../parts/svg-text.ts';
import type { Ink } from './overlay.ts';
import { namesInSight } from './overlay.ts';
import type { Places } from './places.ts';
import { screenX, screenY, type Size, type View } from './view.ts';

/** A map as it is kept: what is in sight, with its legend. */
export interface MapPicture {
  readonly places: Places;
  readonly words: readonly string[];
  readonly classOf: Uint8Array;
  readonly classes: readonly { readonly name: string; readonly colour: string }[];
  readonly radius: number;
  readonly current: number;
  readonly near: readonly number[];
  readonly chosen: readonly number[];
  readonly found: readonly number[];
  readonly view: View;
  readonly size: Size;
  readonly ink: Ink;
  readonly title: string;
  /** What it was made from, and how true it is. */
  readonly notes: readonly string[];
}

const head = 34;
const line = 18;

/** The map as a drawing whose words stay words. */
export function mapSvg(picture: MapPicture): ChartPicture {
  const { places, view, size, ink, classes, radius } = picture;
  const number = (n: number) => String(Math.round(n * 10) / 10);
  const x = (point: number) => screenX(view, size, places.at[point * 2]!);
  const y = (point: number) => screenY(view, size, places.at[point * 2 + 1]!);
  const parts: string[] = [];
  for (let point = places.count - 1; point >= 0; point -= 1) {
    const [left, top] = [x(point), y(point)];
    if (left < 0 || top < 0 || left > size.width || top > size.height) continue;
    parts.push(
      `<circle cx="${number(left)}" cy="${number(top)}" r="${number(radius)}" fill="${classes[picture.classOf[point]!]!.colour}"/>`,
    );
  }
  if (picture.current >= 0)
    for (const point of picture.near)
      parts.push(
        `<line x1="${number(x(picture.current))}" y1="${number(y(picture.current))}" x2="${number(x(point))}" y2="${number(y(point))}" stroke="${ink.accent}"/>`,
      );
  for (const point of picture.chosen)
    parts.push(
      `<circle cx="${number(x(point))}" cy="${number(y(point))}" r="${number(radius + 2.5)}" fill="none" stroke="${ink.ink}" stroke-width="1.5"/>`,
    );
  for (const { mark, left, anchor, isFirst } of namesInSight(picture, view, size))
    parts.push(
      `<text x="${number(left)}" y="${number(mark.top)}" class="word${isFirst ? ' first' : ''}" text-anchor="${anchor}">${escaped(mark.name)}</text>`,
    );
  const legend = classes.map(({ name, colour }, at) => {
    const top = head + size.height + 16 + at * line;
    return `<circle cx="18" cy="${top}" r="5" fill="${colour}"/><text x="30" y="${top}" class="note">${escaped(name)}</text>`;
  });
  const below = head + size.height + 16 + classes.length * line;
  const notes = picture.notes.map(
    (note, at) => `<text x="12" y="${below + at * line}" class="note quiet">${escaped(note)}</text>`,
  );
  const height = below + picture.notes.length * line + 4;
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${height}" viewBox="0 0 ${size.width} ${height}">`,
    `<style>text{dominant-baseline:middle;fill:${ink.ink}}.word{font:14px serif;stroke:${ink.paper};stroke-width:3px;paint-order:stroke}.first{font-weight:600}.title{font:600 15px serif}.note{font:12px sans-serif}.quiet{fill:${ink.quiet}}</style>`,
    `<rect width="100%" height="100%" fill="${ink.paper}"/>`,
    `<text x="12" y="${head / 2}" class="title">${escaped(picture.title)}</text>`,
    `<clipPath id="sheet"><rect width="${size.width}" height="${size.height}"/></clipPath>`,
    `<g transform="translate(0 ${head})"><g clip-path="url(#sheet)">`,
    ...parts,
    '</g></g>',
    ...legend,
    ...notes,
    '</svg>',
  ].join('\n');
  return { svg, width: size.width, height };
}
