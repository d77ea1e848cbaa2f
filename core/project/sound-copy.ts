import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { openForReading } from './connection.ts';
import { contentTables } from './digest.ts';
import { lenientRows, type Lose } from './lenient-rows.ts';
import { readSchemaVersion, tablesOf } from './migrations.ts';
import { createWorkingCopy } from './open-copy.ts';

/**
 * Copies every row that can be read of a damaged database into one of the same schema with indexes of its own: those of a damaged one may lead
 * to other rows, or to the same ones in another order, and nobody would see it.
 * @returns where it lies
 */
export function soundCopy(
  environment: Pick<Environment, 'now'>,
  { copyPath, folder }: { readonly copyPath: string; readonly folder: string },
  lose: Lose,
): string {
  const path = join(folder, 'sound.db');
  const from = openForReading(copyPath);
  try {
    const to = createWorkingCopy(environment, path, readSchemaVersion(from));
    try {
      // What a row belongs to may be lost: whoever reads it finds out.
      to.pragma('foreign_keys = OFF');
      const there = tablesOf(from);
      for (const table of [...contentTables, 'digests'] as const) {
        if (!there.has(table)) continue;
        const columns = to
          .prepare<[string], string>('SELECT name FROM pragma_table_info(?)')
          .pluck()
          .all(table);
        const insert = to.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join(', ')})`);
        to.transaction(() => {
          type Row = { readonly id: number } & Readonly<Record<string, unknown>>;
          for (const row of lenientRows<Row>(from, `SELECT * FROM ${table}`, () => lose(`parts of ${table}`)))
            try {
              insert.run(Object.values(row));
            } catch {
              lose(`${table} ${row.id}: does not fit`);
            }
        }).immediate();
      }
      to.pragma('journal_mode = delete');
    } finally {
      to.close();
    }
  } finally {
    from.close();
  }
  rmSync(copyPath, { force: true });
  return path;
}
