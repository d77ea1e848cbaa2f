import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countPlaces, countSpans, type TokenRow } from '../../../core/lines/span-counts.ts';

/** Texts of tokens from 0 to 3. */
const texts = fc.array(fc.array(fc.nat(3), { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 4 });

function rowOf(some: readonly (readonly number[])[]): TokenRow {
  return {
    ids: Uint32Array.from(some.flat()),
    size: 4,
    goesOn: Uint8Array.from(some.flatMap((text) => text.map((_, at) => (at === 0 ? 0 : 1)))),
    textStarts: Uint32Array.from(some.map((_, at) => some.slice(0, at).flat().length)),
  };
}

/** Matches of one or two tokens that begin with 0. */
function nodesIn({ ids, goesOn }: TokenRow, length: number) {
  const starts: number[] = [];
  for (let at = 0; at + length <= ids.length; at++) {
    const whole = Array.from({ length: length - 1 }, (_, more) => goesOn[at + 1 + more]).every(
      (one) => one === 1,
    );
    if (ids[at] === 0 && whole) starts.push(at);
  }
  return { starts: Uint32Array.from(starts), ends: Uint32Array.from(starts, (start) => start + length - 1) };
}

const textOf = ({ textStarts }: TokenRow, at: number) => textStarts.findLastIndex((start) => start <= at);

describe('what stands around a node', () => {
  it('is counted at each position once, as looking at every position by itself does', () => {
    fc.assert(
      fc.property(
        texts,
        fc.nat(3),
        fc.nat(3),
        fc.integer({ min: 1, max: 2 }),
        (some, left, right, length) => {
          const row = rowOf(some);
          const nodes = nodesIn(row, length);
          const together = [0, 0, 0, 0];
          const inTexts = [0, 1, 2, 3].map(() => new Set<number>());
          let covered = 0;
          row.ids.forEach((id, at) => {
            const near = [...nodes.starts].some((start, hit) => {
              const end = nodes.ends[hit]!;
              if (textOf(row, at) !== textOf(row, start)) return false;
              return (at < start && at >= start - left) || (at > end && at <= end + right);
            });
            if (!near) return;
            covered++;
            together[id]!++;
            inTexts[id]!.add(textOf(row, at));
          });
          const counted = countSpans(nodes, row, left, right);
          expect([...counted.together]).toEqual(together);
          const { texts: counts } = countPlaces(nodes, row, left, right, [3, 0, 2, 1]);
          expect([...counts]).toEqual([3, 0, 2, 1].map((id) => inTexts[id]!.size));
          expect(counted.spanTokens).toBe(covered);
          expect(counted.occurrences).toBe(nodes.starts.length);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('is counted by its distance too', () => {
    fc.assert(
      fc.property(texts, fc.nat(3), fc.nat(3), (some, left, right) => {
        const row = rowOf(some);
        const nodes = nodesIn(row, 1);
        const expected = [3, 1].map((id) =>
          Array.from({ length: left + right }, (_, column) => {
            const distance = column < left ? column - left : column - left + 1;
            return [...nodes.starts].filter(
              (start) =>
                row.ids[start + distance] === id && textOf(row, start) === textOf(row, start + distance),
            ).length;
          }),
        );
        const { places } = countPlaces(nodes, row, left, right, [3, 1]);
        expect([...places]).toEqual(expected.flat());
      }),
      { numRuns: 500 },
    );
  });
});
