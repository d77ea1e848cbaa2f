import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelData } from '../../../core/kernel/memory-map.ts';
import { layoutNetwork, type NetworkUse } from '../../../core/sequence/network-layout.ts';
import type { NetworkShape } from '../../../core/sequence/network-shape.ts';

const shapes = fc.record({
  cell: fc.constantFrom('rnn' as const, 'lstm' as const),
  layers: fc.integer({ min: 1, max: 2 }),
  inputs: fc.integer({ min: 2, max: 300 }),
  hidden: fc.integer({ min: 8, max: 300 }),
  words: fc.integer({ min: 3, max: 20_000 }),
});
const uses = fc.record({
  batch: fc.integer({ min: 1, max: 128 }),
  steps: fc.integer({ min: 2, max: 200 }),
  training: fc.option(
    fc.record({
      optimiser: fc.constantFrom('adam' as const, 'sgd' as const),
      hasMomentum: fc.boolean(),
      embeddings: fc.constantFrom('frozen' as const, 'tuned' as const, 'learned' as const),
      hasDropout: fc.boolean(),
      samples: fc.constantFrom(0, 16, 1001),
      trainingTokens: fc.integer({ min: 0, max: 1e6 }),
      heldOutTokens: fc.integer({ min: 0, max: 1e5 }),
      progressBytes: fc.integer({ min: 0, max: 1000 }),
    }),
  ),
});

/** Every number of a layout that is an offset. */
function offsets(value: unknown, name = ''): number[] {
  if (typeof value === 'number')
    return /^(rows|columns|stride|bytes|blockRows|blockStride|inputWidth|scoresStride|groupStride|padded|width|gates|layers|inputs|hidden|words|batch|steps)$/.test(
      name,
    )
      ? []
      : [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'shape' || key === 'use' ? [] : offsets(one, Array.isArray(value) ? name : key),
  );
}

describe('the layout of a network', () => {
  it('places everything on a multiple of 16 behind the kernel’s own data, and nothing twice', () => {
    fc.assert(
      fc.property(shapes, uses, (shape: NetworkShape, use: NetworkUse) => {
        const layout = layoutNetwork(shape, use);
        const all = offsets(layout).filter((at) => at !== 0);
        for (const at of all) {
          expect(at % 16).toBe(0);
          expect(at).toBeGreaterThanOrEqual(kernelData);
          expect(at).toBeLessThanOrEqual(layout.bytes);
        }
        const weights = layout.weights.flatMap(({ at, gradient, first, second }) =>
          [at, gradient, first, second].filter((one) => one !== 0),
        );
        expect(new Set(weights).size).toBe(weights.length);
        expect(layout.weights.every(({ at, bytes }) => at + bytes <= layout.bytes)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it('says how much would be needed before anything is allocated', () => {
    const shape: NetworkShape = { cell: 'lstm', layers: 1, inputs: 1000, hidden: 1024, words: 1_000_000 };
    expect(() => layoutNetwork(shape, { batch: 1, steps: 2, training: null })).toThrow(
      expect.objectContaining({
        code: 'E_MODEL_TOO_LARGE',
        details: { needed: expect.any(Number) as number, limit: 2 ** 32 - 65_536 },
      }),
    );
  });
});
