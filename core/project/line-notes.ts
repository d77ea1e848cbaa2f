import type { LineNote } from '../contract/words.ts';
import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { decodePlaces } from './token-chunks.ts';

export interface StoredNote extends LineNote {
  readonly document: number;
  /** Token of the document; null where no token stands at its place since the text was cut anew. */
  readonly position: number | null;
  /** UTF-16 units of the text. */
  readonly start: number;
  readonly length: number;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

interface Row {
  readonly document: number;
  readonly position: number | null;
  readonly start: number;
  readonly length: number;
  readonly category: string;
  readonly marked: number;
  readonly hidden: number;
  readonly note: string;
  readonly changedAt: number;
}

const columns =
  'document_id AS document, position, start, length, category, marked, hidden, note, changed_at AS changedAt';

const fromRow = (row: Row): StoredNote => ({ ...row, marked: row.marked === 1, hidden: row.hidden === 1 });

/** Every note, in the order of the texts. */
export const listNotes = (db: ReadDb): readonly StoredNote[] =>
  db.prepare<[], Row>(`SELECT ${columns} FROM line_notes ORDER BY document_id, start`).all().map(fromRow);

/** Says of a place nothing any more. */
export const isEmptyNote = ({ category, marked, hidden, note }: LineNote): boolean =>
  category === '' && note === '' && !marked && !hidden;

/** Stores what is said of places, each in the place of what was said of it before; what says nothing is removed. @throws AppError E_TOO_LONG */
export function storeNotes(db: WriteDb, notes: readonly StoredNote[]): void {
  change(db, () => {
    const remove = db.prepare('DELETE FROM line_notes WHERE document_id = ? AND start = ?');
    const insert = db.prepare(
      `INSERT INTO line_notes (document_id, position, start, length, category, marked, hidden, note, changed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    for (const one of notes) {
      const { document, position, start, length, category, marked, hidden, note, changedAt } = one;
      remove.run(document, start);
      if (isEmptyNote(one)) continue;
      insert.run(document, position, start, length, category, +marked, +hidden, note, changedAt);
    }
  });
}

/** Gives the notes of a document the tokens that now hold the first unit of their places. Part of the change that cuts the text. */
export function bindNotes(db: WriteDb, document: number): void {
  const notes = db
    .prepare<[number], { id: number; start: number }>(
      'SELECT id, start FROM line_notes WHERE document_id = ? ORDER BY start',
    )
    .all(document);
  if (notes.length === 0) return;
  const bind = db.prepare('UPDATE line_notes SET position = ? WHERE id = ?');
  const chunks = db
    .prepare<[number], { first: number; count: number; places: Buffer }>(
      'SELECT first, count, places FROM tokens WHERE document_id = ? ORDER BY first',
    )
    .all(document);
  let next = 0;
  for (const { first, count, places } of chunks) {
    const { starts, lengths } = decodePlaces(places, count);
    for (let at = 0; at < count && next < notes.length; at++) {
      const end = starts[at]! + lengths[at]!;
      for (; next < notes.length && notes[next]!.start < end; next++)
        bind.run(notes[next]!.start >= starts[at]! ? first + at : null, notes[next]!.id);
    }
  }
  for (; next < notes.length; next++) bind.run(null, notes[next]!.id);
}
