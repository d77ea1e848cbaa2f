/** Text that runs upwards, downwards or upside down, as it lies when it is turned to run from left to right. */

/** Degrees counter-clockwise by which a matrix (a, b …) turns, as the nearest of 0, 90, 180 and 270. */
export const angleOf = (a: number, b: number): number =>
  (Math.round(Math.atan2(b, a) / (Math.PI / 2)) * 90 + 360) % 360;

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

/** A box of the page as it lies when its text is turned back to run from left to right. */
export function turnedBack(turned: number, left: number, bottom: number, right: number, top: number): Box {
  if (turned === 90) return { left: bottom, right: top, bottom: -right, top: -left };
  if (turned === 180) return { left: -right, right: -left, bottom: -top, top: -bottom };
  if (turned === 270) return { left: -top, right: -bottom, bottom: left, top: right };
  return { left, right, bottom, top };
}
