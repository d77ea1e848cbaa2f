import * as v from 'valibot';
import { textsRef } from '../contract/fields.ts';
import type { SavedQuery, SavedQuestion } from '../contract/own-work.ts';
import { queryLanguages } from '../contract/query.ts';
import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { readStored } from './stored-json.ts';

const storedQuestion: v.GenericSchema<unknown, SavedQuestion> = v.object({
  query: v.string(),
  language: v.picklist(queryLanguages),
  matchCase: v.boolean(),
  matchMarks: v.boolean(),
  within: v.string(),
  texts: textsRef,
});

/** As it stands in the table. */
export interface QueryRow {
  readonly id: number;
  readonly name: string;
  readonly question: string;
  readonly hits: number;
  readonly saved_at: number;
}

/** @throws AppError E_DAMAGED */
export const savedQueryOf = ({ name, question, hits, saved_at }: QueryRow): SavedQuery => ({
  name,
  question: readStored(storedQuestion, question, 'kept query'),
  hits,
  savedAt: saved_at,
});

/** Every query that was kept, the newest first. @throws AppError E_DAMAGED */
export const listSavedQueries = (db: ReadDb): readonly SavedQuery[] =>
  db
    .prepare<[], QueryRow>('SELECT * FROM saved_queries ORDER BY saved_at DESC, id DESC')
    .all()
    .map(savedQueryOf);

/** Stores a query in the place of one of its name. @throws AppError E_TOO_LONG */
export function storeQuery(db: WriteDb, { name, question, hits, savedAt }: SavedQuery): void {
  change(db, () =>
    db
      .prepare(
        `INSERT INTO saved_queries (name, question, hits, saved_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET question = excluded.question, hits = excluded.hits, saved_at = excluded.saved_at`,
      )
      .run(name, JSON.stringify(question), hits, savedAt),
  );
}

/** @returns whether there was one */
export function removeQuery(db: WriteDb, name: string): boolean {
  const there = db.prepare('SELECT 1 FROM saved_queries WHERE name = ?').get(name) !== undefined;
  if (there) change(db, () => db.prepare('DELETE FROM saved_queries WHERE name = ?').run(name));
  return there;
}
