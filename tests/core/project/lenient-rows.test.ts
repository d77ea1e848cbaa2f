import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import type { WriteDb } from '../../../core/project/connection.ts';
import { contentDigest } from '../../../core/project/digest.ts';
import { lenientRows } from '../../../core/project/lenient-rows.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { storeRowDigests } from '../../../core/project/row-digests.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { fullProject } from './full-project.ts';
import { temporaryDatabase, temporaryPlace } from './temporary-project.ts';

const beyond = ['9007199254740992', '9007199254740993', '9223372036854775807', '-1', '-9223372036854775808'];

function withIds(...ids: readonly string[]): WriteDb {
  const db = temporaryDatabase();
  for (const id of ids) db.exec(`INSERT INTO settings VALUES (${id}, 'name ${id}', '1')`);
  return db;
}

it.each(beyond)('a row with the id %s is a loss, and the last one', (id) => {
  const db = withIds('1', '9007199254740991', id);
  let losses = 0;
  const found = [...lenientRows<{ id: number }>(db, 'SELECT id FROM settings', () => losses++)];
  expect([found.map((row) => row.id), losses]).toEqual([[1, Number.MAX_SAFE_INTEGER], 1]);
});

it('a digest of contents ends, and counts what no number holds', () => {
  const digests = beyond.map((id) => contentDigest(withIds('1', id)));
  expect(new Set([contentDigest(withIds('1')), ...digests]).size).toBe(beyond.length + 1);
  const other = withIds('1', beyond[1]!);
  other.exec("UPDATE settings SET value = '2' WHERE id > 1");
  expect(digests).not.toContain(contentDigest(other));
});

it.each([
  ['studies', beyond[1]!],
  ['documents', beyond[4]!],
] as const)(
  'a damaged file with a row of %s numbered %s is named and rescued, a sealed one is unsafe (P9, P29)',
  (table, id) => {
    const place = temporaryPlace();
    fullProject(place);
    const db = new Database(place.path);
    db.pragma('foreign_keys = OFF');
    db.exec(`UPDATE ${table} SET id = ${id} WHERE id = (SELECT max(id) FROM ${table})`);
    db.close();
    const { ok, code, problems } = verifyProject(place.environment, place.path);
    expect([ok, code, problems.length > 0]).toEqual([false, 'E_DAMAGED', true]);
    const { lost } = rescueProject(place.environment, place.path, `${place.path}.rescued.firth`);
    expect(lost).toContain(`parts of ${table}`);
    const sealed = new Database(place.path);
    sealed.prepare('UPDATE project SET digest = ?').run(storeRowDigests(sealed as unknown as WriteDb));
    sealed.close();
    sealFile(place.path);
    expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: false, code: 'E_UNSAFE' });
  },
);
