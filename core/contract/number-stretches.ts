/** Numbers as people and Slurm write them: `1-3,7`. @param numbers ascending */
export function stretchesOf(numbers: readonly number[]): string {
  const stretches: [first: number, last: number][] = [];
  for (const number of numbers) {
    const last = stretches.at(-1);
    if (last !== undefined && number === last[1] + 1) last[1] = number;
    else stretches.push([number, number]);
  }
  return stretches.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join(',');
}
