import type { ReadDb, WriteDb } from './connection.ts';
import {
  contentDigest,
  contentTables,
  groupHash,
  keptBytes,
  rowsInGroup,
  type ContentTable,
  type RowGroup,
  type Value,
} from './digest.ts';
import { lenientRows } from './lenient-rows.ts';
import { tablesOf } from './migrations.ts';
import { decodeAscending, encodeAscending } from './varints.ts';

/** Digests in a row of `digests`. */
const groupsTogether = 1024;

/**
 * Notes what every row is, so that one can later be told from what became of it.
 * @returns the digest of all contents, which is found on the way
 */
export function storeRowDigests(db: WriteDb): string {
  return db
    .transaction(() => {
      db.prepare('DELETE FROM digests').run();
      const insert = db.prepare('INSERT INTO digests (name, ids, digests) VALUES (?, ?, ?)');
      let some: RowGroup[] = [];
      const store = () => {
        const [first] = some;
        if (first === undefined) return;
        const ids = encodeAscending(some.flatMap((group) => group.ids));
        insert.run(first.table, ids, Buffer.concat(some.map(({ digest }) => digest)));
        some = [];
      };
      const digest = contentDigest(db, (group) => {
        if (some.length === groupsTogether || (some.length > 0 && some[0]!.table !== group.table)) store();
        some.push(group);
      });
      store();
      return digest;
    })
    .immediate();
}

/** A row that is not what it was. */
export interface AlteredRow {
  readonly table: ContentTable;
  readonly id: number;
  /** It was there, and is not. */
  readonly gone: boolean;
  /** The last of the rows of which one or more are meant. */
  readonly to: number;
}

interface Known extends RowGroup {
  seen: boolean;
}

function readGroups(db: ReadDb): ReadonlyMap<ContentTable, readonly Known[]> {
  const groups = new Map<ContentTable, Known[]>(contentTables.map((table) => [table, []]));
  interface Row {
    readonly id: number;
    readonly name: string;
    readonly ids: Buffer;
    readonly digests: Buffer;
  }
  for (const { name, ids: bytes, digests } of lenientRows<Row>(
    db,
    'SELECT * FROM digests',
    () => undefined,
  )) {
    const table = contentTables.find((one) => one === name);
    if (table === undefined) continue;
    try {
      const ids = [...decodeAscending(bytes)];
      const together = rowsInGroup(table);
      // Of a list that was cut short nobody knows which digest is whose: its rows are such of which nothing is known.
      if (digests.length !== Math.ceil(ids.length / together) * keptBytes) continue;
      for (let at = 0; at * together < ids.length; at++)
        groups.get(table)!.push({
          table,
          ids: ids.slice(at * together, (at + 1) * together),
          digest: digests.subarray(at * keptBytes, (at + 1) * keptBytes),
          seen: false,
        });
    } catch {
      continue;
    }
  }
  return groups;
}

/** Rows that are not what they were as the project was saved; of a schema that keeps digests. */
export function* alteredRows(db: ReadDb): Generator<AlteredRow> {
  const there = tablesOf(db);
  for (const [table, groups] of readGroups(db)) if (there.has(table)) yield* alteredIn(db, table, groups);
}

export const keepsDigests = (db: ReadDb): boolean => tablesOf(db).has('digests');

function* alteredIn(db: ReadDb, table: ContentTable, groups: readonly Known[]): Generator<AlteredRow> {
  const groupOf = new Map(groups.flatMap((group) => group.ids.map((id) => [id, group] as const)));
  const { put, end } = groupHash();
  let current: Known | null = null;
  let rows = 0;
  const close = function* (): Generator<AlteredRow> {
    if (current === null) return;
    const digest = end();
    const { ids } = current;
    if (rows !== ids.length || !digest.equals(current.digest))
      yield { table, id: ids[0]!, to: ids.at(-1)!, gone: false };
    current = null;
  };
  type Row = { readonly id: number } & Readonly<Record<string, Value>>;
  for (const row of lenientRows<Row>(db, `SELECT * FROM ${table}`, () => undefined)) {
    const group = groupOf.get(row.id) ?? null;
    if (group !== current || group === null) {
      yield* close();
      rows = 0;
      if (group === null || group.seen) {
        yield { table, id: row.id, to: row.id, gone: false };
        continue;
      }
      group.seen = true;
      current = group;
    }
    rows++;
    for (const value of Object.values(row)) put(value);
  }
  yield* close();
  for (const { seen, ids } of groups) if (!seen) yield { table, id: ids[0]!, to: ids.at(-1)!, gone: true };
}
