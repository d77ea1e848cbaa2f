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

/** Bytes of a row, and of what of it is passed two columns at a time. A global would be read again in every round. */
export const rowLength = '  const bytes = rowBytes; const even = bytes & ~31;';

/** Four numbers of each row, at the same place in all of them. */
export interface Column {
  readonly load: (row: string) => string;
  readonly store: (row: string, value: string) => string;
}

const column = (offset: number): Column => ({
  load: (row) => `v128.load(${row} + i, ${offset})`,
  store: (row, value) => `    v128.store(${row} + i, ${value}, ${offset});`,
});

const block = (body: readonly string[]) => ['    {', ...body, '    }'];

/** Passes rows from end to end, two columns to a round: both go by the same addresses, and reckoning these is a third of all work. */
export const loop = (body: (column: Column) => readonly string[]) => [
  '  for (let i: usize = 0; i < even; i += 32) {',
  ...block(body(column(0))),
  ...block(body(column(16))),
  '  }',
  '  if (even < bytes) {',
  '    const i = even;',
  ...body(column(0)),
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
