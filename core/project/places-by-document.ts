import type { ReadDb } from './connection.ts';
import { eachAscending } from './varints.ts';

/** Told of each document that has a type: its number in the order of the corpus, and how often the type occurs in it. */
export type OnDocument = (document: number, times: number) => void;

/**
 * Where types occur, from the index alone: of the tokens nothing is read.
 * @returns sizes of the documents in their order, and what tells of a type
 */
export function placesByDocument(db: ReadDb): {
  readonly sizes: Uint32Array;
  readonly of: (type: number, on: OnDocument) => void;
} {
  const documents = db
    .prepare<[], [first: number, tokens: number]>(
      'SELECT first_token, tokens FROM documents WHERE tokens > 0 ORDER BY first_token',
    )
    .raw()
    .all();
  const firsts = Float64Array.from(documents, ([first]) => first);
  const segments = db
    .prepare<[number], Buffer>('SELECT places FROM postings WHERE type_id = ? ORDER BY import_id')
    .pluck();
  return {
    sizes: Uint32Array.from(documents, ([, tokens]) => tokens),
    of: (type, on) => {
      for (const bytes of segments.all(type)) eachDocument(bytes, firsts, on);
    },
  };
}

function eachDocument(bytes: Uint8Array, firsts: Float64Array, on: OnDocument): void {
  let [document, times] = [-1, 0];
  let next = -1;
  eachAscending(bytes, (place) => {
    if (place >= next) {
      if (times > 0) on(document, times);
      document = lastUpTo(firsts, place);
      next = firsts[document + 1] ?? Infinity;
      times = 0;
    }
    times++;
  });
  if (times > 0) on(document, times);
}

/** The last document that begins at a token or before it. */
function lastUpTo(firsts: Float64Array, place: number): number {
  let [low, high] = [0, firsts.length];
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (firsts[middle]! <= place) low = middle;
    else high = middle;
  }
  return low;
}
