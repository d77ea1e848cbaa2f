import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scalesOf } from '../../renderer/parts/plot/scales.ts';
import { nearest, thinned, type Point } from '../../renderer/parts/plot/series.ts';
import {
  apart,
  apartWithin,
  decimals,
  logRange,
  logTicks,
  namedTick,
} from '../../renderer/parts/plot/ticks.ts';
import { lossByEpoch } from '../../renderer/training/loss-by-epoch.ts';

const box = { width: 500, height: 250, left: 50, right: 10, top: 10, bottom: 40 };
const one = (...points: readonly (readonly [number, number])[]) => [
  { name: 'a', points: points.map(([x, y]) => ({ x, y })) },
];

describe('the axes of a plot', () => {
  it('put the ends of the x range at the edges, and every value between top and bottom', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1 }),
        fc.boolean(),
        (values, log) => {
          const shown = log ? values.map((value) => Math.abs(value) + 1e-6) : values;
          const series = one(...shown.map((y, x) => [x, y] as const));
          const { x, y } = scalesOf(series, [], [0, 10], log, box);
          expect([x(0), x(10)]).toEqual([50, 490]);
          for (const value of shown) {
            expect(y(value)).toBeGreaterThanOrEqual(10 - 1e-6);
            expect(y(value)).toBeLessThanOrEqual(210 + 1e-6);
          }
        },
      ),
    );
  });

  it('put larger values higher, levels too, and read a place back', () => {
    const scales = scalesOf(one([1, 2], [2, 3]), [{ name: 'bigram', y: 9 }], [1, 8], false, box);
    expect(scales.y(9)).toBeLessThan(scales.y(3));
    expect(scales.y(9)).toBeGreaterThanOrEqual(10);
    expect(scales.xAt(scales.x(4.5))).toBeCloseTo(4.5);
  });

  it('name round numbers: whole ones across, as many as there is room for', () => {
    expect(scalesOf(one([0, 1]), [], [0, 10], false, box).xTicks).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(scalesOf(one([0, 1]), [], [0, 3], false, box).xTicks).toEqual([0, 1, 2, 3]);
    expect(scalesOf(one([0, 1.93], [1, 2.42]), [], [0, 3], false, box).yTicks).toEqual([
      1.9, 2, 2.1, 2.2, 2.3, 2.4, 2.5,
    ]);
    expect(scalesOf(one([0, 90], [1, 700]), [], [0, 3], true, box).yTicks).toEqual([100, 200, 500]);
  });

  it('exist where there is nothing to draw, or one value alone', () => {
    for (const log of [false, true])
      for (const series of [one(), one([1, Number.NaN]), one([1, 5])]) {
        const { y, yTicks } = scalesOf(series, [], [0, 0], log, box);
        expect(Number.isFinite(y(5))).toBe(true);
        expect(yTicks.length).toBeGreaterThan(0);
      }
  });
});

describe('the ticks of a log axis', () => {
  it('stand at 1, 2 and 5 on a short one, at powers of ten on a long one', () => {
    expect(logTicks(90, 700, 5)).toEqual([100, 200, 500]);
    expect(logTicks(0.0008, 0.2, 5)).toEqual([0.001, 0.01, 0.1]);
  });

  it('skip powers where there would be too many', () => {
    const many = logTicks(1e-12, 1, 4);
    expect(many.length).toBeLessThanOrEqual(5);
    expect(many).toContain(1);
  });
});

describe('the ends of a log axis', () => {
  it('hold every value that has a place there', () => {
    const [low, high] = logRange([0, -1, Number.NaN, 4, 400]);
    expect(low).toBeLessThan(4);
    expect(low).toBeGreaterThan(3);
    expect(high).toBeGreaterThan(400);
  });

  it('leave room where all values are alike, and exist where there is none', () => {
    const [low, high] = logRange([7, 7]);
    expect(high / low).toBeGreaterThan(1.5);
    expect(logRange([0])).toEqual([0.1, 1]);
  });
});

describe('a curve of very many points', () => {
  const points: readonly Point[] = Array.from({ length: 50_000 }, (_, i) => ({
    x: i / 5000,
    y: Math.sin(i / 900) + (i === 31_415 ? 40 : 0),
  }));

  it('is drawn by few, and keeps its ends and what stands out', () => {
    const few = thinned(points, [0, 10], 400);
    expect(few.length).toBeLessThanOrEqual(1600);
    expect(few[0]).toBe(points[0]);
    expect(few.at(-1)).toBe(points.at(-1));
    expect(few).toContain(points[31_415]);
  });

  it('keeps the lowest and the highest of each column, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 9, maxLength: 80 }), (values) => {
        const all = values.map((y, i) => ({ x: i / values.length, y }));
        const few = thinned(all, [0, 1], 2);
        const column = (some: readonly Point[], n: number) =>
          some.filter(({ x }) => Math.floor(x * 2) === n).map(({ y }) => y);
        for (const n of [0, 1]) {
          expect(Math.max(...column(few, n))).toBe(Math.max(...column(all, n)));
          expect(Math.min(...column(few, n))).toBe(Math.min(...column(all, n)));
        }
        expect(few.map(({ x }) => x)).toEqual(few.map(({ x }) => x).toSorted((a, b) => a - b));
        expect(new Set(few).size).toBe(few.length);
      }),
    );
  });

  it('is left alone where it has few', () => {
    const few = points.slice(0, 100);
    expect(thinned(few, [0, 10], 400)).toBe(few);
  });
});

it('the pointer reads the point next to it', () => {
  const points = [1, 2, 5].map((x) => ({ x, y: x * 10 }));
  expect(nearest(points, 3)).toEqual({ x: 2, y: 20 });
  expect(nearest(points, 99)).toEqual({ x: 5, y: 50 });
  expect(nearest([], 1)).toBeUndefined();
});

it('a loss is listed once for each epoch, as it stood at its end', () => {
  const points = [0, 0.4, 0.99, 1.2, 2].map((epoch, i) => ({ epoch, loss: 9 - i }));
  expect(lossByEpoch(points)).toEqual([
    { epoch: 1, loss: 7 },
    { epoch: 2, loss: 5 },
  ]);
});

it('labels are moved apart and keep their order', () => {
  expect(apart([10, 100, 12], 15)).toEqual([10, 100, 25]);
  expect(apart([12, 10, 11], 15)).toEqual([40, 10, 25]);
  expect(apart([], 15)).toEqual([]);
});

it('ticks have the decimals that tell them apart, all of them as many', () => {
  expect([[1, 2, 3], [2.9, 3], [0.5, 0.75, 1], [0, 200], [7], []].map(decimals)).toEqual([0, 1, 2, 0, 0, 0]);
});

it('long rows of zeros are named as powers of ten', () => {
  expect([1e-6, 0.001, 1e-12, 200, 1e5].map((tick) => namedTick(tick, String))).toEqual([
    '10⁻⁶',
    '0.001',
    '10⁻¹²',
    '200',
    '10⁵',
  ]);
});

it('moves names apart towards an end that they do not pass', () => {
  expect(apartWithin([10, 11, 50], 10, 100)).toEqual([10, 20, 50]);
  expect(apartWithin([90, 95, 99], 10, 100)).toEqual([80, 90, 100]);
  expect(apartWithin([99, 20, 98], 10, 100).toSorted((a, b) => a - b)).toEqual([20, 90, 100]);
});
