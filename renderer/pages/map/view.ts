/** Which part of the plane is looked at: the place in the middle, and pixels for each unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const margin = 36;
/** Beyond these a map is a dot or an empty sheet. */
const [least, most] = [0.25, 4000];

/** @param places points × 2 @returns a view that holds them all */
export function fitting(places: Float64Array, { width, height }: Size): View {
  let [left, right, bottom, top] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let at = 0; at < places.length; at += 2) {
    left = Math.min(left, places[at]!);
    right = Math.max(right, places[at]!);
    bottom = Math.min(bottom, places[at + 1]!);
    top = Math.max(top, places[at + 1]!);
  }
  if (left > right) return { x: 0, y: 0, scale: 1 };
  const room = (pixels: number, units: number) =>
    units > 0 ? Math.max(40, pixels - 2 * margin) / units : Infinity;
  const scale = Math.min(room(width, right - left), room(height, top - bottom));
  return { x: (left + right) / 2, y: (bottom + top) / 2, scale: Number.isFinite(scale) ? scale : 1 };
}

/** Upwards is more, as in any diagram. */
export const screenX = (view: View, { width }: Size, x: number) => (x - view.x) * view.scale + width / 2;
export const screenY = (view: View, { height }: Size, y: number) => height / 2 - (y - view.y) * view.scale;
export const planeX = (view: View, { width }: Size, left: number) => (left - width / 2) / view.scale + view.x;
export const planeY = (view: View, { height }: Size, top: number) => (height / 2 - top) / view.scale + view.y;

export const panned = (view: View, right: number, down: number): View => ({
  ...view,
  x: view.x - right / view.scale,
  y: view.y + down / view.scale,
});

/**
 * Nearer or further, while what lies under one place of the screen stays there.
 * @param whole the view of everything: neither much further than that, nor without an end nearer
 */
export function zoomed(view: View, size: Size, by: number, left: number, top: number, whole: View): View {
  const scale = Math.min(whole.scale * most, Math.max(whole.scale * least, view.scale * by));
  const [x, y] = [planeX(view, size, left), planeY(view, size, top)];
  return {
    scale,
    x: x - (left - size.width / 2) / scale,
    y: y + (top - size.height / 2) / scale,
  };
}

/** The same nearness with another place in the middle. */
export const centred = (view: View, x: number, y: number): View => ({ ...view, x, y });
