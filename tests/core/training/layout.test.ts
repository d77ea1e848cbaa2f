import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrainingSettings } from '../../../core/contract/settings/training.ts';
import { kernelData } from '../../../core/kernel/memory-map.ts';
import { allocate, layoutOf } from '../../../core/training/layout.ts';
import { completeSettings } from '../../../core/training/settings.ts';
import { kernelModule } from './small-run.ts';

const outputs = ['negative-sampling', 'hierarchical-softmax', 'full-softmax'] as const;

describe('the layout of the shared memory', () => {
  it('places everything on multiples of 64, apart from each other and behind the kernel’s own constants', () => {
    const numbers = fc.record({
      words: fc.integer({ min: 1, max: 5000 }),
      tokens: fc.integer({ min: 1, max: 100_000 }),
      dimensions: fc.integer({ min: 2, max: 1000 }),
      workers: fc.integer({ min: 1, max: 8 }),
      output: fc.constantFrom(...outputs),
    });
    fc.assert(
      fc.property(numbers, ({ words, tokens, dimensions, workers, output }) => {
        const settings = completeSettings({ dimensions, workers, output, mode: 'fast' });
        const pathNodes = output === 'hierarchical-softmax' ? words * 12 : 0;
        const layout = layoutOf({ words, tokens, pathNodes, deepest: 20 }, settings);
        const { rowBytes, bytes, workerBytes } = layout;
        const places = Object.entries(layout).filter(
          ([name]) => !/[bB]ytes|Count$|windows|watched|scratchEnd|rounds/.test(name),
        );
        const sorted = places.flatMap(([, at]) => at as number | number[]).sort((a, b) => a - b);
        expect(sorted.every((at) => at % 64 === 0 && at >= kernelData && at <= bytes)).toBe(true);
        expect(layout.rows + words * rowBytes * 2).toBeLessThanOrEqual(bytes);
        expect(layout.tokens + tokens * 4).toBeLessThanOrEqual(layout.rows);
        // A checkpoint keeps the blocks of all workers as one piece.
        const [first, ...others] = layout.workers as [number, ...number[]];
        expect(others).toEqual(others.map((_, at) => first + (at + 1) * workerBytes));
        expect(workerBytes * workers).toBeLessThanOrEqual(layout.scratches[0]! - first);
      }),
    );
  });

  it('places what rounds need apart from each other, and nothing of it beyond its end', () => {
    const numbers = fc.record({
      words: fc.integer({ min: 1, max: 5000 }),
      dimensions: fc.integer({ min: 2, max: 300 }),
      stretches: fc.integer({ min: 2, max: 8 }),
      workers: fc.integer({ min: 1, max: 9 }),
      output: fc.constantFrom(...outputs),
    });
    fc.assert(
      fc.property(numbers, ({ words, ...chosen }) => {
        const settings = completeSettings(chosen);
        const layout = layoutOf({ words, tokens: 1000, pathNodes: words * 12, deepest: 20 }, settings);
        const { rounds, scratches, scratchEnd, workers, bytes } = layout;
        expect(workers).toHaveLength(chosen.stretches);
        expect(scratches).toHaveLength(Math.min(chosen.stretches, chosen.workers));
        const [first, ...others] = rounds!.areas as [number, ...number[]];
        expect(others).toEqual(others.map((_, at) => first + (at + 1) * rounds!.areaBytes));
        expect(rounds!.touched).toBeGreaterThanOrEqual(first + rounds!.areaBytes * chosen.stretches);
        expect(rounds!.touched + rounds!.touchedBytes * 2).toBeLessThanOrEqual(bytes);
        expect(rounds!.meeting + 64).toBeLessThanOrEqual(first);
        const within = [rounds!.addresses, rounds!.owned, rounds!.copies, rounds!.outputs];
        expect(within).toEqual(within.toSorted((a, b) => a - b));
        expect(rounds!.outputs).toBeLessThanOrEqual(rounds!.areaBytes);
        expect(
          [scratchEnd, rounds!.meeting, first, rounds!.touched, ...within].every((at) => at % 64 === 0),
        ).toBe(true);
      }),
    );
  });

  it('leaves room for the constants of both builds', () => {
    const memory = new WebAssembly.Memory({ initial: 1, maximum: 65_536, shared: true });
    for (const build of ['strict', 'relaxed'] as const) {
      const { exports } = new WebAssembly.Instance(kernelModule(build), { env: { memory } });
      expect((exports as { constantsEnd(): number }).constantsEnd()).toBeLessThanOrEqual(kernelData);
    }
  });

  it('refuses beforehand, with numbers, what does not fit into 4 GiB', () => {
    const settings: TrainingSettings = completeSettings({ dimensions: 1000 });
    expect(() => layoutOf({ words: 600_000, tokens: 1e6, pathNodes: 0, deepest: 0 }, settings)).toThrow(
      expect.objectContaining({
        code: 'E_MODEL_TOO_LARGE',
        details: expect.objectContaining({ limit: 2 ** 32 - 65_536 }) as object,
      }),
    );
  });

  it('is what is allocated', () => {
    const layout = layoutOf({ words: 10, tokens: 100, pathNodes: 0, deepest: 0 }, completeSettings({}));
    expect(allocate(layout).buffer.byteLength).toBeGreaterThanOrEqual(layout.bytes);
  });
});
