/**
 * Source text of the tiles of the matrix product, in AssemblyScript. A tile holds a few rows × eight columns of the result
 * in registers while it runs along the depth of both factors, which lie packed in the order in which it reads them.
 */

/** Rows of one tile: 6 × 2 sums, two vectors of the right factor and one number of the left fill the registers of x86-64. */
export const tileRows = 6;
/** Columns of one tile: two vectors. */
export const tileColumns = 8;

const range = (length: number) => Array.from({ length }, (_, index) => index);

function tile(rows: number): string {
  const sums = range(rows).flatMap((row) => [`sum${row}_0`, `sum${row}_1`]);
  return [
    `function tile${rows}(left: usize, right: usize, target: usize, stride: usize, depth: usize, add: bool): void {`,
    ...sums.map((sum) => `  let ${sum} = f32x4.splat(0);`),
    `  const end = right + depth * ${tileColumns * 4};`,
    `  for (; right < end; right += ${tileColumns * 4}) {`,
    '    const right0 = v128.load(right);',
    '    const right1 = v128.load(right, 16);',
    ...range(rows).flatMap((row) => [
      `    const x${row} = v128.load32_splat(left, ${row * 4});`,
      ...range(2).map((at) => `    sum${row}_${at} = madd(x${row}, right${at}, sum${row}_${at});`),
    ]),
    `    left += ${tileRows * 4};`,
    '  }',
    '  if (add) {',
    ...range(rows).flatMap((row) => [
      ...(row > 0 ? ['    target += stride;'] : []),
      ...range(2).map(
        (at) =>
          `    v128.store(target, f32x4.add(v128.load(target, ${at * 16}), sum${row}_${at}), ${at * 16});`,
      ),
    ]),
    '    return;',
    '  }',
    ...range(rows).flatMap((row) => [
      ...(row > 0 ? ['  target += stride;'] : []),
      ...range(2).map((at) => `  v128.store(target, sum${row}_${at}, ${at * 16});`),
    ]),
    '}',
  ].join('\n');
}

/** All tiles of one to {@link tileRows} rows, and the function that chooses among them. */
export function productTileSource(): string {
  const call = 'left, right, target, stride, depth, add';
  return [
    `import { madd } from './madd';`,
    `export const tileRows: i32 = ${tileRows};`,
    `export const tileColumns: i32 = ${tileColumns};`,
    ...range(tileRows).map((at) => tile(at + 1)),
    '/** target (+)= left · right, `rows` × eight columns; `stride` is the bytes from row to row of the target. */',
    'export function tile(rows: i32, left: usize, right: usize, target: usize, stride: usize, depth: usize, add: bool): void {',
    '  switch (rows) {',
    ...range(tileRows).map((at) => `    case ${at + 1}: tile${at + 1}(${call}); return;`),
    '  }',
    '}',
  ].join('\n');
}
