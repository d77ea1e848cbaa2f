import type { Places } from './places.ts';
import { planeX, planeY, screenX, screenY, type Size, type View } from './view.ts';

/** Colours as a picture of the canvas has them: 0xAABBGGRR. */
export type Pixels = Uint32Array;

/** What is drawn of each point. */
export interface Dots {
  readonly places: Places;
  /** Of each point the number of its colour. */
  readonly colourOf: Uint8Array;
  readonly colours: readonly number[];
}

/** Smaller dots where there are many, larger ones as one comes nearer. */
export function dotRadius(count: number, zoom: number): number {
  const base = count > 20_000 ? 1.3 : count > 5000 ? 1.8 : count > 800 ? 2.6 : 3.6;
  return Math.min(6, base * Math.max(1, Math.sqrt(Math.sqrt(zoom))));
}

/** How much of each pixel of a square a disc covers, 0 to 256. */
export function disc(radius: number): { readonly side: number; readonly cover: Uint16Array } {
  const reach = Math.ceil(radius + 0.5);
  const side = 2 * reach + 1;
  const cover = new Uint16Array(side * side);
  for (let y = -reach; y <= reach; y += 1)
    for (let x = -reach; x <= reach; x += 1)
      cover[(y + reach) * side + x + reach] = Math.round(
        256 * Math.max(0, Math.min(1, radius + 0.5 - Math.hypot(x, y))),
      );
  return { side, cover };
}

/**
 * Draws the points in sight straight into the pixels of a picture: no call of the canvas for any of them. Rarer words first, so that frequent
 * ones lie above.
 * @param size of the picture, in its own pixels; the view is in the same
 * @returns how many were drawn
 */
export function drawDots(
  pixels: Pixels,
  size: Size,
  view: View,
  { places, colourOf, colours }: Dots,
  radius: number,
  ground: number,
): number {
  pixels.fill(ground);
  const { width, height } = size;
  const { side, cover } = disc(radius);
  const reach = (side - 1) / 2;
  // The pixels of a dot as steps from its middle, those that it covers alone first.
  const covered = [...cover.keys()].filter((one) => cover[one]! > 0).sort((a, b) => cover[b]! - cover[a]!);
  const stepOf = (one: number) => (Math.floor(one / side) - reach) * width + (one % side) - reach;
  const steps = Int32Array.from(covered, stepOf);
  const shares = Int32Array.from(covered, (one) => cover[one]!);
  const solid = shares.filter((share) => share >= 256).length;
  const { at, count } = places;
  const [left, right] = [planeX(view, size, -side), planeX(view, size, width + side)];
  const [bottom, top] = [planeY(view, size, height + side), planeY(view, size, -side)];
  let drawn = 0;
  for (let point = count - 1; point >= 0; point -= 1) {
    const x = at[point * 2]!;
    const y = at[point * 2 + 1]!;
    if (x < left || x > right || y < bottom || y > top) continue;
    drawn += 1;
    const column = Math.round(screenX(view, size, x));
    const row = Math.round(screenY(view, size, y));
    const middle = row * width + column;
    const colour = colours[colourOf[point]!]!;
    if (column >= reach && row >= reach && column < width - reach && row < height - reach) {
      for (let one = 0; one < solid; one += 1) pixels[middle + steps[one]!] = colour;
      for (let one = solid; one < steps.length; one += 1) {
        const pixel = middle + steps[one]!;
        pixels[pixel] = blended(pixels[pixel]!, colour, shares[one]!);
      }
      continue;
    }
    // At an edge: only what lies on the picture.
    for (const [at, one] of covered.entries()) {
      const [ownColumn, ownRow] = [column + (one % side) - reach, row + Math.floor(one / side) - reach];
      if (ownColumn < 0 || ownRow < 0 || ownColumn >= width || ownRow >= height) continue;
      const pixel = ownRow * width + ownColumn;
      pixels[pixel] = blended(pixels[pixel]!, colour, shares[at]!);
    }
  }
  return drawn;
}

/** A colour over another; two of its four bytes at a time. @param share of the upper one, of 256 */
function blended(under: number, over: number, share: number): number {
  const rest = 256 - share;
  const redBlue = (((under & 0xff00ff) * rest + (over & 0xff00ff) * share) >>> 8) & 0xff00ff;
  const green = (((under & 0x00ff00) * rest + (over & 0x00ff00) * share) >>> 8) & 0x00ff00;
  return (0xff000000 | redBlue | green) >>> 0;
}

/** A colour of CSS with six hexadecimal digits as a pixel. */
export function pixelOf(css: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(css.slice(from, from + 2), 16));
  return (0xff000000 | (blue! << 16) | (green! << 8) | red!) >>> 0;
}
