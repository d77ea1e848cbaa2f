import { describe, expect, it } from 'vitest';
import { placeOn, scaleOf } from '../../renderer/pages/explore/spread-scale.ts';

describe('the axis of a list of intervals', () => {
  it('reaches from the smallest to the largest of bars and marks', () => {
    const scale = scaleOf([
      { score: 0.9, low: 0.5, high: 0.8 },
      { score: 0.4, low: 0.45, high: 0.6 },
    ]);
    expect(scale).toEqual({ from: 0.4, to: 0.9 });
    expect(placeOn(scale, 0.4)).toBe(0);
    expect(placeOn(scale, 0.65)).toBeCloseTo(50, 10);
    expect(placeOn(scale, 0.9)).toBe(100);
  });

  it('is there where nothing or only one value is to be drawn', () => {
    expect(scaleOf([])).toEqual({ from: 0, to: 1 });
    expect(scaleOf([{ score: 0.3, low: null, high: null }])).toEqual({ from: 0, to: 1 });
    const scale = scaleOf([{ score: 0.5, low: 0.5, high: 0.5 }]);
    expect(placeOn(scale, 0.5)).toBe(50);
  });
});
