import { expect, it } from 'vitest';
import { placeOf, pointsOf } from '../../renderer/pages/lines/points-of.ts';
import { stepped } from '../../renderer/parts/plot/stepped.ts';

it('puts dates and numbers in their places, and nothing else', () => {
  expect(placeOf('1849')).toBe(1849);
  expect(placeOf('-0044')).toBe(-44);
  expect(placeOf('1849-07')).toBeCloseTo(1849.5);
  expect(placeOf('1849-07-16')!).toBeGreaterThan(placeOf('1849-07')!);
  expect(placeOf('2.5')).toBe(2.5);
  expect([placeOf(''), placeOf('unknown'), placeOf('18th century')]).toEqual([null, null, null]);
  const row = (value: string, perMillion: number | null) => ({ value, perMillion, count: 1, tokens: 9 });
  expect(pointsOf([row('', 3), row('1900', 5), row('1850', 4), row('1860', null)])).toEqual([
    { x: 1850, y: 4 },
    { x: 1900, y: 5 },
  ]);
});

it('goes over the places of a chart by keys, stops at its ends and leaves it', () => {
  expect(stepped('ArrowRight', null, 3)).toBe(0);
  expect(stepped('ArrowRight', 2, 3)).toBe(2);
  expect(stepped('ArrowLeft', null, 3)).toBe(2);
  expect(stepped('Home', 2, 3)).toBe(0);
  expect(stepped('End', 0, 3)).toBe(2);
  expect(stepped('Escape', 1, 3)).toBe(null);
  expect(stepped('Escape', null, 3)).toBeUndefined();
  expect(stepped('x', 1, 3)).toBeUndefined();
  expect(stepped('ArrowRight', null, 0)).toBeUndefined();
});
