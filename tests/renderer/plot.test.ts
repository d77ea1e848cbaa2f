import { describe, expect, it } from 'vitest';
import { apart, logRange, logTicks, namedTick, ticks } from '../../renderer/parts/plot/ticks.ts';

describe('the ticks of an axis', () => {
  it('stand at round numbers', () => {
    expect(ticks(0, 10, 5)).toEqual([0, 2, 4, 6, 8, 10]);
    expect(ticks(1, 8, 8)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(ticks(0, 34, 7)).toEqual([0, 5, 10, 15, 20, 25, 30]);
    expect(ticks(3, 3, 4)).toEqual([3]);
  });

  it('stand at 1, 2 and 5 on a short log axis, at powers of ten on a long one', () => {
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

it('labels are moved apart and keep their order', () => {
  expect(apart([10, 100, 12], 15)).toEqual([10, 100, 25]);
  expect(apart([12, 10, 11], 15)).toEqual([40, 10, 25]);
  expect(apart([], 15)).toEqual([]);
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
