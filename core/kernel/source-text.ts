/** Pieces of AssemblyScript that the generators of kernels share. */

export const range = (length: number) => Array.from({ length }, (_, index) => index);
export const lines = (...parts: readonly (string | readonly string[])[]) => parts.flat().join('\n');

export type Fused = (x: string, y: string, z: string) => string;

/** x·y + z, fused where the build may round once instead of twice. */
export function fused(relaxed: boolean): Fused {
  return (x, y, z) =>
    relaxed ? `f32x4.relaxed_madd(${x}, ${y}, ${z})` : `f32x4.add(f32x4.mul(${x}, ${y}), ${z})`;
}

/** The first `count` rows of a list, each address in a variable of its own: `${name}0`, `${name}1`, … */
export const addresses = (name: string, list: string, count: number) =>
  range(count).map((at) => `  const ${name}${at} = <usize>load<u32>(${list}, ${at * 4});`);

/** Bytes of a row, whole rounds of a loop. A global would be read again in every round. */
export const rowLength = '  const bytes = rowBytes;';

/** Four numbers of each row, at the same place in all of them: one half of what a round of a loop passes. */
export interface Half {
  readonly load: (row: string) => string;
  readonly store: (row: string, value: string) => string;
  /** Bytes from the low half on. */
  readonly offset: number;
  /** A variable that each half has for itself. */
  readonly own: (name: string) => string;
}

const half = (letter: string, offset: number): Half => ({
  load: (row) => `v128.load(${row} + i, ${offset})`,
  store: (row, value) => `    v128.store(${row} + i, ${value}, ${offset});`,
  offset,
  own: (name) => `${name}${letter}`,
});

const low = half('a', 0);
const high = half('b', 16);

/** A vector of zeros for each sum and half. */
export const declared = (sums: readonly string[]) =>
  sums.flatMap((sum) => [high, low].map(({ own }) => `  let ${own(sum)} = f32x4.splat(0);`));

/**
 * Statements for both halves of eight numbers, in pairs: V8 makes one instruction of 256 bits out of each pair. It does so
 * where nothing stands between the two that may not change places with them, so a statement either loads or stores, and
 * where the store of the higher half comes first.
 */
export function inPairs(body: (half: Half) => readonly string[]): string[] {
  const highs = body(high);
  return body(low).flatMap((statement, at) => [highs[at]!, statement]);
}

/** Passes rows from end to end, eight numbers to a round. */
export const loop = (body: (half: Half) => readonly string[]) => [
  '  for (let i: usize = 0; i < bytes; i += 32) {',
  ...inPairs(body),
  '  }',
];

/** Chooses a function of a family, `${name}${count}`, by a count; counts outside do nothing, so callers split their work. */
export function chosenByCount(
  name: string,
  counts: readonly number[],
  parameters: string,
  call: string,
): string {
  return lines(
    `export function ${name}(count: i32, ${parameters}): void {`,
    '  switch (count) {',
    counts.map((count) => `    case ${count}: ${name}${count}(${call}); return;`),
    '  }',
    '}',
  );
}

/**
 * Chooses a function of a family, `${name}${first}x${second}`, by two counts, the first of them 1 or 2; counts outside do
 * nothing.
 * @param counts what the two are called
 * @param most of the second
 */
export function chosenByShape(
  name: string,
  counts: readonly [string, string],
  most: number,
  parameters: string,
  call: string,
): string {
  const cases = (first: number) =>
    range(most).map((at) => `      case ${at + 1}: ${name}${first}x${at + 1}(${call}); return;`);
  return lines(
    `export function ${name}(${counts[0]}: i32, ${counts[1]}: i32, ${parameters}): void {`,
    `  if (${counts[0]} == 2) {`,
    `    switch (${counts[1]}) {`,
    cases(2),
    '    }',
    '  } else {',
    `    switch (${counts[1]}) {`,
    cases(1),
    '    }',
    '  }',
    '}',
  );
}
