import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deviationOfProportions, deviationOfSome } from '../../../core/lines/dispersion.ts';

function counted(documents: readonly Uint32Array[], types: number): Uint32Array {
  const counts = new Uint32Array(types);
  for (const ids of documents) for (const type of ids) counts[type]! += 1;
  return counts;
}

describe('dispersion', () => {
  it('gives the worked example of five equal parts', () => {
    // A word 1, 2, 3, 4 and 5 times in five parts of equal size: DP = .2 (Gries 2008).
    const documents = [1, 2, 3, 4, 5].map((times) =>
      Uint32Array.from({ length: 10 }, (_, at) => (at < times ? 0 : 1)),
    );
    expect(deviationOfProportions(documents, counted(documents, 2))[0]).toBeCloseTo(0.2, 12);
  });

  it('is what the definition says, for any corpus', () => {
    const lists = fc.array(fc.uint8Array({ max: 6, minLength: 1, maxLength: 40 }), {
      minLength: 1,
      maxLength: 6,
    });
    fc.assert(
      fc.property(lists, (raw) => {
        const documents = raw.map((list) => Uint32Array.from(list));
        const counts = counted(documents, 7);
        const tokens = counts.reduce((sum, count) => sum + count);
        const dp = deviationOfProportions(documents, counts);
        const some = [5, 0, 3];
        expect([...deviationOfSome(documents, counts, tokens, some)]).toEqual(some.map((type) => dp[type]));
        for (let type = 0; type < 7; type += 1) {
          if (counts[type] === 0) continue;
          const parts = documents.map((ids) =>
            Math.abs(ids.filter((one) => one === type).length / counts[type]! - ids.length / tokens),
          );
          expect(dp[type]).toBeCloseTo(parts.reduce((sum, part) => sum + part) / 2, 9);
        }
      }),
    );
  });
});
