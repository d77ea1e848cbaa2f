import { chosenByShape, declared, inPairs, lines, range } from './source-text.ts';

/**
 * Source text of the tiles of the matrix product, in AssemblyScript. A tile holds a few rows × eight or sixteen columns of the
 * result in registers while it runs along the depth of both factors, which lie packed in the order in which it reads them.
 */

/** Rows of one tile: with sixteen columns 6 × 2 sums of 256 bits, two vectors of the right factor and one number of the left fill the registers of x86-64. */
export const tileRows = 6;
/** Columns of a panel of the right factor: two vectors. */
export const panelColumns = 8;

/** Sums of 256 bits that stay in registers. A multiplication and an addition apart need one register more than both in one. */
const mostSums = (relaxed: boolean) => (relaxed ? 12 : 10);

const parameters =
  'left: usize, right: usize, apart: usize, target: usize, stride: usize, depth: usize, add: bool';

/**
 * target (+)= left · right, some rows × one or two panels of the right factor, the second `apart` bytes behind the first; `stride`
 * is the bytes from row to row of the target.
 */
function tile(panels: 1 | 2, rows: number, most: number): string {
  const passes = Math.ceil((rows * panels) / most);
  const inPass = Math.ceil(rows / passes);
  return lines(
    `function tile${panels}x${rows}(${parameters}): void {`,
    `  const end = right + depth * ${panelColumns * 4};`,
    range(passes).flatMap((at) => [
      '  {',
      ...pass(
        range(Math.min(inPass, rows - at * inPass)).map((row) => at * inPass + row),
        panels,
      ),
      '  }',
    ]),
    '}',
  );
}

/** Some rows of a tile, along the whole depth. */
function pass(rows: readonly number[], panels: 1 | 2): string[] {
  const each = range(panels);
  const column = (panel: number, offset: number) => panel * panelColumns * 4 + offset;
  const sums = rows.flatMap((row) => each.map((panel) => `sum${row}_${panel}`));
  const store = (row: number, adds: boolean) => [
    `    { const to = target + ${row} * stride;`,
    ...each.flatMap((panel) =>
      inPairs(({ own, offset }) => {
        const sum = own(`sum${row}_${panel}`);
        const old = `v128.load(to, ${column(panel, offset)})`;
        return [
          `      const ${own(`total${panel}`)} = ${adds ? `f32x4.add(${old}, ${sum})` : sum};`,
          `      v128.store(to, ${own(`total${panel}`)}, ${column(panel, offset)});`,
        ];
      }),
    ),
    '    }',
  ];
  return [
    ...declared(sums),
    '  let x = left;',
    `  for (let y = right; y < end; y += ${panelColumns * 4}) {`,
    ...each.flatMap((panel) =>
      inPairs(({ own, offset }) => [
        `    const ${own(`y${panel}`)} = v128.load(y${panel === 0 ? '' : ' + apart'}, ${offset});`,
      ]),
    ),
    ...rows.flatMap((row) => [
      `    const x${row} = v128.load32_splat(x, ${row * 4});`,
      ...each.flatMap((panel) =>
        inPairs(({ own }) => {
          const sum = own(`sum${row}_${panel}`);
          return [`    ${sum} = madd(x${row}, ${own(`y${panel}`)}, ${sum});`];
        }),
      ),
    ]),
    `    x += ${tileRows * 4};`,
    '  }',
    '  if (add) {',
    ...rows.flatMap((row) => store(row, true)),
    '  } else {',
    ...rows.flatMap((row) => store(row, false)),
    '  }',
  ];
}

/** All tiles of one build, with the function that chooses among them. */
export function productTileSource(relaxed: boolean): string {
  const shapes = ([1, 2] as const).flatMap((panels) =>
    range(tileRows).map((at) => [panels, at + 1] as const),
  );
  return lines(
    `import { madd } from './madd';`,
    `export const tileRows: i32 = ${tileRows};`,
    `export const panelColumns: i32 = ${panelColumns};`,
    shapes.map(([panels, rows]) => tile(panels, rows, mostSums(relaxed))),
    chosenByShape(
      'tile',
      ['panels', 'rows'],
      tileRows,
      parameters,
      'left, right, apart, target, stride, depth, add',
    ),
  );
}
