import { namesWithRoom, type PlacedMark } from '../../parts/plot/scatter.ts';
import type { Places } from './places.ts';
import { screenX, screenY, type Size, type View } from './view.ts';

/** Colours and faces of what is drawn over the points. */
export interface Ink {
  readonly paper: string;
  readonly ink: string;
  readonly quiet: string;
  readonly accent: string;
  readonly textFace: string;
  readonly face: string;
}

/** What is drawn over the points. */
export interface Overlay {
  readonly places: Places;
  readonly words: readonly string[];
  readonly colourOf: (point: number) => string;
  readonly radius: number;
  /** Points that are named whatever room there is, with a ring. */
  readonly chosen: readonly number[];
  /** The point that is looked at. */
  readonly current: number;
  /** Where lines go to from it. */
  readonly near: readonly number[];
  /** Of some points places to which runs move them: points × 2, in the plane. */
  readonly clouds: ReadonlyMap<number, Float64Array>;
  readonly found: readonly number[];
  /** Corners of the lasso while it is drawn, × 2, on the screen. */
  readonly lasso: readonly number[];
}

const mostNames = 70;
/** Rarer words are named as one comes nearer. */
const mostTried = 500;

// Wide signs take the width of their height, letters about half of it.
export const widthOf = (name: string) =>
  Array.from(name).reduce((sum, sign) => sum + (/[\u1100-\uFFDC]/u.test(sign) ? 14 : 7.2), 0);

/** The points that get a name: chosen ones first, then by frequency, as far as there is room. */
export function namesInSight(
  overlay: Pick<Overlay, 'places' | 'words' | 'chosen' | 'current' | 'near' | 'found' | 'radius'>,
  view: View,
  size: Size,
) {
  const { places, words } = overlay;
  const first = [...new Set([overlay.current, ...overlay.chosen, ...overlay.found, ...overlay.near])].filter(
    (point) => point >= 0,
  );
  const isFirst = new Set(first);
  const marks: (PlacedMark & { readonly point: number })[] = [];
  const add = (point: number) => {
    const left = screenX(view, size, places.at[point * 2]!);
    const top = screenY(view, size, places.at[point * 2 + 1]!);
    if (left < 0 || top < 8 || left > size.width || top > size.height - 8) return;
    marks.push({ point, name: words[point]!, x: 0, y: 0, left, top });
  };
  first.slice(0, mostNames).forEach(add);
  for (let point = 0; point < places.count && marks.length < mostTried; point += 1)
    if (!isFirst.has(point)) add(point);
  return namesWithRoom(marks, mostNames, { width: size.width, left: 4, right: 4 }, widthOf).map((name) => ({
    ...name,
    point: (name.mark as (typeof marks)[number]).point,
    isFirst: isFirst.has((name.mark as (typeof marks)[number]).point),
  }));
}

export function drawOverlay(
  context: CanvasRenderingContext2D,
  overlay: Overlay,
  view: View,
  size: Size,
  ink: Ink,
): void {
  const { places, radius } = overlay;
  const x = (point: number) => screenX(view, size, places.at[point * 2]!);
  const y = (point: number) => screenY(view, size, places.at[point * 2 + 1]!);
  context.clearRect(0, 0, size.width, size.height);
  for (const [point, cloud] of overlay.clouds) {
    context.fillStyle = overlay.colourOf(point);
    context.globalAlpha = 0.35;
    for (let at = 0; at < cloud.length; at += 2) {
      context.beginPath();
      context.arc(screenX(view, size, cloud[at]!), screenY(view, size, cloud[at + 1]!), 2.5, 0, 2 * Math.PI);
      context.fill();
    }
    context.globalAlpha = 1;
  }
  if (overlay.current >= 0) {
    context.strokeStyle = ink.accent;
    context.lineWidth = 1;
    context.beginPath();
    for (const point of overlay.near) {
      context.moveTo(x(overlay.current), y(overlay.current));
      context.lineTo(x(point), y(point));
    }
    context.stroke();
  }
  const ring = (point: number, width: number, colour: string) => {
    context.beginPath();
    context.arc(x(point), y(point), radius + 2.5, 0, 2 * Math.PI);
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke();
  };
  for (const point of overlay.found) ring(point, 1, ink.quiet);
  for (const point of overlay.chosen) ring(point, 1.5, ink.ink);
  if (overlay.current >= 0) ring(overlay.current, 2.5, ink.accent);
  context.textBaseline = 'middle';
  context.lineJoin = 'round';
  for (const { point, mark, left, anchor, isFirst } of namesInSight(overlay, view, size)) {
    context.font = `${isFirst ? '600 ' : ''}14px ${ink.textFace}`;
    context.textAlign = anchor === 'start' ? 'left' : 'right';
    context.lineWidth = 3;
    context.strokeStyle = ink.paper;
    context.strokeText(mark.name, left, mark.top);
    context.fillStyle = point === overlay.current ? ink.accent : ink.ink;
    context.fillText(mark.name, left, mark.top);
  }
  if (overlay.lasso.length >= 4) {
    context.beginPath();
    context.moveTo(overlay.lasso[0]!, overlay.lasso[1]!);
    for (let at = 2; at < overlay.lasso.length; at += 2)
      context.lineTo(overlay.lasso[at]!, overlay.lasso[at + 1]!);
    context.lineWidth = 1.5;
    context.strokeStyle = ink.accent;
    context.setLineDash([4, 3]);
    context.stroke();
    context.setLineDash([]);
  }
}

/** Where each run puts a word: in the middle of its near words of that run, as far from its place as that is from the middle of all runs. */
export function cloudOf(
  places: Places,
  point: number,
  near: ArrayLike<number>,
  runs: number,
  each: number,
): Float64Array {
  const middles: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    let [x, y, known] = [0, 0, 0];
    for (let at = 0; at < each; at += 1) {
      const other = near[run * each + at]!;
      if (other < 0) continue;
      x += places.at[other * 2]!;
      y += places.at[other * 2 + 1]!;
      known += 1;
    }
    if (known > 0) middles.push(x / known, y / known);
  }
  const count = middles.length / 2;
  const mean = (axis: 0 | 1) =>
    middles.reduce((sum, value, at) => sum + (at % 2 === axis ? value : 0), 0) / Math.max(1, count);
  const [meanX, meanY] = [mean(0), mean(1)];
  return Float64Array.from(
    middles,
    (value, at) => places.at[point * 2 + (at % 2)]! + value - (at % 2 === 0 ? meanX : meanY),
  );
}
