/** Numbers as people and Slurm write them: `1-3,7`. @param numbers ascending */
export function stretchesOf(numbers: readonly number[]): string {
  const stretches: (readonly [first: number, last: number])[] = [];
  let first = numbers[0];
  numbers.forEach((number, at) => {
    if (numbers[at + 1] === number + 1) return;
    stretches.push([first!, number]);
    first = numbers[at + 1];
  });
  return stretches.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}
