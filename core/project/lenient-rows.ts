import type { ReadDb } from './connection.ts';
import { lastId } from './digest.ts';

/** Told what of a damaged project is lost. */
export type Lose = (what: string) => void;

/** Behind a row that cannot be read so many ids are tried one by one: a page that is lost takes a few hundred along. */
const oneByOne = 2_000;
/** Up to so far behind it the steps are shorter than what lies on a page of short rows; then they grow. */
const closely = 20_000;

/**
 * The rows of a damaged table, as many as can be read, by ascending id. Where reading on fails, ids are tried, at first one by one, then at
 * places ever further away: a tree with a bad leaf still leads to the others.
 * @param select statement with the id as its first column, up to and including FROM
 * @param onLoss told once when some part of the table could not be read
 */
export function* lenientRows<Row extends { readonly id: number }>(
  db: ReadDb,
  select: string,
  onLoss: () => void,
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
  const behindLoss = (): Row | null => {
    for (let id = after + 1; id <= Math.min(after + oneByOne, lastId); id++) {
      const row = attempt(exact, id) ?? null;
      if (row !== null) return row;
    }
    for (let unread = after + oneByOne; ;) {
      const away = unread - after;
      let readable = after + Math.ceil(away * (away < closely ? 1.02 : 1.5));
      if (readable > lastId) return null;
      const row = attempt(next, readable);
      if (row === undefined) return null;
      if (row === null) {
        unread = readable;
        continue;
      }
      // The first place from which something can be read.
      let first = row;
      while (readable - unread > 1) {
        const between = Math.floor((unread + readable) / 2);
        const earlier = attempt(next, between) ?? null;
        if (earlier === null) unread = between;
        else [readable, first] = [between, earlier];
      }
      return attempt(exact, readable) ?? first;
    }
  };
  for (;;) {
    const row = attempt(next, after);
    if (row === undefined) break;
    const found = row ?? behindLoss();
    if (found === null) break;
    after = found.id;
    yield found;
  }
  noteStrangers();
}
