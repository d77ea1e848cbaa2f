import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kernelData } from '../../../core/kernel/memory-map.ts';
import { sequenceKernel } from '../../../core/sequence/sequence-kernel.ts';
import { seeded } from '../../fixtures/small-language.ts';
import { difference, sequenceModule } from './small-network.ts';

const pages = 200;
const builds = ['strict', 'relaxed'] as const;

function kernelOf(build: (typeof builds)[number]) {
  const memory = new WebAssembly.Memory({ initial: pages, maximum: 65_536, shared: true });
  const kernel = sequenceKernel(sequenceModule(build), memory);
  const at = (index: number) => kernelData + index * 2 ** 20;
  const f32 = (index: number, length: number) => new Float32Array(memory.buffer, at(index), length);
  return { memory, kernel, at, f32 };
}

describe.each(builds)('the functions of the cells (%s)', (build) => {
  const { kernel, at, f32 } = kernelOf(build);
  const exact = [Math.exp, (x: number) => 1 / (1 + Math.exp(-x)), Math.tanh];

  it.each([
    ['the exponential', 0],
    ['the logistic function', 1],
    ['the hyperbolic tangent', 2],
  ] as const)('%s is right to 1e-6 everywhere, at the ends too', (_, which) => {
    for (const range of [1e-3, 1, 8, 20, 100, 1e6]) {
      const values = f32(0, 100_000);
      const xs = values.map((_, i) => (i / values.length - (which === 0 ? 1 : 0.5)) * 2 * range);
      values.set(xs);
      kernel.applyFunction(which, at(0), values.byteLength);
      let worst = 0;
      xs.forEach((x, i) => (worst = Math.max(worst, Math.abs(values[i]! - exact[which]!(x)))));
      expect(worst).toBeLessThan(2e-7);
    }
    const ends = [-Infinity, -3e38, -88, -0, 0, ...(which === 0 ? [-1, -2, -3] : [88, 3e38, Infinity])];
    f32(0, 8).set(ends);
    kernel.applyFunction(which, at(0), 32);
    ends.forEach((x, i) => expect(f32(0, 8)[i]).toBeCloseTo(exact[which]!(x), 6));
  });
});

describe.each(builds)('products of matrices (%s)', (build) => {
  const { kernel, at, f32 } = kernelOf(build);
  const upTo = (value: number, multiple: number) => Math.ceil(value / multiple) * multiple;

  it('are those of the definition, in every orientation', () => {
    const sizes = {
      rows: fc.integer({ min: 1, max: 40 }),
      columns: fc.integer({ min: 1, max: 60 }),
      depth: fc.integer({ min: 1, max: 500 }),
    };
    fc.assert(
      fc.property(
        fc.record({
          ...sizes,
          leftTransposed: fc.boolean(),
          rightTransposed: fc.boolean(),
          add: fc.boolean(),
        }),
        (one) => {
          const { rows, columns, leftTransposed, rightTransposed, add } = one;
          const depth = leftTransposed && !rightTransposed ? one.depth : upTo(one.depth, 4);
          const random = seeded(rows + columns + depth);
          const matrix = (height: number, width: number, index: number) => {
            const stride = upTo(width, 8);
            const values = f32(index, height * stride + 8);
            for (let i = 0; i < height; i += 1)
              for (let j = 0; j < stride; j += 1) values[i * stride + j] = j < width ? random() - 0.5 : 0;
            return { stride: stride * 4, value: (i: number, j: number) => values[i * stride + j]! };
          };
          const left = leftTransposed ? matrix(depth, rows, 0) : matrix(rows, depth, 0);
          const right = rightTransposed ? matrix(columns, depth, 1) : matrix(depth, columns, 1);
          if (leftTransposed) kernel.packLeftTransposed(at(0), left.stride, rows, depth, at(2));
          else kernel.packLeft(at(0), left.stride, rows, depth, at(2));
          if (rightTransposed) kernel.packRightTransposed(at(1), right.stride, depth, columns, at(3));
          else kernel.packRight(at(1), right.stride, depth, columns, at(3));
          const stride = upTo(columns, 8);
          const target = f32(4, rows * stride).fill(2);
          kernel.multiply(at(2), at(3), at(4), stride * 4, rows, columns, depth, add);
          const expected = target.map((_, place) => {
            const [i, j] = [Math.floor(place / stride), place % stride];
            let sum = add ? 2 : 0;
            for (let k = 0; k < depth && j < columns; k += 1)
              sum +=
                (leftTransposed ? left.value(k, i) : left.value(i, k)) *
                (rightTransposed ? right.value(j, k) : right.value(k, j));
            return sum;
          });
          expect(difference(target, expected)).toBeLessThan(1e-5);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('masks of dropout', () => {
  it('leave out the share that is asked for and scale the rest', () => {
    const { kernel, at, f32, memory } = kernelOf('strict');
    new Uint32Array(memory.buffer, at(0), 16).set(Array.from({ length: 16 }, (_, i) => i * 7919 + 1));
    kernel.drawMask(at(0), Math.floor(0.3 * 2 ** 32), 1 / 0.7, 400_000, at(1));
    const mask = f32(1, 100_000);
    expect(new Set(mask)).toEqual(new Set([0, Math.fround(1 / 0.7)]));
    expect(mask.filter((x) => x === 0).length / mask.length).toBeCloseTo(0.3, 2);
  });
});
