/** ln Γ(x), x > 0, to about 15 digits: the approximation of Lanczos (1964) with g = 7 and nine terms. */
export function logGamma(x: number): number {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x);
  const z = x - 1;
  const t = z + 7.5;
  let sum = lanczos[0]!;
  for (let term = 1; term < lanczos.length; term++) sum += lanczos[term]! / (z + term);
  return 0.5 * Math.log(2 * Math.PI) + (z + 0.5) * Math.log(t) - t + Math.log(sum);
}

const lanczos = [
  0.999_999_999_999_809_93, 676.520_368_121_885_1, -1259.139_216_722_402_8, 771.323_428_777_653_13,
  -176.615_029_162_140_59, 12.507_343_278_686_905, -0.138_571_095_265_720_12, 9.984_369_578_019_571_6e-6,
  1.505_632_735_149_311_6e-7,
];

/** ln of the factor before the continued fraction of the incomplete beta function. */
const logFactor = (x: number, a: number, b: number) =>
  logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x);

/**
 * The distribution function of the beta distribution, I(x; a, b), by its continued fraction (DLMF 8.17.22) with Lentz’s method.
 * @param x 0 to 1
 */
export function betaCdf(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  // The fraction converges quickly on this side of the mean only.
  if (x > (a + 1) / (a + b + 2)) return 1 - betaCdf(1 - x, b, a);
  const tiny = 1e-300;
  let c = 1;
  let d = 1 / notZero(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m < 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / notZero(1 + even * d);
    c = notZero(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / notZero(1 + odd * d);
    c = notZero(1 + odd / c);
    const change = d * c;
    fraction *= change;
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return (Math.exp(logFactor(x, a, b)) * fraction) / a;

  function notZero(value: number): number {
    return Math.abs(value) < tiny ? tiny : value;
  }
}

/**
 * The x at which the distribution function of the beta distribution is `p`: Newton’s steps within a bracket that is halved where they
 * would leave it.
 * @param p 0 to 1
 */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  let [low, high] = [0, 1];
  let x = a / (a + b);
  for (let step = 0; step < 200; step++) {
    const difference = betaCdf(x, a, b) - p;
    if (difference > 0) high = x;
    else low = x;
    const density = Math.exp(logFactor(x, a, b)) / (x * (1 - x));
    const next = x - difference / density;
    const before = x;
    x = next > low && next < high ? next : (low + high) / 2;
    if (Math.abs(x - before) <= 1e-14 * x) break;
  }
  return x;
}
