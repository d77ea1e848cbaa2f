import { schemaVersion } from '../../../core/project/migrations.ts';
import { closeSync, copyFileSync, mkdirSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkPlainFile } from '../../../core/project/file-checks.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { put } from './damage-checks.ts';
import { codeOf, savedProject, temporaryPlace } from './temporary-project.ts';

const jpeg = Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100', 'hex'), Buffer.alloc(40_000, 7)]);

describe('what is no project is said to be none, before SQLite sees it (P10)', () => {
  it('an empty file, a text, a picture with the name of a project', () => {
    const place = temporaryPlace();
    for (const bytes of ['', 'x', 'SQLite', 'Some notes on the dialects.\n'.repeat(40), jpeg]) {
      const path = put(place, 'foreign.firth', bytes);
      expect(codeOf(() => openProject(place.environment, path))).toBe('E_NOT_A_PROJECT');
      expect(readFileSync(path)).toEqual(Buffer.from(bytes));
    }
  });

  it('a folder', () => {
    const { environment, folder } = temporaryPlace();
    const path = join(folder, 'folder.firth');
    mkdirSync(path);
    expect(codeOf(() => openProject(environment, path))).toBe('E_NOT_A_PROJECT');
  });

  it("another program's database", () => {
    const { environment, path } = temporaryPlace();
    const db = new Database(path);
    db.exec('CREATE TABLE bookmarks (url TEXT)');
    db.pragma('application_id = 0x12345678');
    db.close();
    expect(codeOf(() => openProject(environment, path))).toBe('E_NOT_A_PROJECT');
  });

  it('names a missing file', () => {
    const { environment, folder } = temporaryPlace();
    expect(codeOf(() => openProject(environment, join(folder, 'nothing.firth')))).toBe('E_FILE_MISSING');
    expect(codeOf(() => openProject(environment, join(folder, 'no folder', 'nothing.firth')))).toBe(
      'E_FILE_MISSING',
    );
  });
});

describe('a project that cannot be opened as it is', () => {
  it('of a newer version is refused and left untouched', () => {
    const place = temporaryPlace();
    savedProject(place);
    const bytes = readFileSync(place.path);
    bytes.writeUInt32BE(99, 60);
    writeFileSync(place.path, bytes);
    sealFile(place.path);
    const sealed = readFileSync(place.path);
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_NEWER_VERSION');
    expect(readFileSync(place.path).equals(sealed)).toBe(true);
  });

  it('with a damaged version number is called damaged, not newer', () => {
    const place = temporaryPlace();
    savedProject(place);
    const bytes = readFileSync(place.path);
    bytes[61] = 64;
    writeFileSync(place.path, bytes);
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  });

  it.each(['-wal', '-journal'])('with a %s beside it was not saved cleanly', (suffix) => {
    const place = temporaryPlace();
    savedProject(place);
    writeFileSync(place.path + suffix, 'x');
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_NOT_SAVED_CLEANLY');
  });

  it('in write-ahead mode is not opened by SQLite as it stands', () => {
    const place = temporaryPlace();
    savedProject(place);
    const bytes = readFileSync(place.path);
    bytes[18] = bytes[19] = 2;
    writeFileSync(place.path, bytes);
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  });
});

it('tells size and schema of a sound file', () => {
  const place = temporaryPlace();
  savedProject(place);
  copyFileSync(place.path, join(place.folder, 'copy'));
  const file = openSync(place.path, 'r');
  expect(checkPlainFile(file, place.path, 'dialects.firth')).toEqual({
    bytes: readFileSync(place.path).length,
    version: schemaVersion,
  });
  closeSync(file);
});
