import {
  addresses,
  chosenByCount,
  fused,
  lines,
  loop,
  range,
  rowLength,
  type Column,
  type Fused,
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

/** A row that stands twice in a list is read again after it was written. */
const correct = ({ load, store }: Column, row: string, error: string) =>
  store(row, `f32x4.add(${load(row)}, ${error})`);

/** target += share · Σ rows. */
function addRows(madd: Fused, count: number): string {
  return lines(
    `function addRows${count}(list: usize, target: usize, share: v128): void {`,
    rowLength,
    addresses('row', 'list', count),
    loop(({ load, store }) => [
      store('target', madd('share', sumOf(names(count).map(load)), load('target'))),
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
    loop((column) => [
      `    const e = ${column.load('error')};`,
      ...names(count).map((row) => correct(column, row, 'e')),
    ]),
    '}',
  );
}

/** Two adjacent windows: the rows in both, and each centre, which is context of the other. hidden = share · Σ. */
function gatherRowsOfBoth(count: number): string {
  const both = (centre: string) => (count === 0 ? centre : `f32x4.add(common, ${centre})`);
  return lines(
    `function gatherRowsOfBoth${count}(list: usize, centre: usize, nextCentre: usize, hidden: usize, next: usize, share: v128, nextShare: v128): void {`,
    rowLength,
    addresses('row', 'list', count),
    loop(({ load, store }) => [
      ...(count === 0 ? [] : [`    const common = ${sumOf(names(count).map(load))};`]),
      store('hidden', `f32x4.mul(share, ${both(load('nextCentre'))})`),
      store('next', `f32x4.mul(nextShare, ${both(load('centre'))})`),
    ]),
    '}',
  );
}

/** The way back: each centre gets the error of the other window, the rows in both get both. */
function scatterToRowsOfBoth(count: number): string {
  return lines(
    `function scatterToRowsOfBoth${count}(list: usize, centre: usize, nextCentre: usize, error: usize, nextError: usize): void {`,
    rowLength,
    addresses('row', 'list', count),
    loop((column) => [
      `    const e = ${column.load('error')}; const next = ${column.load('nextError')}; const both = f32x4.add(e, next);`,
      correct(column, 'centre', 'next'),
      correct(column, 'nextCentre', 'e'),
      ...names(count).map((row) => correct(column, row, 'both')),
    ]),
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
    chosenByCount('addRows', some, 'list: usize, target: usize, share: v128', 'list, target, share'),
    chosenByCount('addToRows', some, 'list: usize, error: usize', 'list, error'),
    chosenByCount(
      'gatherRowsOfBoth',
      orNone,
      `${centres}, hidden: usize, next: usize, share: v128, nextShare: v128`,
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
