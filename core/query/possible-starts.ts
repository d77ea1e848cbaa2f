import { anchorsOf, type Anchor } from './anchors.ts';
import type { Pattern } from './query-tree.ts';
import type { TokenClasses } from './token-classes.ts';

/** The token that is looked for: only around its places matches are. */
export interface SoughtToken extends Pick<Anchor, 'nearest' | 'furthest'> {
  /** 1 for the classes of tokens that it may be. */
  readonly fits: Uint8Array;
}

/**
 * The rarest of the tokens that every match of a pattern has.
 * @param begins whether a match may begin with a token of a class: looked for where every match lacks something
 */
export function rarestOf(
  pattern: Pattern,
  classes: TokenClasses,
  begins: (of: number) => boolean,
): SoughtToken {
  let best: Anchor | null = null;
  // A start to be tried is the unit.
  let least = classes.columns[0]?.ids.length ?? 0;
  for (const anchor of anchorsOf(pattern))
    for (const { counts, masks, bits } of classes.columns) {
      const places = tokensLike(counts(), masks, (mask) => classes.mayFulfil(anchor.test, mask, bits));
      const starts = places * (anchor.furthest - anchor.nearest + 1);
      if (starts >= least) continue;
      least = starts;
      best = anchor;
    }
  const fits = new Uint8Array(classes.size);
  for (let of = 0; of < fits.length; of++)
    if (best === null ? begins(of) : classes.fulfils(best.test, of)) fits[of] = 1;
  return { fits, nearest: best?.nearest ?? 0, furthest: best?.furthest ?? 0 };
}

/** Tokens whose values have a mask that is `like` some. Masks are few. */
function tokensLike(counts: Uint32Array, masks: Uint32Array, like: (mask: number) => boolean): number {
  const known = new Map<number, boolean>();
  let [tokens, lastMask, isLike] = [0, 0, like(0)];
  known.set(0, isLike);
  for (let value = 0; value < masks.length; value++) {
    const mask = masks[value]!;
    if (mask !== lastMask) {
      lastMask = mask;
      isLike = known.get(mask) ?? like(mask);
      known.set(mask, isLike);
    }
    if (isLike) tokens += counts[value]!;
  }
  return tokens;
}
