import type { ReadDb } from './connection.ts';
import { readTokenIds } from './token-stream.ts';

/**
 * The type ids of each document in one piece, for counts that must not stop at the edge of a stored stretch.
 * @param only ids of the documents that are wanted
 */
export function* wholeDocuments(db: ReadDb, only?: readonly number[]): Generator<Uint32Array> {
  let pieces: Uint32Array[] = [];
  for (const { ids, lastOfDocument } of readTokenIds(db, only)) {
    if (lastOfDocument && pieces.length === 0) {
      yield ids;
      continue;
    }
    pieces.push(ids.slice());
    if (!lastOfDocument) continue;
    yield joined(pieces);
    pieces = [];
  }
}

function joined(pieces: readonly Uint32Array[]): Uint32Array {
  const all = new Uint32Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}
