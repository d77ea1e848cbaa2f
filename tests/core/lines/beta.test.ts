import fc from 'fast-check';
import { expect, it } from 'vitest';
import { betaCdf, betaQuantile, logGamma } from '../../../core/lines/beta.ts';

it('has the logarithm of the gamma function', () => {
  let factorial = 1;
  for (let n = 1; n <= 20; n++) {
    expect(logGamma(n)).toBeCloseTo(Math.log(factorial), 10);
    factorial *= n;
  }
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
});

it('sums the binomial distribution: I(p; k, n − k + 1) is the probability of k or more of n', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.nat(29),
      fc.double({ min: 0.01, max: 0.99, noNaN: true }),
      (n, some, p) => {
        const k = 1 + (some % n);
        let sum = 0;
        for (let i = k; i <= n; i++) sum += choose(n, i) * p ** i * (1 - p) ** (n - i);
        expect(betaCdf(p, k, n - k + 1)).toBeCloseTo(sum, 10);
      },
    ),
  );
});

it('is turned round by its quantiles, far out too', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.5, max: 5000, noNaN: true }),
      fc.double({ min: 0.5, max: 5000, noNaN: true }),
      fc.constantFrom(2.5e-8, 0.000_025, 0.025, 0.5, 0.975, 0.999_975),
      (a, b, p) => {
        expect(betaCdf(betaQuantile(p, a, b), a, b) / p).toBeCloseTo(1, 6);
      },
    ),
  );
});
