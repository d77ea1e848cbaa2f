import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runBytes, runFrom, type PublishedRun } from '../../../core/studies/run-file.ts';

const dimensions = 3;
const made: PublishedRun = {
  plan: 'p',
  run: 4,
  seconds: 1.5,
  rows: {
    scales: Float32Array.of(0.5, 0, 2),
    numbers: Int8Array.of(1, -2, 3, 0, 0, 0, 127, -127, 10),
  },
};
const failed: PublishedRun = {
  plan: 'p',
  run: 2,
  seconds: 0,
  failure: { code: 'E_TRAINING_DIVERGED', details: { epoch: 2 } },
};

it('is read as it was published, a failure too', () => {
  for (const run of [made, failed]) expect(runFrom(runBytes(run), dimensions)).toEqual(run);
});

it('is not taken when any byte is another, or some are missing', () => {
  const runs = fc.constantFrom(made, failed);
  fc.assert(
    fc.property(runs, fc.nat(), fc.integer({ min: 1, max: 255 }), (run, place, change) => {
      const bytes = Uint8Array.from(runBytes(run));
      const at = place % bytes.length;
      bytes[at] = bytes[at]! ^ change;
      expect(runFrom(bytes, dimensions)).toBe(null);
      expect(runFrom(runBytes(run).subarray(0, at), dimensions)).toBe(null);
    }),
    { numRuns: 1000 },
  );
});

it('is not taken with other dimensions', () => {
  expect(runFrom(runBytes(made), dimensions + 1)).toBe(null);
});
