// Math.exp and Math.log differ in their last bits from engine to engine; sums, products and quotients do not.

const ln2High = 0.6931471803691238;
const ln2Low = 1.9082149292705877e-10;

const bits = new DataView(new ArrayBuffer(8));

/** 2 to a whole power between −1022 and 1023. */
function powerOfTwo(exponent: number): number {
  bits.setUint32(0, (exponent + 1023) << 20);
  bits.setUint32(4, 0);
  return bits.getFloat64(0);
}

/** e^x, right to some 10⁻¹⁵, the same bits everywhere: for x of −700 to 700; 0 below. */
export function exponential(x: number): number {
  if (!(x > -700)) return Number.isNaN(x) ? x : 0;
  const whole = Math.round(x * 1.4426950408889634);
  const part = x - whole * ln2High - whole * ln2Low;
  let sum = 1;
  for (let at = 14; at > 0; at -= 1) sum = 1 + (sum * part) / at;
  return sum * powerOfTwo(whole);
}

/** The natural logarithm of a positive, normal number, the same bits everywhere. */
export function logarithm(x: number): number {
  bits.setFloat64(0, x);
  let exponent = (bits.getUint32(0) >>> 20) - 1023;
  let mantissa = x / powerOfTwo(exponent);
  if (mantissa > 1.4142135623730951) {
    mantissa /= 2;
    exponent += 1;
  }
  const t = (mantissa - 1) / (mantissa + 1);
  const square = t * t;
  let sum = 0;
  for (let at = 23; at > 0; at -= 2) sum = sum * square + 1 / at;
  return exponent * ln2High + (2 * t * sum + exponent * ln2Low);
}
