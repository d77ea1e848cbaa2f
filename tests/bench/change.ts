import { plantedFigures } from '../core/change/planted-figures.ts';

// Whether a planted change is found, by method and by size of period: the contexts of 20 words are swapped in half of the addresses of the samples (parts of 2,000 words). Chance is what
// 200 random splits find. `--splits=50`, `--sizes=100000,300000` and `--seeds=5,6` do less or other.
const option = (name: string) =>
  process.argv.find((one) => one.startsWith(`--${name}=`))?.slice(name.length + 3);
const numbers = (text: string) => text.split(',').map(Number);
const splits = Number(option('splits') ?? (process.argv.includes('--quick') ? 20 : 200));
const sizes = numbers(option('sizes') ?? '100000,300000,900000');
const seeds = numbers(option('seeds') ?? '5');
const divisions = Number(option('divisions') ?? 200);

const heads = ['words', 'planted', 'first 40', 'q ≤ .05', 'others', 'splits that find', 'words a split'];
console.log(
  'method'.padEnd(22) + ['a period', 'seed', ...heads].map((head) => head.padStart(head.length + 3)).join(''),
);
for (const size of sizes)
  for (const seed of seeds) {
    const before = process.cpuUsage();
    const steps = plantedFigures(size * 2, { divisions, resamples: 0, splits, seed: 1 }, seed);
    let step = steps.next();
    while (step.done !== true) step = steps.next();
    const { user, system } = process.cpuUsage(before);
    for (const one of step.value) {
      const figures = [
        size,
        seed,
        one.words,
        one.planted,
        one.amongFirst,
        one.found,
        one.others,
        `${one.withFindings} of ${splits}`,
        one.meanFound.toFixed(2),
      ];
      console.log(
        one.method.padEnd(22) +
          figures
            .map((figure, at) => String(figure).padStart(['a period', 'seed', ...heads][at]!.length + 3))
            .join(''),
      );
    }
    const each = (user + system) / 1e6 / (1 + divisions + splits);
    console.log(`${each.toFixed(2)} s of CPU for a comparison by all methods`);
  }
