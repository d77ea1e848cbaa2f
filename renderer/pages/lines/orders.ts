/** Places that lines are sorted by: negative to the left of the node, positive to its right, 0 the match; none is text order. */
export const orders = {
  text: [],
  left: [-1, -2, -3],
  right: [1, 2, 3],
  both: [1, -1],
  match: [0, 1],
  leftMatch: [-1, 0],
  random: [],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type Order = keyof typeof orders;
export const orderNames: readonly Order[] = ['text', 'left', 'right', 'both', 'match', 'leftMatch', 'random'];
