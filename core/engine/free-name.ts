/**
 * The first name that is not taken: “letters”, “letters 2”, “letters 3”, …
 * @param first number behind the first of them: with 1 “skip-gram 1”, “skip-gram 2”, …; without it the first has none
 */
export function freeName(base: string, taken: Iterable<string>, first?: 1): string {
  const names = new Set(taken);
  if (first === undefined && !names.has(base)) return base;
  for (let number = first ?? 2; ; number += 1)
    if (!names.has(`${base} ${number}`)) return `${base} ${number}`;
}
