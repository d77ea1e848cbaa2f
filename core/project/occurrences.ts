import type { ReadDb } from './connection.ts';
import { decodePlaces } from './token-chunks.ts';
import type { Places } from './token-chunks.ts';
import { decodeAscending } from './varints.ts';

export interface Occurrence {
  readonly document: number;
  /** Token number in the document, from 0. */
  readonly position: number;
  /** Tokens that the node has; 1 when left out. */
  readonly tokens?: number;
  /** Tokens to each side, where these are not those of all. */
  readonly left?: number;
  readonly right?: number;
}

interface Segment {
  readonly count: number;
  readonly places: Buffer;
}

/** The places of a type from number `offset`, at most `limit`. */
function placesOf(db: ReadDb, typeId: number, offset: number, limit: number): readonly number[] {
  const sizes = db
    .prepare<[number], { id: number; count: number }>(
      'SELECT id, count FROM postings WHERE type_id = ? ORDER BY import_id',
    )
    .all(typeId);
  const segment = db.prepare<[number], Segment>('SELECT count, places FROM postings WHERE id = ?');
  const found: number[] = [];
  let skip = offset;
  for (const { id, count } of sizes) {
    if (found.length >= limit) break;
    if (skip >= count) {
      skip -= count;
      continue;
    }
    for (const place of decodeAscending(segment.get(id)!.places)) {
      if (skip > 0) skip--;
      else if (found.push(place) >= limit) break;
    }
  }
  return found;
}

/** Token numbers of the project at which a type occurs, ascending within each import. */
export function* readPlaces(db: ReadDb, typeId: number): Generator<number, void, undefined> {
  const segments = db
    .prepare<[number], Buffer>('SELECT places FROM postings WHERE type_id = ? ORDER BY import_id')
    .pluck()
    .all(typeId);
  for (const places of segments) yield* decodeAscending(places);
}

/** Occurrences of a type in the order of the corpus, from number `offset`, at most `limit`. `total` counts all of them. */
export function readOccurrences(
  db: ReadDb,
  typeId: number,
  { offset = 0, limit }: { readonly offset?: number; readonly limit: number },
): { readonly total: number; readonly occurrences: readonly Occurrence[] } {
  const total = db.prepare<[number], number>('SELECT count FROM types WHERE id = ?').pluck().get(typeId) ?? 0;
  const holder = db.prepare<[number], { id: number; first_token: number }>(
    'SELECT id, first_token FROM documents WHERE first_token <= ? ORDER BY first_token DESC LIMIT 1',
  );
  const occurrences = placesOf(db, typeId, offset, Math.max(0, limit)).map((place) => {
    const { id, first_token } = holder.get(place)!;
    return { document: id, position: place - first_token };
  });
  return { total, occurrences };
}

/** Where a concordance line is cut from the text; UTF-16 offsets in the document. */
export interface TokenWindow {
  /** Start of the first token of the left context. */
  readonly start: number;
  readonly nodeStart: number;
  readonly nodeEnd: number;
  /** End of the last token of the right context. */
  readonly end: number;
}

interface ChunkPlaces {
  readonly document: number;
  readonly first: number;
  /** From the first token of the stretch on, perhaps not to its end. */
  readonly places: Places;
}

/** Tokens that are decoded behind the one that is asked for: a line on the page needs few. */
const decodedBehind = 64;

/**
 * Windows of tokens around many places; each stretch of tokens is decoded once while neighbours in the list share it.
 * @param left, right number of tokens to each side
 * @throws RangeError for a position that the document does not have
 */
export function readTokenWindows(
  db: ReadDb,
  occurrences: readonly Occurrence[],
  { left, right }: { readonly left: number; readonly right: number },
): readonly TokenWindow[] {
  const chunk = db.prepare<[number, number], { first: number; count: number; places: Buffer }>(
    'SELECT first, count, places FROM tokens WHERE document_id = ? AND first <= ? ORDER BY first DESC LIMIT 1',
  );
  const lengthOf = db.prepare<[number], number>('SELECT tokens FROM documents WHERE id = ?').pluck();
  let recent: ChunkPlaces[] = [];
  const placeOf = (document: number, position: number): { start: number; end: number } => {
    const holds = ({ first, places, ...one }: ChunkPlaces) =>
      one.document === document && position >= first && position < first + places.starts.length;
    let held = recent.find(holds);
    if (held === undefined) {
      const row = chunk.get(document, position);
      if (row === undefined) throw new RangeError(`no token ${position}`);
      // Lines in an order of their own come from everywhere: of each stretch the beginning is enough. Who comes again needs it all.
      const isKnown = recent.some((one) => one.document === document && one.first === row.first);
      const count = isKnown ? row.count : Math.min(row.count, position - row.first + decodedBehind);
      held = { document, first: row.first, places: decodePlaces(row.places, count) };
      if (!holds(held)) throw new RangeError(`no token ${position}`);
      // Two: a window may lie across the border of two stretches.
      recent = [held, ...recent.slice(0, 1)];
    }
    const at = position - held.first;
    const start = held.places.starts[at]!;
    return { start, end: start + held.places.lengths[at]! };
  };
  return occurrences.map(({ document, position, tokens = 1, left: before = left, right: behind = right }) => {
    const last = (lengthOf.get(document) ?? 0) - 1;
    const nodeStart = placeOf(document, position).start;
    const nodeLast = Math.min(last, position + tokens - 1);
    const nodeEnd = placeOf(document, nodeLast).end;
    const start = placeOf(document, Math.max(0, position - before)).start;
    const { end } = placeOf(document, Math.min(last, nodeLast + behind));
    return { start, nodeStart, nodeEnd, end };
  });
}

/** One window; {@link readTokenWindows} is the faster way to many. */
export function readTokenWindow(
  db: ReadDb,
  document: number,
  position: number,
  left: number,
  right: number,
): TokenWindow {
  return readTokenWindows(db, [{ document, position }], { left, right })[0]!;
}
