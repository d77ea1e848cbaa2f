import { AppError } from '../contract/errors.ts';
import type { ReadDb } from './connection.ts';
import { cutShort } from './varints.ts';

/** Told of each document that has a type: its number in the order of the corpus, and how often the type occurs in it. */
export type OnDocument = (document: number, times: number) => void;

/**
 * Where types occur, from the index alone: of the tokens nothing is read.
 * @returns sizes of the documents in their order, and what tells of a type, which throws E_DAMAGED for a place in no document
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
  const ends = Float64Array.from(documents, ([first, tokens]) => first + tokens);
  const segments = db
    .prepare<[number], Buffer>('SELECT places FROM postings WHERE type_id = ? ORDER BY import_id')
    .pluck();
  return {
    sizes: Uint32Array.from(documents, ([, tokens]) => tokens),
    of: (type, on) => {
      for (const bytes of segments.all(type)) eachDocument(bytes, { firsts, ends }, on);
    },
  };
}

/** Differences are read here and not one by one: most of a page of words are those that occur everywhere. */
function eachDocument(
  bytes: Uint8Array,
  { firsts, ends }: { readonly firsts: Float64Array; readonly ends: Float64Array },
  on: OnDocument,
): void {
  let [document, times] = [-1, 0];
  let [place, last, end] = [0, -1, -1];
  for (let at = 0; at < bytes.length;) {
    let byte = bytes[at++]!;
    // Of a frequent type nearly every difference is one byte.
    if (byte < 128) place += byte;
    else {
      let [value, scale] = [byte & 127, 128];
      do {
        if (at === bytes.length) throw cutShort();
        byte = bytes[at++]!;
        value += (byte & 127) * scale;
        scale *= 128;
      } while (byte > 127);
      place += value;
    }
    if (place === last) throw new AppError('E_DAMAGED', { reason: 'a place twice' });
    last = place;
    if (place >= end) {
      if (times > 0) on(document, times);
      // Of most words the next occurrence is in the next text.
      document = place < (firsts[document + 2] ?? Infinity) ? document + 1 : lastUpTo(firsts, place);
      end = ends[document] ?? -1;
      if (!(place >= firsts[document]! && place < end))
        throw new AppError('E_DAMAGED', { reason: 'a place in no text' });
      times = 0;
    }
    times++;
  }
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
