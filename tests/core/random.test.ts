import { describe, expect, it } from 'vitest';
import { randomState, randomStream } from '../../core/random.ts';

describe('random streams', () => {
  it('are the same for the same seed and purpose, and different otherwise', () => {
    const first = (...purpose: number[]) => randomStream(randomState(1, ...purpose)).next();
    expect(first(2, 0)).toBe(first(2, 0));
    const seen = new Set<number>();
    for (let worker = 0; worker < 30; worker += 1)
      for (let epoch = 0; epoch < 30; epoch += 1) seen.add(first(2, worker, epoch));
    expect(seen.size).toBe(900);
  });

  it('spread evenly', () => {
    const random = randomStream(randomState(7));
    const bins = new Array<number>(10).fill(0);
    for (let at = 0; at < 100_000; at += 1) {
      const bin = random.below(10);
      bins[bin] = bins[bin]! + 1;
    }
    for (const count of bins) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('give xorshift128’s numbers', () => {
    // From the definition with the state 1, 2, 3, 4: t = 1 ^ (1 << 11) = 2049; 4 ^ (4 >>> 19) ^ 2049 ^ (2049 >>> 8).
    expect(randomStream(Uint32Array.of(1, 2, 3, 4)).next()).toBe(4 ^ 2049 ^ 8);
  });
});
