import { join } from 'node:path';
import { expect, it } from 'vitest';
import { extent } from '../../extent.ts';
import { askedByChild } from './watched-child.ts';

const calls = extent(240, 20_000);

it.each(extent([1], [1, 2, 3, 4, 5]))(
  `${calls} calls with whatever their schemas let through, seed %d: answered or refused by name, and the project stays whole (P28)`,
  async (seed) => {
    const { counts, faults } = await askedByChild(join(import.meta.dirname, 'fuzzed-calls-child.ts'), [
      seed,
      calls,
    ]);
    console.log(JSON.stringify(counts));
    expect(faults).toEqual([]);
    expect(counts['answered']).toBeGreaterThan(calls / 5);
  },
);
