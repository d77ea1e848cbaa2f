/** Something that hangs on some of the words in the middle. */
export interface Hanging {
  readonly name: string;
  /** Numbers of words, and how strongly it hangs on each. */
  readonly links: readonly { readonly of: number; readonly value: number }[];
}

export interface PlacedName {
  readonly row: number;
  readonly side: 'left' | 'right';
  /** Middle of its line, in pixels. */
  readonly y: number;
}

export interface NetworkLayout {
  /** Middles of the words, in pixels. */
  readonly words: readonly number[];
  readonly rows: readonly PlacedName[];
  readonly height: number;
}

const line = 22;

/**
 * Words in the middle, one below the other; what hangs on them to the left and the right, each on a line of its own, near its words: the
 * order is that of the mean of their numbers (Sugiyama, Tagawa & Toda 1981), so that few links cross and no two names meet.
 */
export function networkLayout(words: number, rows: readonly Hanging[]): NetworkLayout {
  const meanOf = ({ links }: Hanging) =>
    links.reduce((sum, { of }) => sum + of, 0) / Math.max(1, links.length);
  const order = [...rows.keys()].sort((a, b) => meanOf(rows[a]!) - meanOf(rows[b]!) || a - b);
  const lines = Math.max(Math.ceil(rows.length / 2), 2 * words);
  const height = lines * line;
  const side = Math.ceil(rows.length / 2);
  const room = side === 0 ? 0 : height / side;
  return {
    words: Array.from({ length: words }, (_, at) => (height * (at + 0.5)) / words),
    rows: order.map((row, at) => ({
      row,
      side: at % 2 === 0 ? 'left' : 'right',
      y: room * (Math.floor(at / 2) + 0.5),
    })),
    height,
  };
}
