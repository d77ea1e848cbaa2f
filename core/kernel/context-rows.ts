import {
  addresses,
  chosenByCount,
  fused,
  lines,
  loop,
  range,
  rowLength,
  type Fused,
  type Half,
} from './source-text.ts';

/**
 * Source text of what CBOW does with the rows of its contexts, in AssemblyScript: added up before the step, corrected after
 * it. A list of rows is passed once, whatever its length, with all its rows in the same round: the sum stays in a register.
 * So every length is written out.
 */

/** Most rows of one pass: with the others that a pass needs, their addresses about fill the registers. */
export const longestPass = 8;

const sumOf = (terms: readonly string[]) => terms.reduce((sum, term) => `f32x4.add(${sum}, ${term})`);
const names = (count: number) => range(count).map((at) => `row${at}`);

/** V8 packs vectors that it sees made, not those that are handed in. */
const inEveryLane = (number: string) => `  const ${number}s = f32x4.splat(${number});`;

/** Row += error. A row that stands twice in a list is read again after it was written. */
const corrected = ({ load, store, own }: Half, row: string, error: string) => [
  `    const ${own(`old_${row}`)} = ${load(row)};`,
  store(row, `f32x4.add(${own(`old_${row}`)}, ${error})`),
];

/** target += share · Σ rows. */
function addRows(madd: Fused, count: number): string {
  return lines(
    `function addRows${count}(list: usize, target: usize, share: f32): void {`,
    rowLength,
    addresses('row', 'list', count),
    inEveryLane('share'),
    loop(({ load, store, own }) => [
      `    const ${own('sum')} = ${madd('shares', sumOf(names(count).map(load)), load('target'))};`,
      store('target', own('sum')),
    ]),
    '}',
  );
}

/** Each row += error. */
function addToRows(count: number): string {
  return lines(
    `function addToRows${count}(list: usize, error: usize): void {`,
    rowLength,
    addresses('row', 'list', count),
    loop((half) => [
      `    const ${half.own('e')} = ${half.load('error')};`,
      ...names(count).flatMap((row) => corrected(half, row, half.own('e'))),
    ]),
    '}',
  );
}

/** Two adjacent windows: the rows in both, and each centre, which is context of the other. hidden = share · Σ. */
function gatherRowsOfBoth(count: number): string {
  return lines(
    `function gatherRowsOfBoth${count}(list: usize, centre: usize, nextCentre: usize, hidden: usize, next: usize, share: f32, nextShare: f32): void {`,
    rowLength,
    addresses('row', 'list', count),
    inEveryLane('share'),
    inEveryLane('nextShare'),
    loop(({ load, store, own }) => {
      const common = count === 0 ? [] : [own('common')];
      return [
        ...common.map((name) => `    const ${name} = ${sumOf(names(count).map(load))};`),
        `    const ${own('hidden')} = f32x4.mul(shares, ${sumOf([...common, load('nextCentre')])});`,
        `    const ${own('next')} = f32x4.mul(nextShares, ${sumOf([...common, load('centre')])});`,
        store('hidden', own('hidden')),
        store('next', own('next')),
      ];
    }),
    '}',
  );
}

/** The way back: each centre gets the error of the other window, the rows in both get both. */
function scatterToRowsOfBoth(count: number): string {
  return lines(
    `function scatterToRowsOfBoth${count}(list: usize, centre: usize, nextCentre: usize, error: usize, nextError: usize): void {`,
    rowLength,
    addresses('row', 'list', count),
    loop((half) => {
      const { load, own } = half;
      return [
        `    const ${own('e')} = ${load('error')};`,
        `    const ${own('next')} = ${load('nextError')};`,
        `    const ${own('both')} = f32x4.add(${own('e')}, ${own('next')});`,
        ...corrected(half, 'centre', own('next')),
        ...corrected(half, 'nextCentre', own('e')),
        ...names(count).flatMap((row) => corrected(half, row, own('both'))),
      ];
    }),
    '}',
  );
}

/** All passes of one build, with the functions that choose among them. */
export function contextRowsSource(relaxed: boolean): string {
  const some = range(longestPass).map((at) => at + 1);
  const orNone = [0, ...some];
  const centres = 'list: usize, centre: usize, nextCentre: usize';
  return lines(
    `import { rowBytes } from './job';`,
    `export const longestPass: i32 = ${longestPass};`,
    some.map((count) => addRows(fused(relaxed), count)),
    some.map(addToRows),
    orNone.map(gatherRowsOfBoth),
    orNone.map(scatterToRowsOfBoth),
    chosenByCount('addRows', some, 'list: usize, target: usize, share: f32', 'list, target, share'),
    chosenByCount('addToRows', some, 'list: usize, error: usize', 'list, error'),
    chosenByCount(
      'gatherRowsOfBoth',
      orNone,
      `${centres}, hidden: usize, next: usize, share: f32, nextShare: f32`,
      'list, centre, nextCentre, hidden, next, share, nextShare',
    ),
    chosenByCount(
      'scatterToRowsOfBoth',
      orNone,
      `${centres}, error: usize, nextError: usize`,
      'list, centre, nextCentre, error, nextError',
    ),
  );
}
