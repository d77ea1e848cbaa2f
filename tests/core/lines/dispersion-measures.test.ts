import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dispersion } from '../../../core/lines/dispersion-measures.ts';

const hits = [0, 0, 1, 2, 5];

// By hand and by R, with the formulas of the papers.
describe('dispersion', () => {
  it('of hits over texts of different sizes', () => {
    expect(dispersion(hits, [500, 1500, 1000, 2500, 4500])).toEqual({
      dp: expect.closeTo(0.2, 10) as number,
      dpNorm: expect.closeTo(0.210_526, 6) as number,
      dP: expect.closeTo(0.777_778, 6) as number,
      juillandD: expect.closeTo(0.582_868, 6) as number,
      dA: expect.closeTo(0.446_565, 6) as number,
      dKl: expect.closeTo(0.748_252, 6) as number,
      range: 3,
    });
  });

  it('of hits over texts of one size', () => {
    expect(dispersion(hits, [100, 100, 100, 100, 100])).toEqual({
      dp: expect.closeTo(0.475, 10) as number,
      dpNorm: expect.closeTo(0.593_75, 6) as number,
      dP: expect.closeTo(0.406_25, 6) as number,
      juillandD: expect.closeTo(0.420_399, 6) as number,
      dA: expect.closeTo(0.25, 6) as number,
      dKl: expect.closeTo(0.494_283, 6) as number,
      range: 3,
    });
  });

  it('is even where every text has its share, and said of two texts at least', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 2, maxLength: 8 }), (sizes) => {
        const even = dispersion(
          sizes,
          sizes.map((size) => size * 10),
        )!;
        expect(even.dp).toBeCloseTo(0, 10);
        for (const one of [even.dP, even.juillandD, even.dKl]) expect(one).toBeCloseTo(1, 6);
        expect(even.dA).toBeCloseTo(1, 6);
      }),
    );
    expect(dispersion([3], [100])).toBeNull();
    expect(dispersion([0, 0], [100, 100])).toBeNull();
  });
});
