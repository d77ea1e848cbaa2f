import type { ChosenSubCorpus } from '../contract/corpus.ts';

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

const longestPart = 60;

/** What a model is called whom nobody gave a name: by its kind, and by its texts where these are not the whole corpus. */
export function modelName(
  kind: string,
  subCorpus: ChosenSubCorpus | null | undefined,
  taken: Iterable<string>,
): string {
  if (subCorpus === null || subCorpus === undefined) return freeName(kind, taken, 1);
  const said =
    subCorpus.name ??
    subCorpus.conditions
      .map(({ field, values, from, to }) => values?.join(', ') ?? `${field} ${from ?? ''}–${to ?? ''}`)
      .join(', ');
  const part = Array.from(said).slice(0, longestPart).join('').trim();
  return freeName(part === '' ? kind : `${part}, ${kind}`, taken);
}
