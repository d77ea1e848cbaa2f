import { keynessMeasures, type KeynessMeasure } from '../../../core/contract/query.ts';
import type { TextsRef } from '../../../core/contract/texts.ts';
import type { Grant } from '../../../core/contract/window.ts';

/** Texts, and what they are compared with: all others, where neither texts nor a list are given. */
export interface Sides {
  readonly target: TextsRef;
  readonly reference?: TextsRef;
  readonly list?: Grant;
  /** Name of a list of the project. */
  readonly savedList?: string;
}

export const measures: readonly KeynessMeasure[] = keynessMeasures;

export type Against = 'rest' | 'texts' | 'list' | `$${string}`;

/** What a person has chosen so far; null while there is nothing to compare. */
export function sidesOf(
  target: TextsRef,
  against: Against,
  reference: TextsRef,
  list: Grant | null,
): Sides | null {
  if (against.startsWith('$')) return { target, savedList: against.slice(1) };
  if (against === 'list') return list === null ? null : { target, list };
  if (against === 'texts') return { target, reference };
  return target === 'all' ? null : { target };
}
