interface Spark {
  /** As `points` of a polyline. */
  readonly line: string;
  /** Where the largest value is. */
  readonly peak: { readonly x: number; readonly y: number };
}

/** A small line over equal steps, from 0 at the foot to the largest value at the top; null where nothing is above 0. */
export function sparkline(
  values: readonly number[],
  { width, height }: { readonly width: number; readonly height: number },
): Spark | null {
  const most = Math.max(0, ...values);
  if (most === 0) return null;
  const edge = 2.5;
  const [foot, top] = [height - 1, edge];
  const placed = values.map((value, at) => ({
    x: rounded(edge + ((width - 2 * edge) * at) / Math.max(1, values.length - 1)),
    y: rounded(foot - ((foot - top) * value) / most),
  }));
  return {
    line: placed.map(({ x, y }) => `${x},${y}`).join(' '),
    peak: placed[values.indexOf(most)]!,
  };
}

const rounded = (pixels: number) => Math.round(pixels * 10) / 10;
