import type { NextWord } from '../../../core/contract/sequence.ts';

/** Probability at the end of bars: a quarter, so that bars of different steps can be compared, or more where one needs it. */
export function barLimit(...lists: readonly (readonly NextWord[])[]): number {
  return Math.max(0.25, ...lists.flatMap((list) => list.map(({ probability }) => probability)));
}
