import {
  closeSync,
  copyFileSync,
  fstatSync,
  ftruncateSync,
  openSync,
  readSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { openForReading, pageSize } from './connection.ts';
import { knownSchema, migrations, readSchema, schemaVersion } from './migrations.ts';
import { createWorkingCopy } from './open-copy.ts';

/** Where the header of a file has the number of its schema (SQLite file format, 1.3). */
const userVersionAt = 60;

/**
 * The first page of a published file: header and table of contents. Files are written table by table into an empty one,
 * so everything in it but the number of pages is the same in every project of a schema.
 */
export function firstPage(environment: Pick<Environment, 'now'>, folder: string, version: number): Buffer {
  const work = join(folder, 'empty-work.db');
  const published = join(folder, 'empty.db');
  const db = createWorkingCopy(environment, work, version);
  try {
    db.prepare('VACUUM INTO ?').run(published);
  } finally {
    db.close();
  }
  const file = openSync(published, 'r');
  const page = Buffer.alloc(pageSize);
  readSync(file, page, 0, pageSize, 0);
  closeSync(file);
  for (const path of [work, published]) rmSync(path, { force: true });
  return page;
}

function schemaIsKnown(path: string, version: number): boolean {
  try {
    const db = openForReading(path);
    try {
      const known = knownSchema(version);
      return JSON.stringify(readSchema(db, known.length + 1)) === JSON.stringify(known);
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}

/**
 * Copies a damaged file and makes the copy one that SQLite opens: cut-off pages become empty ones, and a first page that
 * cannot be read is replaced by what it must have been.
 * @returns what had to be repaired
 */
export function repairedCopy(
  environment: Pick<Environment, 'now'>,
  { source, copyPath, folder }: { source: string; copyPath: string; folder: string },
): readonly string[] {
  copyFileSync(source, copyPath);
  const repaired: string[] = [];
  const file = openSync(copyPath, 'r+');
  try {
    const { size } = fstatSync(file);
    const counted = Buffer.alloc(4);
    readSync(file, counted, 0, 4, 28);
    const promised = counted.readUInt32BE(0);
    // A count beyond belief is damage itself.
    const pages = Math.max(
      2,
      Math.ceil(size / pageSize),
      promised < 4 * (size / pageSize) + 16 ? promised : 0,
    );
    if (pages * pageSize !== size) {
      ftruncateSync(file, pages * pageSize);
      repaired.push('the end of the file');
    }
    const said = Buffer.alloc(4);
    readSync(file, said, 0, 4, userVersionAt);
    const version = migrations.find((one) => one.version === said.readUInt32BE(0))?.version ?? schemaVersion;
    const page = firstPage(environment, folder, version);
    page.writeUInt32BE(pages, 28);
    // Version-valid-for equals the change counter, so that SQLite trusts the count.
    page.copyWithin(92, 24, 28);
    const header = page.subarray(0, 100);
    writeSync(file, header, 0, header.length, 0);
    if (!schemaIsKnown(copyPath, version)) {
      writeSync(file, page, 0, page.length, 0);
      repaired.push('the first page');
    }
  } finally {
    closeSync(file);
  }
  return repaired;
}
