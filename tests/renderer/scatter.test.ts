import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markAt, namesWithRoom, scatterScales, type Mark } from '../../renderer/parts/plot/scatter.ts';

const box = { width: 400, height: 300, left: 48, right: 12, top: 24, bottom: 40 };
const widthOf = (name: string) => 7 * name.length;
const marks = fc.array(
  fc.record({
    name: fc.string({ minLength: 1, maxLength: 12 }),
    x: fc.double({ min: -12, max: 12, noNaN: true }),
    y: fc.double({ min: 4, max: 1e5, noNaN: true }),
  }),
  { maxLength: 60 },
);
const place = (all: readonly Mark[]) => {
  const scales = scatterScales(all, 21.7, box);
  return all.map((mark) => ({ ...mark, left: scales.x(mark.x), top: scales.y(mark.y) }));
};

describe('the axes of marks', () => {
  it('hold every mark, 0 and the line across', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const { x, y } = scatterScales(all, 21.7, box);
        for (const left of [x(0), ...all.map((mark) => x(mark.x))]) {
          expect(left).toBeGreaterThanOrEqual(47.9);
          expect(left).toBeLessThanOrEqual(388.1);
        }
        for (const top of [y(21.7), ...all.map((mark) => y(mark.y))]) {
          expect(top).toBeGreaterThanOrEqual(23.9);
          expect(top).toBeLessThanOrEqual(260.1);
        }
      }),
    );
  });
});

describe('names of marks', () => {
  it('never lie over each other or outside, and the first mark that has room is named', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const placed = place(all);
        const names = namesWithRoom(placed, 40, box, widthOf).map(({ mark, left, anchor }) => {
          const length = widthOf(mark.name);
          return { top: mark.top, from: anchor === 'start' ? left : left - length, length };
        });
        names.forEach((one, at) => {
          expect(one.from).toBeGreaterThanOrEqual(box.left);
          expect(one.from + one.length).toBeLessThanOrEqual(box.width - box.right);
          for (const other of names.slice(at + 1))
            expect(
              Math.abs(one.top - other.top) >= 14 ||
                one.from + one.length < other.from ||
                other.from + other.length < one.from,
            ).toBe(true);
        });
        expect(names.length > 0).toBe(placed.length > 0);
      }),
    );
  });

  it('are those of the first marks', () => {
    const placed = place([
      { name: 'land', x: 2, y: 300 },
      { name: 'sea', x: 2, y: 300 },
      { name: 'war', x: -2, y: 30 },
      { name: 'gold', x: 6, y: 60 },
    ]);
    expect(namesWithRoom(placed, 1, box, widthOf).map(({ mark }) => mark.name)).toEqual(['land']);
    expect(namesWithRoom(placed, 9, box, widthOf).map(({ mark, anchor }) => [mark.name, anchor])).toEqual([
      ['land', 'start'],
      ['sea', 'end'],
      ['war', 'start'],
      ['gold', 'end'],
    ]);
  });
});

describe('the mark beneath the pointer', () => {
  it('is the nearest one within reach, the first of those in one place', () => {
    const placed = place([
      { name: 'land', x: 2, y: 300 },
      { name: 'sea', x: 2, y: 300 },
      { name: 'war', x: -2, y: 30 },
    ]);
    const { left, top } = placed[0]!;
    expect(markAt(placed, left + 3, top - 3, 14)?.name).toBe('land');
    expect(markAt(placed, placed[2]!.left, placed[2]!.top, 14)?.name).toBe('war');
    expect(markAt(placed, left + 40, top, 14)).toBeUndefined();
  });
});
