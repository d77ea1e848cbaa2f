import type { SortKey } from '../../../core/contract/query.ts';

/** Places that lines are sorted by: negative to the left of the node, positive to its right, 0 the match; none is text order. */
export const orders = {
  text: [],
  left: [-1, -2, -3],
  right: [1, 2, 3],
  both: [1, -1],
  match: [0, 1],
  leftMatch: [-1, 0],
  random: [],
  // What somebody puts together.
  own: [],
} as const satisfies Readonly<Record<string, readonly number[]>>;

export type Order = keyof typeof orders;
export const orderNames: readonly Order[] = [
  'text',
  'left',
  'right',
  'both',
  'match',
  'leftMatch',
  'own',
  'random',
];

/** Places that a key can be at, from left to right. */
export const keyPlaces = [-5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5] as const;
/** More keys hardly ever decide anything. */
export const mostKeys = 4;

/** A key as the value of a choice: `1`, `meta:year`. What a layer says is chosen beside it. */
export const choiceOf = (key: SortKey): string =>
  typeof key === 'number' ? String(key) : 'field' in key ? `meta:${key.field}` : String(key.place);

export const layerOf = (key: SortKey): string =>
  typeof key === 'object' && 'layer' in key ? key.layer : 'form';

export function keyOf(choice: string, layer: string): SortKey {
  if (choice.startsWith('meta:')) return { field: choice.slice('meta:'.length) };
  return layer === 'form' ? Number(choice) : { place: Number(choice), layer };
}

/** Which lines are shown by what was said of them. */
export const views = ['visible', 'all', 'hidden', 'marked', 'noted'] as const;

/** All lines, each so-manieth (`/5`), or so many by chance. */
export const thinnings = ['all', '/2', '/5', '/10', '/100', '50', '100', '200', '500'] as const;
export type Thinning = (typeof thinnings)[number];

/** The same as the engine is asked. @param view one of the views, or a category behind a colon */
export function chosenLines(view: string, thin: Thinning, seed: number) {
  const show = views.find((one) => one === view);
  return {
    ...(show === undefined ? { category: view.slice(1) } : { show }),
    ...(thin === 'all'
      ? {}
      : thin.startsWith('/')
        ? { every: Number(thin.slice(1)) }
        : { random: Number(thin), seed }),
  };
}
