import * as v from 'valibot';
import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { readStored } from './stored-json.ts';

export interface StoredWordList {
  readonly name: string;
  /** Each once, in the order of the person. */
  readonly words: readonly string[];
  /** How often each occurs where the list comes from; null where that is not known. */
  readonly counts: readonly number[] | null;
  /** Milliseconds since the epoch. */
  readonly changedAt: number;
}

/** As it stands in the table. */
export interface ListRow {
  readonly id: number;
  readonly name: string;
  readonly words: string;
  readonly counts: string;
  readonly changed_at: number;
}

const wordsOfList = v.array(v.string());
const countsOfList = v.nullable(v.array(v.pipe(v.number(), v.finite(), v.minValue(0))));

/** @throws AppError E_DAMAGED */
export function wordListOf({ name, words: written, counts: numbers, changed_at }: ListRow): StoredWordList {
  const words = readStored(wordsOfList, written, 'words of a list');
  const whole = v.pipe(
    countsOfList,
    v.check((counts) => counts === null || counts.length === words.length),
  );
  const counts = readStored(whole, numbers, 'counts of a list');
  return { name, words, counts, changedAt: changed_at };
}

/** Every list, by name. @throws AppError E_DAMAGED */
export const listWordLists = (db: ReadDb): readonly StoredWordList[] =>
  db.prepare<[], ListRow>('SELECT * FROM word_lists ORDER BY name').all().map(wordListOf);

export function findWordList(db: ReadDb, name: string): StoredWordList | null {
  const row = db.prepare<[string], ListRow>('SELECT * FROM word_lists WHERE name = ?').get(name);
  return row === undefined ? null : wordListOf(row);
}

/** Stores a list in the place of one of its name. @throws AppError E_TOO_LONG */
export function storeWordList(db: WriteDb, { name, words, counts, changedAt }: StoredWordList): void {
  change(db, () =>
    db
      .prepare(
        `INSERT INTO word_lists (name, words, counts, changed_at) VALUES (?, ?, ?, ?)
         ON CONFLICT (name) DO UPDATE SET words = excluded.words, counts = excluded.counts, changed_at = excluded.changed_at`,
      )
      .run(name, JSON.stringify(words), JSON.stringify(counts), changedAt),
  );
}

/** @returns whether there was one */
export function removeWordList(db: WriteDb, name: string): boolean {
  if (findWordList(db, name) === null) return false;
  change(db, () => db.prepare('DELETE FROM word_lists WHERE name = ?').run(name));
  return true;
}
