import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openForReading, pageSize, type WriteDb } from '../../../core/project/connection.ts';
import { contentDigest } from '../../../core/project/digest.ts';
import { lenientRows } from '../../../core/project/lenient-rows.ts';
import { createWorkingCopy } from '../../../core/project/open-copy.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { storeRowDigests } from '../../../core/project/row-digests.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { fullProject } from './full-project.ts';
import { temporaryDatabase, temporaryFolder, temporaryPlace } from './temporary-project.ts';

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

it('rows behind tens of thousands that are lost are found, and a page between them (P9)', () => {
  const path = join(temporaryFolder(), 'work.db');
  const db = createWorkingCopy({ now: () => 0 }, path);
  const insert = db.prepare(`INSERT INTO settings VALUES (?, ?, '1')`);
  db.transaction(() => {
    for (let id = 1; id <= 40_000; id++) insert.run(id, `name ${id}`);
  }).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
  const leaves = db
    .prepare<[], number>(
      `SELECT pageno FROM dbstat WHERE name = 'settings' AND pagetype = 'leaf' ORDER BY path`,
    )
    .pluck()
    .all();
  db.close();
  const bytes = readFileSync(path);
  const [from, between, to] = [0.2, 0.4, 0.8].map((part) => Math.floor(leaves.length * part)) as [
    number,
    number,
    number,
  ];
  const whole: number[] = [];
  let id = 0;
  for (const [at, page] of leaves.entries()) {
    const start = (page - 1) * pageSize;
    const rows = bytes.readUInt16BE(start + 3);
    if (at < from || at === between || at >= to)
      whole.push(...Array.from({ length: rows }, (_, row) => id + row + 1));
    else bytes.fill(0xff, start, start + pageSize);
    id += rows;
  }
  expect([id, whole.length < 18_000]).toEqual([40_000, true]);
  writeFileSync(path, bytes);
  const damaged = openForReading(path);
  let losses = 0;
  const found = [...lenientRows<{ id: number }>(damaged, 'SELECT id, value FROM settings', () => losses++)];
  damaged.close();
  expect([found.map((row) => row.id).join(' ') === whole.join(' '), losses]).toEqual([true, 1]);
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
