import type { ReadDb } from './connection.ts';
import { lastId } from './digest.ts';

/** Told what of a damaged project is lost. */
export type Lose = (what: string) => void;

/** How many ids in a row may be missing before a stretch of unreadable ones counts as the end; each costs a look. */
const manyRows = 20_000;
/** The same where rows are long: a page that is lost takes a few hundred of them along. */
export const longRows = 2_000;

/**
 * The rows of a damaged table, as many as can be read, by ascending id. Where reading on fails, ids are tried one by one:
 * a tree with a bad leaf still leads to the others.
 * @param select statement with the id as its first column, up to and including FROM
 * @param onLoss told once when some part of the table could not be read
 */
export function* lenientRows<Row extends { readonly id: number }>(
  db: ReadDb,
  select: string,
  onLoss: () => void,
  patience = manyRows,
): Generator<Row, void, undefined> {
  const next = db.prepare<[number], Row>(`${select} WHERE id > ? AND id <= ${lastId} ORDER BY id LIMIT 1`);
  const exact = db.prepare<[number], Row>(`${select} WHERE id = ?`);
  let after = -1;
  let lost = false;
  const noteLoss = () => {
    if (!lost) onLoss();
    lost = true;
  };
  // No Firth gave such an id, and none can be asked for.
  const noteStrangers = () => {
    try {
      const strangers = [
        db.prepare(`${select} WHERE id < 0 LIMIT 1`),
        db.prepare(`${select} WHERE id > ${lastId} LIMIT 1`),
      ];
      if (strangers.some((some) => some.get() !== undefined)) noteLoss();
    } catch {
      noteLoss();
    }
  };
  const attempt = (statement: typeof next, id: number): Row | undefined | null => {
    try {
      const row = statement.get(id);
      // In a damaged tree a search can land on an earlier row, and would go round for ever.
      if (row === undefined || row.id > after) return row;
      noteLoss();
      return null;
    } catch {
      noteLoss();
      return null;
    }
  };
  for (;;) {
    const row = attempt(next, after);
    if (row === undefined) break;
    if (row !== null) {
      after = row.id;
      yield row;
      continue;
    }
    let found: Row | null = null;
    const last = Math.min(after + patience, lastId);
    for (let id = after + 1; id <= last && found === null; id++) found = attempt(exact, id) ?? null;
    if (found === null) break;
    after = found.id;
    yield found;
  }
  noteStrangers();
}
