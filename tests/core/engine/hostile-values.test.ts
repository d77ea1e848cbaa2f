import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extent } from '../../extent.ts';
import { askedByChild } from './watched-child.ts';

/** Of some thirteen thousand values: each so-manieth. */
const step = extent(199, 7);

it(`each value that should not be, at each ${step}th place of a project: refused, or answered as before (P29)`, async () => {
  const { counts, faults } = await askedByChild(join(import.meta.dirname, 'hostile-values-child.ts'), [
    step,
    3,
  ]);
  console.log(JSON.stringify(counts));
  expect(faults).toEqual([]);
  expect(counts['refused']).toBeGreaterThan(10);
  expect(counts['answered']).toBeGreaterThan(10);
});
