import { mostStretches } from './memory-map.ts';
import { addresses, chosenByCount, declared, lines, loop, range, rowLength } from './source-text.ts';

/**
 * Source text of what a round does with rows that several stretches write, in AssemblyScript: each gets a copy, and what each
 * copy learned is added up in the order of the stretches.
 */

const copyBytes = lines(
  'export function copyBytes(from: usize, to: usize, bytes: usize): void {',
  loop(({ load, store, own }) => [`    const ${own('old')} = ${load('from')};`, store('to', own('old'))]),
  '}',
);

/**
 * What the copies learned is added up, from left to right: told = Σ (copy − row). Where they learned the same, as when all of them
 * pulled a frequent word to the same place, the sum would go as far beyond it as there are copies; where they learned different
 * things the sum is right. So row = row + told · min(1, Σ |copy − row|² ÷ |told|²): the mean of equals, the sum of what stands at right angles.
 */
function mergeCopies(count: number): string {
  return lines(
    `function mergeCopies${count}(list: usize, row: usize, told: usize): void {`,
    rowLength,
    addresses('copy', 'list', count),
    declared(['parts', 'whole']),
    loop(({ load, store, own }) => [
      `    const ${own('old')} = ${load('row')};`,
      ...range(count).flatMap((at) => [
        `    const ${own(`d${at}`)} = f32x4.sub(${load(`copy${at}`)}, ${own('old')});`,
        `    ${own('parts')} = f32x4.add(${own('parts')}, f32x4.mul(${own(`d${at}`)}, ${own(`d${at}`)}));`,
      ]),
      `    const ${own('sum')} = ${range(count)
        .map((at) => own(`d${at}`))
        .reduce((sum, one) => `f32x4.add(${sum}, ${one})`)};`,
      `    ${own('whole')} = f32x4.add(${own('whole')}, f32x4.mul(${own('sum')}, ${own('sum')}));`,
      store('told', own('sum')),
    ]),
    '  const sums = sumFour(f32x4.add(partsa, partsb), f32x4.add(wholea, wholeb), f32x4.splat(0), f32x4.splat(0));',
    '  const whole = f32x4.extract_lane(sums, 1);',
    '  const share = whole > 0 ? min<f32>(1, f32x4.extract_lane(sums, 0) / whole) : 1;',
    '  const shares = f32x4.splat(share);',
    loop(({ load, store, own }) => [
      `    const ${own('next')} = f32x4.add(${load('row')}, f32x4.mul(shares, ${load('told')}));`,
      store('row', own('next')),
    ]),
    '}',
  );
}

export function roundRowsSource(): string {
  const counts = range(mostStretches).map((at) => at + 1);
  return lines(
    `import { rowBytes } from './job';`,
    `import { sumFour } from './logistic';`,
    copyBytes,
    counts.map(mergeCopies),
    chosenByCount('mergeCopies', counts, 'list: usize, row: usize, told: usize', 'list, row, told'),
  );
}
