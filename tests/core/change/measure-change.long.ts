import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { measureChange } from '../../../core/change/measure-change.ts';
import { periodContexts } from '../../../core/change/period-contexts.ts';
import { ended } from '../map/ended.ts';
import { plantChange } from './planted-change.ts';

const folder = join(import.meta.dirname, '../../../resources/samples/state-of-the-union/texts');

/** The newest addresses in parts of 2,000 words, up to so many words. */
function addresses(most: number): string[][] {
  const parts: string[][] = [];
  let words = 0;
  for (const file of readdirSync(folder).sort().reverse()) {
    const text =
      readFileSync(join(folder, file), 'utf8')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    for (let at = 0; at < text.length; at += 2000) parts.push(text.slice(at, at + 2000));
    words += text.length;
    if (words >= most) return parts;
  }
  throw new Error('There are fewer words.');
}

it.each([200_000, 600_000])(
  'finds 18 of 20 swapped words among the first 40, in %d words of addresses',
  { timeout: 3_600_000 },
  (most) => {
    const planted = plantChange(addresses(most), { pairs: 10, minCount: 20, seed: 5 });
    expect(planted.planted).toHaveLength(20);
    const contexts = periodContexts(planted.texts, planted.targets, { window: 5, exponent: 0.75 });
    const { tests, control } = ended(
      measureChange(contexts, planted.sides, { divisions: 200, resamples: 2, splits: 200, seed: 1 }),
    );
    const ranked = planted.targets
      .map((row, at) => ({ row, excess: tests[at]?.excess ?? -Infinity }))
      .sort((a, b) => b.excess - a.excess)
      .slice(0, 40);
    const found = planted.planted.filter((row) => ranked.some((one) => one.row === row));
    expect(found.length).toBeGreaterThanOrEqual(18);
    // 10 of 200 are expected at most; 21 and more would be chance once in a thousand times.
    expect(control.withFindings).toBeLessThanOrEqual(20);
  },
);
