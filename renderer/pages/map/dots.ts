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
  const { side, cover } = disc(radius);
  const reach = (side - 1) / 2;
  const { at, count } = places;
  const [width, height] = [size.width, size.height];
  const [left, right] = [planeX(view, size, -side), planeX(view, size, width + side)];
  const [bottom, top] = [planeY(view, size, height + side), planeY(view, size, -side)];
  let drawn = 0;
  for (let point = count - 1; point >= 0; point -= 1) {
    const [x, y] = [at[point * 2]!, at[point * 2 + 1]!];
    if (x < left || x > right || y < bottom || y > top) continue;
    drawn += 1;
    const fromX = Math.round(screenX(view, size, x)) - reach;
    const fromY = Math.round(screenY(view, size, y)) - reach;
    const colour = colours[colourOf[point]!]!;
    const [red, green, blue] = [colour & 255, (colour >>> 8) & 255, (colour >>> 16) & 255];
    for (let row = Math.max(0, -fromY); row < side && fromY + row < height; row += 1) {
      const line = (fromY + row) * width + fromX;
      for (let column = Math.max(0, -fromX); column < side && fromX + column < width; column += 1) {
        const share = cover[row * side + column]!;
        if (share === 0) continue;
        if (share >= 256) {
          pixels[line + column] = colour;
          continue;
        }
        const under = pixels[line + column]!;
        const rest = 256 - share;
        pixels[line + column] =
          (0xff000000 |
            ((((under >>> 16) & 255) * rest + blue * share) >> 8 << 16) |
            ((((under >>> 8) & 255) * rest + green * share) >> 8 << 8) |
            (((under & 255) * rest + red * share) >> 8)) >>>
          0;
      }
    }
  }
  return drawn;
}

/** A colour of CSS with six hexadecimal digits as a pixel. */
export function pixelOf(css: string): number {
  const [red, green, blue] = [1, 3, 5].map((from) => Number.parseInt(css.slice(from, from + 2), 16));
  return (0xff000000 | (blue! << 16) | (green! << 8) | red!) >>> 0;
}
