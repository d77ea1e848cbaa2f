import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderHits, shuffledHits, thinned } from '../../../core/lines/hit-order.ts';

describe('the order of hits', () => {
  it('is that of comparing them one with another', () => {
    const hit = fc.tuple(fc.nat(29), fc.nat(2));
    fc.assert(
      fc.property(
        fc.array(fc.nat(4), { minLength: 30, maxLength: 30 }),
        fc.array(
          fc.nat(9).map((one) => (one === 0 ? 0 : 1)),
          { minLength: 30, maxLength: 30 },
        ),
        fc.array(hit, { maxLength: 20 }),
        fc.array(fc.integer({ min: -3, max: 3 }), { maxLength: 3 }),
        (tokens, on, hits, places) => {
          const ids = Uint32Array.from(tokens);
          const goesOn = Uint8Array.from(on);
          goesOn[0] = 0;
          // A hit ends where its text does.
          const spans = hits.map(([start, more]) => {
            let end = start;
            while (end < start + more && end + 1 < 30 && goesOn[end + 1] === 1) end++;
            return { start, end };
          });
          // What is said of the texts of hits is a key like any place.
          const said = 3;
          const ranks = Uint32Array.from(spans, ({ start }) => (start * 7) % 4);
          const rankOf = Uint32Array.from([2, 0, 4, 1, 3]);
          const isBeside = (from: number, to: number) =>
            from >= 0 && to < 30 && goesOn.subarray(from + 1, to + 1).every((one) => one === 1);
          const key = ({ start, end }: { start: number; end: number }, place: number): number[] => {
            if (place === 0) return [...ids.subarray(start, end + 1)].map((id) => rankOf[id]!);
            const at = place < 0 ? start + place : end + place;
            const there = place < 0 ? isBeside(at, start) : isBeside(end, at);
            return there ? [rankOf[ids[at]!]!] : [];
          };
          const compare = (a: number[], b: number[]): number => {
            for (let at = 0; at < Math.max(a.length, b.length); at++)
              if ((a[at] ?? -1) !== (b[at] ?? -1)) return (a[at] ?? -1) - (b[at] ?? -1);
            return 0;
          };
          const expected = spans
            .map((_, number) => number)
            .sort((a, b) => {
              for (const place of places) {
                const order =
                  place === said
                    ? ranks[a]! - ranks[b]!
                    : compare(key(spans[a]!, place), key(spans[b]!, place));
                if (order !== 0) return order;
              }
              return a - b;
            });
          const found = orderHits(
            Uint32Array.from(spans, ({ start }) => start),
            Uint32Array.from(spans, ({ end }) => end),
            goesOn,
            places.map((place) => (place === said ? { ranks } : { place, ids, rankOf })),
          );
          expect([...found]).toEqual(expected);
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the same random one for the same seed, and holds every hit once', () => {
    const order = shuffledHits(500, 42);
    expect([...order].toSorted((a, b) => a - b)).toEqual(Array.from({ length: 500 }, (_, hit) => hit));
    expect(shuffledHits(500, 42)).toEqual(order);
    expect(shuffledHits(500, 43)).not.toEqual(order);
    // Pages are samples: neither half of the order leans to the beginning of the texts.
    const mean = (some: Uint32Array) => some.reduce((sum, hit) => sum + hit, 0) / some.length;
    expect(Math.abs(mean(order.slice(0, 100)) - mean(order.slice(100)))).toBeLessThan(60);
  });

  it('is that of the texts in a sample', () => {
    const sample = thinned(1000, 20, 7);
    expect(sample.length).toBe(20);
    expect([...sample]).toEqual([...sample].toSorted((a, b) => a - b));
    expect(thinned(5, 20, 7).length).toBe(5);
  });
});
