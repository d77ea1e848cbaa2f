/** A stream of uniform u32, the same from the same state on every machine. */
export interface RandomStream {
  next(): number;
  /** Uniform in 0 … limit − 1. */
  below(limit: number): number;
  /** Uniform in [0, 1). */
  fraction(): number;
}

/**
 * State of xorshift128 for one purpose of a run: four u32 mixed from the seed and the numbers of the purpose (splitmix32),
 * so that each worker and epoch has a stream of its own.
 */
export function randomState(seed: number, ...purpose: readonly number[]): Uint32Array {
  let mixed = seed >>> 0;
  for (const part of purpose) mixed = scrambled(mixed ^ scrambled(part >>> 0));
  const state = new Uint32Array(4);
  for (let at = 0; at < 4; at += 1) {
    mixed = (mixed + 0x9e3779b9) >>> 0;
    state[at] = scrambled(mixed);
  }
  // All zeros would stay zeros.
  if (state.every((word) => word === 0)) state[0] = 1;
  return state;
}

function scrambled(value: number): number {
  let x = (value + 0x9e3779b9) >>> 0;
  x = Math.imul(x ^ (x >>> 16), 0x21f0aaad);
  x = Math.imul(x ^ (x >>> 15), 0x735a2d97);
  return (x ^ (x >>> 15)) >>> 0;
}

/** xorshift128 (Marsaglia 2003), as the kernels have it. */
export function randomStream(state: Uint32Array): RandomStream {
  let [a, b, c, d] = [state[0]!, state[1]!, state[2]!, state[3]!];
  const next = () => {
    const t = a ^ (a << 11);
    a = b;
    b = c;
    c = d;
    d = (d ^ (d >>> 19) ^ t ^ (t >>> 8)) >>> 0;
    return d;
  };
  return {
    next,
    below: (limit) => Math.floor((next() * limit) / 2 ** 32),
    fraction: () => next() / 2 ** 32,
  };
}

/** Puts items into any order, each as likely as any other (Fisher & Yates; Durstenfeld 1964). @returns the same items */
export function shuffle<T, Items extends { readonly length: number; [at: number]: T }>(
  items: Items,
  random: Pick<RandomStream, 'below'>,
): Items {
  for (let last = items.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    [items[last], items[other]] = [items[other]!, items[last]!];
  }
  return items;
}
