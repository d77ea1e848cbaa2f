/** The shortest decimal that reads back as the same float32; `-0` and exponents as JavaScript writes them. */
export function float32Text(value: number): string {
  if (Object.is(value, -0)) return '-0';
  // Nine digits always serve, six never lose what six can hold; most trained numbers need eight.
  for (let digits = 6; digits < 9; digits += 1) {
    const short = Number(value.toPrecision(digits));
    if (Math.fround(short) === value) return String(short);
  }
  return String(Number(value.toPrecision(9)));
}
