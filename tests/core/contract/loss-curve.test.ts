import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostLosses, withLoss, type LossPoint } from '../../../core/contract/loss-curve.ts';

const at = (done: number, loss: number, epochs = 5) => ({
  phase: 'training',
  done,
  total: 1_000_000,
  epochs,
  loss,
});

it('stays within its bounds whatever a training reports, in order, and ends with the newest', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 3000 }),
      fc.integer({ min: 1, max: 50 }),
      (steps, epochs) => {
        const dones = steps.toSorted((a, b) => a - b);
        let curve: readonly LossPoint[] = [];
        dones.forEach((done, loss) => (curve = withLoss(curve, at(done, loss, epochs))));
        expect(curve.length).toBeLessThanOrEqual(mostLosses + 1);
        expect(curve.at(-1)).toEqual({ epoch: (dones.at(-1) / 1_000_000) * epochs, loss: dones.length - 1 });
        for (let point = 1; point < curve.length; point += 1)
          expect(curve[point]!.epoch).toBeGreaterThan(curve[point - 1]!.epoch);
      },
    ),
    { numRuns: 30 },
  );
});

it('has as many points as fit over a long training, spread over all of it', () => {
  let curve: readonly LossPoint[] = [];
  for (let done = 0; done <= 1_000_000; done += 100) curve = withLoss(curve, at(done, 1));
  expect(curve).toHaveLength(mostLosses + 1);
  expect(curve[500]!.epoch).toBeCloseTo(2.5, 1);
});

it('takes only what a training says of its loss', () => {
  expect(withLoss([], { ...at(10, 1), phase: 'counting' })).toEqual([]);
  expect(withLoss([], at(10, Number.NaN))).toEqual([]);
  expect(withLoss([], { ...at(10, 1), total: 0 })).toEqual([]);
});
