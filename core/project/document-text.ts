import type { ReadDb } from './connection.ts';

/** Reads stretches of texts, from UTF-16 offset `start` to before `end`; shorter where the document ends. */
export type TextReader = (document: number, start: number, end: number) => string;

/** For many stretches. */
export function textReader(db: ReadDb): TextReader {
  const some = db.prepare<[number, number, number], { start: number; text: string }>(
    'SELECT start, text FROM texts WHERE document_id = ? AND start < ? AND start + characters > ? ORDER BY start',
  );
  return (document, start, end) =>
    some
      .all(document, end, start)
      .map((piece) => piece.text.slice(Math.max(0, start - piece.start), end - piece.start))
      .join('');
}

/** A stored piece of a text as bytes of UTF-8. */
export interface TextBytes {
  /** The first of its UTF-16 units in the text, and how many there are. */
  readonly start: number;
  readonly characters: number;
  readonly text: Buffer;
}

/** The pieces that a stretch of a text lies in, for the kernel. */
export function textBytesReader(
  db: ReadDb,
): (document: number, start: number, end: number) => readonly TextBytes[] {
  const some = db.prepare<[number, number, number], TextBytes>(
    'SELECT start, characters, CAST(text AS BLOB) AS text FROM texts WHERE document_id = ? AND start < ? AND start + characters > ? ORDER BY start',
  );
  return (document, start, end) => some.all(document, end, start);
}

/** For one. */
export const readText = (db: ReadDb, document: number, start: number, end: number): string =>
  textReader(db)(document, start, end);

/** The text of a document, piece by piece. Other statements may run between the pieces. */
export function* readTextPieces(db: ReadDb, document: number): Generator<string, void, undefined> {
  const page = db.prepare<[number, number], { start: number; text: string }>(
    'SELECT start, text FROM texts WHERE document_id = ? AND start > ? ORDER BY start LIMIT 4',
  );
  for (let last = -1; ;) {
    const rows = page.all(document, last);
    if (rows.length === 0) return;
    for (const { text } of rows) yield text;
    last = rows.at(-1).start;
  }
}
