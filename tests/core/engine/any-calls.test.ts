import { expect, it } from 'vitest';
import { extent } from '../../extent.ts';
import { checkCalls } from './any-calls.ts';

const sequences = extent(4, 2000);

it(`whatever ${sequences} sequences of calls made can be saved, opened and found whole (P16)`, async () => {
  const { done, refused } = await checkCalls(sequences, extent(9, 14));
  expect(done).toBeGreaterThan(0);
  if (sequences > 100) expect(refused).toBeGreaterThan(sequences / 10);
});
