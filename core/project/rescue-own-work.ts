import * as v from 'valibot';
import type { ReadDb, WriteDb } from './connection.ts';
import { lenientRows, type Lose } from './lenient-rows.ts';
import { bindNotes, storeNotes } from './line-notes.ts';
import { tablesOf } from './migrations.ts';
import { savedQueryOf, storeQuery, type QueryRow } from './saved-queries.ts';
import { storeWordList, wordListOf, type ListRow } from './word-lists.ts';

/**
 * Copies lists of words, kept queries and notes on lines, row by row.
 * @param texts the numbers of the documents that were rescued, by those that they had
 */
export function rescueOwnWork(
  db: ReadDb,
  target: WriteDb,
  texts: ReadonlyMap<number, number>,
  lose: Lose,
): void {
  if (!tablesOf(db).has('word_lists')) return;
  for (const row of lenientRows<ListRow>(db, 'SELECT * FROM word_lists', () => lose('lists of words')))
    attempt(
      () => storeWordList(target, wordListOf(row)),
      () => lose(`list ${row.name}`),
    );
  for (const row of lenientRows<QueryRow>(db, 'SELECT * FROM saved_queries', () => lose('kept queries')))
    attempt(
      () => storeQuery(target, savedQueryOf(row)),
      () => lose(`kept query ${row.name}`),
    );
  rescueNotes(db, target, texts, lose);
}

const noteRow = v.object({
  document_id: v.number(),
  position: v.nullable(v.number()),
  start: v.pipe(v.number(), v.minValue(0)),
  length: v.pipe(v.number(), v.minValue(1)),
  category: v.string(),
  marked: v.number(),
  hidden: v.number(),
  note: v.string(),
  changed_at: v.number(),
});

function rescueNotes(db: ReadDb, target: WriteDb, texts: ReadonlyMap<number, number>, lose: Lose): void {
  const charactersOf = target
    .prepare<[number], number>('SELECT characters FROM documents WHERE id = ?')
    .pluck();
  const positions = new Map<number, Map<number, number | null>>();
  let lost = 0;
  for (const row of lenientRows(db, 'SELECT * FROM line_notes', () => lose('some notes on lines')))
    attempt(
      () => {
        const { document_id, position, start, length, category, marked, hidden, note, changed_at } = v.parse(
          noteRow,
          row,
        );
        const document = texts.get(document_id);
        if (document === undefined || start + length > (charactersOf.get(document) ?? 0))
          throw new RangeError('place');
        const said = { category, note, marked: marked === 1, hidden: hidden === 1 };
        storeNotes(target, [{ ...said, document, position: null, start, length, changedAt: changed_at }]);
        const before = positions.get(document) ?? new Map<number, number | null>();
        positions.set(document, before.set(start, position));
      },
      () => lost++,
    );
  if (lost > 0) lose(`notes on lines: ${lost}`);
  for (const document of positions.keys()) bindNotes(target, document);
  interface Bound {
    readonly document: number;
    readonly name: string;
    readonly start: number;
    readonly position: number | null;
  }
  for (const { document, name, start, position } of target
    .prepare<[], Bound>(
      `SELECT document_id AS document, name, start, position FROM line_notes
       JOIN documents ON documents.id = document_id ORDER BY document_id, start`,
    )
    .all())
    if (positions.get(document)?.get(start) !== position)
      lose(`note at ${name} ${start}: another word or none stands there, or words before it are lost`);
}

function attempt(work: () => void, otherwise: () => void): void {
  try {
    work();
  } catch {
    otherwise();
  }
}
