import Database from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';
import type { ReadDb, WriteDb } from './connection.ts';
import { first } from './migrations/0001-first.ts';
import { files } from './migrations/0002-files.ts';
import { sequence } from './migrations/0003-sequence.ts';
import { layers } from './migrations/0004-layers.ts';
import { studies } from './migrations/0005-studies.ts';
import { ownWork } from './migrations/0006-own-work.ts';
import type { Migration } from './migrations/migration.ts';

/** Every schema there ever was. A released one is never edited. */
export const migrations: readonly Migration[] = [first, files, sequence, layers, studies, ownWork];

export const schemaVersion = migrations.length;

export function readSchemaVersion(db: ReadDb): number {
  return db.pragma('user_version', { simple: true }) as number;
}

/**
 * Brings a database to the newest schema (or to `target`), each step in one exclusive transaction that is only
 * committed when no row refers to nothing.
 * @throws AppError E_DAMAGED when a step leaves rows that refer to nothing
 */
export function migrate(db: WriteDb, target = schemaVersion): void {
  for (const { version, sql } of migrations.slice(readSchemaVersion(db), target)) {
    // Tables are rebuilt under other names on the way; references are checked as a whole before the commit.
    db.pragma('foreign_keys = OFF');
    try {
      db.transaction(() => {
        db.exec(sql);
        const loose = db.pragma('foreign_key_check') as unknown[];
        if (loose.length > 0) throw new AppError('E_DAMAGED', { migration: version, rows: loose.length });
        db.pragma(`user_version = ${version}`);
      }).exclusive();
    } finally {
      db.pragma('foreign_keys = ON');
    }
  }
}

export interface SchemaObject {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

const listing = 'SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name LIMIT ?';

/** Every table and index of a database, in a fixed order; at most `limit`. */
export function readSchema(db: ReadDb, limit: number): readonly SchemaObject[] {
  return db.prepare<[number], SchemaObject>(listing).all(limit);
}

/** Names of the tables that a database has: those of its schema, which may be an older one. */
export function tablesOf(db: ReadDb): ReadonlySet<string> {
  return new Set(
    db.prepare<[], string>("SELECT name FROM sqlite_schema WHERE type = 'table' LIMIT 1000").pluck().all(),
  );
}

const known = new Map<number, readonly SchemaObject[]>();

/** What the schema of a version looks like, made by running its migrations. */
export function knownSchema(version: number): readonly SchemaObject[] {
  let schema = known.get(version);
  if (schema === undefined) {
    const db = new Database(':memory:');
    migrate(db as unknown as WriteDb, version);
    schema = readSchema(db as unknown as ReadDb, 10_000);
    db.close();
    known.set(version, schema);
  }
  return schema;
}
