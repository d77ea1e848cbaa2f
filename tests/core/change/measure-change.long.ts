import { expect, it } from 'vitest';
import { ended } from '../map/ended.ts';
import { plantedFigures } from './planted-figures.ts';

it.each([100_000, 300_000])(
  'finds swapped words among the first 40, in %d words of addresses a period',
  { timeout: 3_600_000 },
  (tokens) => {
    const course = { divisions: 200, resamples: 0, splits: 200, seed: 1 };
    for (const { method, planted, amongFirst, withFindings } of ended(plantedFigures(2 * tokens, course))) {
      expect(planted).toBe(20);
      // Methods that look at neighbours may put words there too whose neighbours were swapped.
      const least = method === 'overlap' || method === 'lnd' ? 15 : 18;
      expect(amongFirst, method).toBeGreaterThanOrEqual(least);
      // 10 of 200 are expected at most; 21 and more would be chance once in a thousand times.
      expect(withFindings, method).toBeLessThanOrEqual(20);
    }
  },
);
