import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classOf, frequencyBounds, typicalValues } from '../../renderer/pages/map/colours.ts';
import { disc, drawDots, pixelOf } from '../../renderer/pages/map/dots.ts';
import { bandsOf } from '../../renderer/pages/map/field-words.ts';
import { cloudOf } from '../../renderer/pages/map/overlay.ts';
import { findable, isInside } from '../../renderer/pages/map/places.ts';
import { fitting, panned, planeX, planeY, screenX, screenY, zoomed } from '../../renderer/pages/map/view.ts';

const somePlaces = fc
  .array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 2, maxLength: 120 })
  .map((values) => Float64Array.from(values.slice(0, values.length - (values.length % 2))));
const size = { width: 640, height: 480 };

describe('places of a map', () => {
  it('are found as a walk over all of them would find them', () => {
    fc.assert(
      fc.property(
        somePlaces,
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 0.01, max: 80, noNaN: true }),
        (at, x, y, most) => {
          const distance = (point: number) => (at[point * 2]! - x) ** 2 + (at[point * 2 + 1]! - y) ** 2;
          const all = Array.from({ length: at.length / 2 }, (_, point) => point);
          const near = all.filter((point) => distance(point) <= most * most);
          const slow = near.toSorted((a, b) => distance(a) - distance(b) || a - b)[0] ?? -1;
          const places = findable(at);
          expect(places.nearest(x, y, most)).toBe(slow);
          const line = [x - most, y - most, x + most, y - most, x + most, y + most, x - most, y + most];
          expect(places.inside(line)).toEqual(
            all.filter((point) => isInside(line, at[point * 2]!, at[point * 2 + 1]!)),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('tell what lies inside a line that bends inwards', () => {
    const hook = [0, 0, 10, 0, 10, 10, 5, 2, 0, 10];
    expect(
      [
        [1, 1],
        [5, 1],
        [5, 6],
        [9, 7],
      ].map(([x, y]) => isInside(hook, x!, y!)),
    ).toEqual([true, true, false, true]);
  });

  it('lead from a word to the next in a direction, and nowhere where there is none', () => {
    const places = findable(Float64Array.from([0, 0, 5, 1, 2, 9, -4, 0]));
    expect([places.beside(0, 1, 0), places.beside(0, 0, 1), places.beside(0, -1, 0)]).toEqual([1, 2, 3]);
    expect(places.beside(0, 0, -1)).toBe(-1);
  });
});

describe('the view of a map', () => {
  it('holds every point at first', () => {
    fc.assert(
      fc.property(somePlaces, (at) => {
        const view = fitting(at, size);
        for (let point = 0; point < at.length / 2; point += 1) {
          const [left, top] = [screenX(view, size, at[point * 2]!), screenY(view, size, at[point * 2 + 1]!)];
          expect(left).toBeGreaterThan(-1);
          expect(left).toBeLessThan(size.width + 1);
          expect(top).toBeGreaterThan(-1);
          expect(top).toBeLessThan(size.height + 1);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what lies under the pointer where it is while it zooms, and follows the hand while it is dragged', () => {
    const view = { x: 3, y: -2, scale: 12 };
    const nearer = zoomed(view, size, 1.7, 100, 350, view);
    expect(planeX(nearer, size, 100)).toBeCloseTo(planeX(view, size, 100), 9);
    expect(planeY(nearer, size, 350)).toBeCloseTo(planeY(view, size, 350), 9);
    const moved = panned(view, 30, -12);
    expect(screenX(moved, size, 3)).toBeCloseTo(screenX(view, size, 3) + 30, 9);
    expect(screenY(moved, size, -2)).toBeCloseTo(screenY(view, size, -2) - 12, 9);
  });
});

describe('dots', () => {
  const ground = pixelOf('#fbfaf7');
  const drawn = (at: readonly number[], colourOf: readonly number[]) => {
    const pixels = new Uint32Array(40 * 30);
    const dots = {
      places: findable(Float64Array.from(at)),
      colourOf: Uint8Array.from(colourOf),
      colours: [pixelOf('#1f5f8b'), pixelOf('#d55e00')],
    };
    const count = drawDots(pixels, { width: 40, height: 30 }, { x: 0, y: 0, scale: 1 }, dots, 2, ground);
    return { pixels, count };
  };

  it('have their colour in the middle, soft edges, and the ground around them', () => {
    const { pixels, count } = drawn([-5, 0, 5, 0], [0, 1]);
    expect(count).toBe(2);
    expect(pixels[15 * 40 + 15]).toBe(pixelOf('#1f5f8b'));
    expect(pixels[15 * 40 + 25]).toBe(pixelOf('#d55e00'));
    expect(pixels[15 * 40 + 20]).toBe(ground);
    const edge = pixels[15 * 40 + 13 + 0]!;
    expect(edge).not.toBe(ground);
  });

  it('show the more frequent word above a rarer one, and none beyond the edge', () => {
    expect(drawn([0, 0, 0, 0], [0, 1]).pixels[15 * 40 + 20]).toBe(pixelOf('#1f5f8b'));
    const { pixels, count } = drawn([500, 0], [0]);
    expect(count).toBe(0);
    expect(new Set(pixels)).toEqual(new Set([ground]));
    // At the very edge only a part of a dot is drawn, on its own line.
    const cut = drawn([-20, 0], [1]).pixels;
    expect(cut[15 * 40]).toBe(pixelOf('#d55e00'));
    expect(cut[14 * 40 + 39]).toBe(ground);
  });

  it('cover as much as a disc of their size does', () => {
    for (const radius of [1.3, 2.6, 5]) {
      const area = disc(radius).cover.reduce((sum, share) => sum + share / 256, 0);
      expect(Math.abs(area - Math.PI * radius ** 2)).toBeLessThan(0.2 * Math.PI * radius ** 2);
    }
  });
});

describe('colours of a map', () => {
  it('cut frequencies into classes that each hold some', () => {
    const counts = Array.from({ length: 400 }, (_, at) => Math.ceil(9000 / (at + 1)));
    const bounds = frequencyBounds(counts);
    expect(bounds.length).toBeGreaterThan(2);
    const classes = counts.map((count) => classOf(count, bounds));
    expect(new Set(classes).size).toBe(bounds.length + 1);
    expect(frequencyBounds([0, 0])).toEqual([]);
  });

  it('give a word to the value in whose texts it is clearly commonest, and else to none', () => {
    const of = typicalValues(
      [Float64Array.from([90, 50, 1]), Float64Array.from([5, 50, 40])],
      [10_000, 10_000],
      3,
    );
    expect([...of]).toEqual([0, -1, 1]);
  });

  it('take years together to periods of about as many tokens', () => {
    const rows = Array.from({ length: 60 }, (_, at) => ({
      value: String(1790 + ((at * 7) % 60)),
      documents: 1,
      tokens: 1000,
    }));
    const bands = bandsOf(rows, true);
    expect(bands.map(({ name }) => name)).toEqual([
      '1790 – 1799',
      '1800 – 1809',
      '1810 – 1819',
      '1820 – 1829',
      '1830 – 1839',
      '1840 – 1849',
    ]);
    expect(bands.every(({ tokens, values }) => tokens === 10_000 && values.length === 10)).toBe(true);
    expect(bandsOf(rows.slice(0, 3), false)).toHaveLength(3);
  });
});

it('draws a cloud around the place of a word, as wide as its near words of the runs lie apart', () => {
  const places = findable(Float64Array.from([10, 10, 0, 0, 4, 0]));
  // Two runs; the second lacks one near word.
  const cloud = cloudOf(places, 0, [1, 1, 2, -1], 2, 2);
  expect([...cloud]).toEqual([8, 10, 12, 10]);
});
