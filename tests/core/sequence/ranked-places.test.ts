import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankedPlaces } from '../../../core/sequence/ranked-places.ts';

it('The best places are those that a full sort would find', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: -20, max: 20 })),
      fc.integer({ min: 1, max: 12 }),
      (scores, keep) => {
        const best = rankedPlaces(keep);
        scores.forEach((score, place) => {
          if (score > best.least) best.add(place, score);
        });
        const sorted = scores
          .map((score, place) => ({ place, score }))
          .sort((a, b) => b.score - a.score || a.place - b.place)
          .slice(0, keep);
        expect(best.ranked()).toEqual(sorted);
      },
    ),
  );
});
