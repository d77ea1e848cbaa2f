export type Colour = readonly [red: number, green: number, blue: number];

/** Ends and middle of a scale. Blue and orange stay apart for every kind of colour vision; the blue end is the darker one, so that a print in greys tells the ends apart. */
export interface Palette {
  readonly low: Colour;
  readonly middle: Colour;
  readonly high: Colour;
}

export const lightPalette: Palette = { low: [8, 81, 156], middle: [247, 247, 247], high: [217, 120, 20] };
export const darkPalette: Palette = { low: [55, 120, 180], middle: [42, 41, 38], high: [240, 165, 70] };

const missing: Colour = [140, 134, 126];

/** −1 is the low end, 0 the middle, 1 the high end; beyond the ends the colour stays. */
export function diverging(t: number, palette: Palette): Colour {
  if (!Number.isFinite(t)) return missing;
  return mixed(palette.middle, t < 0 ? palette.low : palette.high, Math.min(1, Math.abs(t)));
}

/** 0 is the middle's pale tone, 1 the full low end: one hue, light to dark. */
export function sequential(t: number, palette: Palette): Colour {
  if (!Number.isFinite(t)) return missing;
  return mixed(palette.middle, palette.low, Math.max(0, Math.min(1, t)));
}

function mixed(from: Colour, to: Colour, share: number): Colour {
  const at = (i: 0 | 1 | 2) => Math.round(from[i] + (to[i] - from[i]) * share);
  return [at(0), at(1), at(2)];
}

export function css([red, green, blue]: Colour): string {
  return `rgb(${red},${green},${blue})`;
}

/** Black or white, whichever is easier to read on the colour (relative luminance, WCAG 2.2). */
export function readableOn(colour: Colour): string {
  const [r = 0, g = 0, b = 0] = colour.map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b > 0.179 ? '#000' : '#fff';
}
