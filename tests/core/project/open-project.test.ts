import { spawn } from 'node:child_process';
import {
  copyFileSync,
  linkSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { contentDigest } from '../../../core/project/digest.ts';
import { listRecoverable } from '../../../core/project/leftovers.ts';
import { schemaVersion } from '../../../core/project/migrations.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { readSettingJson, writeSetting } from '../../../core/project/settings.ts';
import { importOf } from './sample-rows.ts';
import { codeOf, opened, savedProject, temporaryPlace, type Place } from './temporary-project.ts';

/** A program that has the project open, and is killed. */
async function killedWhileOpen({ environment, path }: Place): Promise<void> {
  const child = spawn(
    process.execPath,
    [join(import.meta.dirname, 'crash-child.ts'), environment.dataFolder, path, '3'],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  await new Promise<void>((resolve) => {
    let lines = '';
    child.stdout.on('data', (data: Buffer) => {
      lines += data.toString();
      if (lines.split('\nC ').length > 4) resolve();
    });
  });
  child.kill('SIGKILL');
  await new Promise((resolve) => child.on('close', resolve));
}

describe('two at once never overwrite each other (P11)', () => {
  it('the second is told that the project is in use, and may read', () => {
    const place = temporaryPlace();
    const digest = savedProject(place);
    opened(place);
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_IN_USE');
    const reader = openProject(place.environment, place.path, { readOnly: true });
    expect(reader.digest()).toBe(digest);
    expect(() => writeSetting(reader.db, 'a', 1)).toThrow();
    reader.close();
  });

  it('through a link it is the same project', () => {
    const place = temporaryPlace();
    savedProject(place);
    const link = join(place.folder, 'link.firth');
    symlinkSync(place.path, link);
    opened(place);
    expect(codeOf(() => openProject(place.environment, link))).toBe('E_IN_USE');
  });

  it('after a kill it opens without any cleaning up, with the work that was kept (P7)', async () => {
    const place = temporaryPlace();
    savedProject(place);
    const before = readFileSync(place.path);
    await killedWhileOpen(place);
    const [work] = listRecoverable(place.environment);
    expect(work).toBeDefined();
    const untouched = readFileSync(place.path).equals(before);
    const project = openProject(place.environment, place.path);
    if (untouched) expect(project.recovered).not.toBeNull();
    const digest = contentDigest(project.db);
    project.save();
    project.close();
    expect(openedDigest(place)).toBe(digest);
  });

  it('declined work leaves the file as it is (P7)', () => {
    const place = temporaryPlace();
    savedProject(place);
    const before = readFileSync(place.path);
    const project = openProject(place.environment, place.path);
    writeSetting(project.db, 'kept', true);
    project.close();
    const declined = openProject(place.environment, place.path, { leftover: 'discard' });
    expect(declined.recovered).toBeNull();
    declined.close();
    expect(readFileSync(place.path).equals(before)).toBe(true);
    expect(listRecoverable(place.environment)).toEqual([]);
  });

  it('a file that somebody else changed is not overwritten', () => {
    const place = temporaryPlace();
    savedProject(place);
    const project = opened(place);
    writeSetting(project.db, 'mine', 1);
    const other = temporaryPlace();
    savedProject(other, { a: 'other words' });
    copyFileSync(other.path, place.path);
    const theirs = readFileSync(place.path);
    expect(codeOf(() => project.save())).toBe('E_CHANGED');
    expect(readFileSync(place.path).equals(theirs)).toBe(true);
    project.save(join(place.folder, 'mine.firth'));
    expect(openedDigest({ ...place, path: join(place.folder, 'mine.firth') })).toBe(project.digest());
  });
});

function openedDigest({ environment, path }: Place): string {
  const project = openProject(environment, path, { readOnly: true });
  const digest = project.digest();
  project.close();
  return digest;
}

describe('whatever happens to the file while it is open, nothing is lost (P12)', () => {
  it.each([
    ['moved', (path: string) => renameSync(path, `${path}.moved`)],
    ['deleted', (path: string) => rmSync(path)],
  ])('it was %s', (_, happen) => {
    const place = temporaryPlace();
    savedProject(place);
    const project = opened(place);
    appendImport(project.db, importOf({ new: 'words that came later' }));
    const digest = project.digest();
    happen(place.path);
    const target = join(place.folder, 'rescued.firth');
    project.save(target);
    expect(openedDigest({ ...place, path: target })).toBe(digest);
  });

  it.each([
    '语料 é.firth',
    'e\u0301.firth',
    `it's "quoted" #?%25 & ;.firth`,
    '😀.firth',
    'עברית.firth',
    `${'n'.repeat(240)}.firth`,
    '.hidden.firth',
    'no ending',
  ])('any name will do: %s', (name) => {
    const place = temporaryPlace();
    const folder = join(place.folder, 'a b', '#x?');
    mkdirSync(folder, { recursive: true });
    const there = { ...place, path: join(folder, name) };
    const digest = savedProject(there);
    expect(openedDigest(there)).toBe(digest);
    expect(readdirSync(folder)).toEqual([name]);
  });

  it('through a link, the file that it leads to is saved, and the link stays', () => {
    const place = temporaryPlace();
    savedProject(place);
    const link = join(place.folder, 'link.firth');
    symlinkSync(place.path, link);
    const project = openProject(place.environment, link);
    writeSetting(project.db, 'a', 1);
    project.save();
    const digest = project.digest();
    project.close();
    expect(openedDigest(place)).toBe(digest);
    expect(openedDigest({ ...place, path: link })).toBe(digest);
  });

  it('a second name of the same file keeps the old version', () => {
    const place = temporaryPlace();
    const digest = savedProject(place);
    const second = join(place.folder, 'second.firth');
    linkSync(place.path, second);
    const project = opened(place);
    writeSetting(project.db, 'a', 1);
    project.save();
    expect(openedDigest({ ...place, path: second })).toBe(digest);
  });

  it('a changed date alone is no change', () => {
    const place = temporaryPlace();
    savedProject(place);
    const project = opened(place);
    writeSetting(project.db, 'a', 1);
    utimesSync(place.path, 1, 1);
    project.save();
    expect(project.status().unsaved).toBe(false);
  });
});

it('nothing but complete project files ever stands in the folder (P13)', () => {
  const place = temporaryPlace();
  writeFileSync(join(place.folder, 'notes.txt'), 'mine');
  const project = opened(place);
  const seen = new Set<string>();
  const look = () => readdirSync(place.folder).forEach((name) => seen.add(name));
  for (let round = 0; round < 4; round += 1) {
    appendImport(project.db, importOf({ [`${round}`]: 'some words' }));
    look();
    project.save();
    look();
  }
  project.close();
  look();
  expect([...seen].sort()).toEqual(['dialects.firth', 'notes.txt']);
});

it('takes up the unsaved work of a Firth whose schema was older', () => {
  const place = temporaryPlace();
  savedProject(place);
  const before = openProject(place.environment, place.path);
  writeSetting(before.db, 'kept', 1);
  before.db.exec(
    `DROP TABLE digests; DROP TABLE learning_steps; DROP TABLE word_lists; DROP TABLE saved_queries; DROP TABLE line_notes; DROP TABLE study_chunks; DROP TABLE study_runs; DROP TABLE studies; DROP TABLE regions; DROP TABLE layer_chunks; DROP TABLE layer_columns; DROP TABLE layer_values; DROP TABLE layers;
     PRAGMA user_version = 3`,
  );
  before.close();
  const after = opened(place);
  expect(after.recovered).not.toBeNull();
  expect(readSettingJson(after.db, 'kept')).toBe('1');
  expect(after.db.pragma('user_version', { simple: true })).toBe(schemaVersion);
});
