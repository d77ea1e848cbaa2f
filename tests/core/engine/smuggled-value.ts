import Database from 'better-sqlite3';
import { sealFile } from '../../../core/project/seal.ts';

/** A table as it stands, without a word on what its values may be. */
const lax = (sql: string) =>
  sql
    .replaceAll(/CHECK \((?:[^()]|\([^()]*\))*\)/gu, '')
    .replaceAll(/\b(?:NOT NULL|DEFAULT '[^']*')/gu, '')
    .replaceAll(/ (?:TEXT|BLOB|REAL)\b/gu, '')
    .replaceAll(/ INTEGER(?! PRIMARY)/gu, '')
    .replace(/\) STRICT$/u, ')');

/** Where a value is put, and what: an expression of SQL in which `@` is the value that stands there. */
export interface Smuggled {
  readonly table: string;
  readonly column: string;
  readonly value: string;
  readonly rows: 'first' | 'all';
}

const statement = ({ table, column, value, rows }: Smuggled) =>
  `UPDATE ${table} SET ${column} = ${value.replaceAll('@', column)}` +
  (rows === 'all' ? '' : ` WHERE rowid = (SELECT min(rowid) FROM ${table})`);

/**
 * Puts a value into rows of a saved project as somebody would who needs no Firth for it: whatever the schema says of the column, with a seal
 * that fits.
 * @returns whether there is a row whose value is another one now
 */
export function smuggleValue(path: string, smuggled: Smuggled): boolean {
  const { table } = smuggled;
  const schemaOf = (change: (db: Database.Database) => void) => {
    const db = new Database(path);
    db.unsafeMode();
    db.pragma('journal_mode = off');
    db.pragma('synchronous = off');
    db.pragma('foreign_keys = off');
    db.pragma('writable_schema = on');
    change(db);
    db.close();
  };
  const setSchema = (sql: string) =>
    schemaOf((db) => {
      db.prepare('UPDATE sqlite_schema SET sql = ? WHERE name = ?').run(sql, table);
    });
  let sql = '';
  let changed = false;
  schemaOf((db) => {
    sql = db.prepare<[string], string>('SELECT sql FROM sqlite_schema WHERE name = ?').pluck().get(table)!;
  });
  setSchema(lax(sql));
  schemaOf((db) => {
    try {
      const { changes } = db.prepare(statement(smuggled)).run();
      changed = changes > 0;
    } catch (thrown) {
      // Two rows of one number, or a key that is no number: there is no file that says so.
      if (!/UNIQUE|mismatch/u.test(String(thrown))) throw thrown;
    }
  });
  setSchema(sql);
  sealFile(path);
  return changed;
}
