import { change } from './changes.ts';
import type { ReadDb, WriteDb } from './connection.ts';

/** A setting of the project as JSON, or undefined when it was never set. */
export const readSettingJson = (db: ReadDb, name: string): string | undefined =>
  db.prepare<[string], string>('SELECT value FROM settings WHERE name = ?').pluck().get(name);

/** Sets a setting of the project; the value is kept as JSON. */
export function writeSetting(db: WriteDb, name: string, value: unknown): void {
  const sql =
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  change(db, () => db.prepare(sql).run(name, JSON.stringify(value ?? null)));
}
