import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stretchOf } from '../../../core/training/stretches.ts';

const layoutOf = (tokenCount: number, workers: number) => ({
  tokenCount,
  workers: Array.from({ length: workers }, (_, at) => at),
});

describe('stretches of a run', () => {
  it('give every token once in every epoch, whoever takes them', () => {
    assert(
      property(integer({ min: 1, max: 5000 }), integer({ min: 1, max: 16 }), (tokens, workers) => {
        const layout = layoutOf(tokens, workers);
        const times = [0, 1, 2].map(() => new Uint8Array(tokens));
        for (let claim = 0; ; claim += 1) {
          const { epoch, from, to } = stretchOf(layout, claim);
          if (epoch === 3) break;
          for (let at = from; at < to; at += 1) times[epoch]![at]! += 1;
        }
        for (const epoch of times) expect(epoch.every((count) => count === 1)).toBe(true);
      }),
    );
  });

  it('are whole epochs for one worker', () => {
    expect([0, 1, 7].map((claim) => stretchOf(layoutOf(1234, 1), claim))).toEqual([
      { epoch: 0, from: 0, to: 1234 },
      { epoch: 1, from: 0, to: 1234 },
      { epoch: 7, from: 0, to: 1234 },
    ]);
  });

  it('never fall back to an earlier epoch', () => {
    assert(
      property(integer({ min: 1, max: 16 }), array(integer({ min: 0, max: 4000 })), (workers, claims) => {
        const epochs = claims
          .toSorted((a, b) => a - b)
          .map((claim) => stretchOf(layoutOf(900, workers), claim).epoch);
        expect(epochs).toEqual(epochs.toSorted((a, b) => a - b));
      }),
    );
  });

  it('lie far apart when they are given out together', () => {
    const layout = layoutOf(64_000, 2);
    const [first, second, third] = [0, 1, 2].map((claim) => stretchOf(layout, claim).from);
    expect(second! - first!).toBe(32_000);
    expect(third! - first!).toBe(1000);
  });
});
