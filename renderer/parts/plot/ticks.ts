/** Powers of ten, and 2 and 5 times them where there are few; powers far apart where there are many. Both ends positive. */
export function logTicks(from: number, to: number, wanted: number): readonly number[] {
  const first = Math.floor(Math.log10(from) + 1e-9);
  const last = Math.ceil(Math.log10(to) - 1e-9);
  const decades = Math.log10(to) - Math.log10(from);
  const stride = Math.max(1, Math.ceil(decades / wanted));
  const within = (n: number) => n >= from * (1 - 1e-9) && n <= to * (1 + 1e-9);
  const at: number[] = [];
  for (let power = first; power <= last; power++) {
    if (decades >= 2 && power % stride !== 0) continue;
    for (const n of decades < 2 ? [1, 2, 5] : [1]) at.push(Number((n * 10 ** power).toPrecision(12)));
  }
  return at.filter(within);
}

/** The ends of a log axis that hold all values with a little room; values of 0 and below have no place on it. */
export function logRange(values: readonly number[]): readonly [number, number] {
  const positive = values.filter((value) => value > 0 && Number.isFinite(value));
  if (positive.length === 0) return [0.1, 1];
  const low = Math.min(...positive);
  const high = Math.max(...positive);
  const room = high / low < 1.5 ? 1.25 : 1.12;
  return [low / room, high * room];
}

/** Places of labels, moved apart so that none lies over another; their order stays. @param least distance of two neighbours */
export function apart(places: readonly number[], least: number): readonly number[] {
  const order = places.map((_, i) => i).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  const moved = [...places];
  order.forEach((i, rank) => {
    const before = order[rank - 1];
    if (before !== undefined) moved[i] = Math.max(moved[i] ?? 0, (moved[before] ?? 0) + least);
  });
  return moved;
}

/** The same, none of them beyond an end where there is room for all before it. */
export function apartWithin(places: readonly number[], least: number, end: number): readonly number[] {
  const moved = [...apart(places, least)];
  const order = moved.map((_, i) => i).toSorted((a, b) => (moved[b] ?? 0) - (moved[a] ?? 0));
  let highest = end;
  for (const i of order) {
    moved[i] = Math.min(moved[i] ?? 0, highest);
    highest = moved[i] - least;
  }
  return moved;
}

/** How many decimals tell equally spaced ticks apart. */
export function decimals([first = 0, second = first + 1]: readonly number[]): number {
  const step = Math.abs(second - first);
  const most = 12;
  for (let places = 0; places < most; places++)
    if (Math.abs(Number(step.toFixed(places)) - step) <= step * 1e-6) return places;
  return most;
}

/** A tick’s name: powers of ten that would be long rows of zeros as such, 10⁻⁶. */
export function namedTick(value: number, shown: (value: number) => string): string {
  const power = Math.log10(value);
  if (value <= 0 || Math.abs(power) < 4 || !Number.isInteger(Number(power.toFixed(9)))) return shown(value);
  const raised = { '-': '⁻', 0: '⁰', 1: '¹', 2: '²', 3: '³', 4: '⁴', 5: '⁵', 6: '⁶', 7: '⁷', 8: '⁸', 9: '⁹' };
  const digits = Array.from(String(Math.round(power)), (digit) => raised[digit as keyof typeof raised]);
  return `10${digits.join('')}`;
}
