import type { ReadDb } from './connection.ts';
import { readPlaces } from './occurrences.ts';
import { findType } from './types.ts';

/** How often a form occurs, and in how many documents. */
export interface Occurring {
  readonly count: number;
  readonly documents: number;
}

/**
 * Looks words up in some documents alone, by the index: no text is read. Valid as long as the corpus is the same.
 * @param only ids of the documents
 * @returns a function of the form, exactly as it is written; null for one that the corpus does not have
 */
export function wordsWithin(db: ReadDb, only: readonly number[]): (form: string) => Occurring | null {
  const chosen = new Set(only);
  const spans = db
    .prepare<[], { id: number; first: number; tokens: number }>(
      'SELECT id, first_token AS first, tokens FROM documents ORDER BY first_token',
    )
    .all()
    .filter(({ id }) => chosen.has(id));
  const starts = Float64Array.from(spans, ({ first }) => first);
  return (form) => {
    const type = findType(db, form);
    if (type === null) return null;
    let count = 0;
    const documents = new Set<number>();
    for (const place of readPlaces(db, type.id)) {
      const at = lastNotAbove(starts, place);
      const span = spans[at];
      if (span === undefined || place >= span.first + span.tokens) continue;
      count += 1;
      documents.add(at);
    }
    return { count, documents: documents.size };
  };
}

/** Index of the last of ascending numbers that is not above a number; −1 where all are. */
function lastNotAbove(ascending: Float64Array, number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ascending[middle]! <= number) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
