import {
  closeSync,
  copyFileSync,
  existsSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inspectLeftover, sweepPassing, takeLeftovers } from '../../../core/project/leftovers.ts';
import { openInPlace } from '../../../core/project/open-in-place.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { readSettingJson, writeSetting } from '../../../core/project/settings.ts';
import { factsAt, noteVerified, verifiedAt } from '../../../core/project/verified.ts';
import {
  createWorkFolder,
  listWorkFolders,
  whileNobodyOpens,
  workingCopyOf,
} from '../../../core/project/work-folders.ts';
import { codeOf, opened, savedProject, temporaryPlace, type Place } from './temporary-project.ts';

/** Until whoever writes to a file gives it another time than it has. */
const afterTheClockTicked = () => wait(60);

const read = ({ environment, path }: Place) => openProject(environment, path, { readOnly: true });

/** Opened and closed, and known from then on. */
async function known(place: Place): Promise<void> {
  await afterTheClockTicked();
  read(place).close();
  expect(verifiedAt(place.environment, place.path)?.facts).not.toBeNull();
}

const foldersOf = ({ environment }: Place) => listWorkFolders(environment).length;

/** Turns one bit of a text round in the file itself, and gives it its old date back. */
function flip(path: string): void {
  const { atime, mtime } = statSync(path);
  const bytes = readFileSync(path);
  const at = bytes.indexOf('sat on the');
  const file = openSync(path, 'r+');
  writeSync(file, Buffer.from([bytes[at]! ^ 4]), 0, 1, at);
  closeSync(file);
  utimesSync(path, atime, mtime);
}

/** As a disk does that fails: other bytes, and all that the note says of the file is still true. */
function failingDisk(place: Place): void {
  flip(place.path);
  const { seal, digest } = verifiedAt(place.environment, place.path)!;
  noteVerified(place.environment, place.path, { seal, digest, facts: factsAt(place.path) });
}

describe('a project that is only read is read where it stands', () => {
  it('nothing of it is copied, nothing is left, and the file stays as it was', async () => {
    const place = temporaryPlace();
    const digest = savedProject(place);
    await known(place);
    const before = readFileSync(place.path);
    const project = read(place);
    expect(foldersOf(place)).toBe(0);
    expect(project.digest()).toBe(digest);
    expect(project.status()).toMatchObject({ name: 'dialects.firth', readOnly: true, unsaved: false });
    expect(codeOf(() => project.save())).toBe('E_READ_ONLY');
    expect(() => writeSetting(project.db, 'a', 1)).toThrow();
    project.close();
    expect(readFileSync(place.path).equals(before)).toBe(true);
    expect(readdirSync(place.folder)).toEqual(['dialects.firth']);
  });

  it('the first opening checks it, the second takes it for what it was, also by another name that leads to it', async () => {
    const place = temporaryPlace();
    savedProject(place);
    await afterTheClockTicked();
    const first = read(place);
    expect(first.checkBehind).toBeNull();
    first.close();
    const second = read(place);
    expect(second.checkBehind).not.toBeNull();
    second.close();
  });

  it('room for passing files is made when it is asked for, and is gone when the project is closed', () => {
    const place = temporaryPlace();
    savedProject(place);
    const project = read(place);
    expect(existsSync(project.temporaryFolder)).toBe(true);
    project.close();
    expect(foldersOf(place)).toBe(0);
  });

  it('is saved as another file, whole, and read from there on', () => {
    const place = temporaryPlace();
    const digest = savedProject(place);
    const project = read(place);
    const other = join(place.folder, 'other.firth');
    project.save(other);
    expect(project.status().name).toBe('other.firth');
    expect(project.digest()).toBe(digest);
    project.close();
    const again = openProject(place.environment, other);
    expect(again.digest()).toBe(digest);
    again.close();
    expect(foldersOf(place)).toBe(0);
  });
});

describe('who reads and who saves do not disturb each other (P11, P12)', () => {
  it('whoever has it open to write saves meanwhile: the reader goes on with what it opened', () => {
    const place = temporaryPlace();
    const before = savedProject(place);
    const reader = read(place);
    const writer = opened(place);
    writeSetting(writer.db, 'later', 1);
    writer.save();
    expect(reader.digest()).toBe(before);
    reader.requireUnchanged();
    const later = read(place);
    expect(later.digest()).toBe(writer.digest());
    expect(readSettingJson(later.db, 'later')).toBe('1');
    for (const project of [reader, later, writer]) project.close();
  });

  it.each([
    ['moved', (path: string) => renameSync(path, `${path}.moved`)],
    ['deleted', (path: string) => rmSync(path)],
  ])('it is %s while it is read', (_, happen) => {
    const place = temporaryPlace();
    const digest = savedProject(place);
    const reader = read(place);
    happen(place.path);
    expect(reader.digest()).toBe(digest);
    reader.requireUnchanged();
    reader.close();
  });

  it('what is read of a file into which somebody writes does not count', async () => {
    const place = temporaryPlace();
    savedProject(place);
    await known(place);
    const reader = read(place);
    flip(place.path);
    expect(codeOf(() => reader.requireUnchanged())).toBe('E_CHANGED');
    reader.close();
  });
});

describe('damage is found (P9)', () => {
  it('a file that was known and in which one bit was turned round is checked, whatever its date says', async () => {
    const place = temporaryPlace();
    savedProject(place);
    await known(place);
    flip(place.path);
    expect(codeOf(() => read(place))).toBe('E_DAMAGED');
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  });

  it('another file that was put in its place with its size and date is checked', async () => {
    const place = temporaryPlace();
    savedProject(place);
    await known(place);
    const { atime, mtime } = statSync(place.path);
    const copy = join(place.folder, 'copy');
    copyFileSync(place.path, copy);
    flip(copy);
    renameSync(copy, place.path);
    utimesSync(place.path, atime, mtime);
    expect(codeOf(() => read(place))).toBe('E_DAMAGED');
  });

  it('a disk that failed without a trace is found out behind, and the file is checked from then on', async () => {
    const place = temporaryPlace();
    savedProject(place);
    await known(place);
    failingDisk(place);
    const project = read(place);
    await expect(project.checkBehind!(new AbortController().signal)).rejects.toMatchObject({
      code: 'E_DAMAGED',
    });
    project.close();
    expect(codeOf(() => read(place))).toBe('E_DAMAGED');
  });

  it('whoever opens to change it reads every byte, known or not', async () => {
    const place = temporaryPlace();
    savedProject(place);
    await known(place);
    failingDisk(place);
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
  });

  it('a file is believed for a week, and never by a clock that was set back', async () => {
    const place = temporaryPlace();
    savedProject(place);
    await known(place);
    const believedAt = (ms: number) => {
      const now = () => place.environment.now() + ms;
      const file = openInPlace({ dataFolder: place.environment.dataFolder, now }, place.path)!;
      const { believed } = file;
      file.close();
      return believed;
    };
    expect(believedAt(6 * 86_400_000)).toBe(true);
    expect(believedAt(8 * 86_400_000)).toBe(false);
    // That opening was another check.
    expect(believedAt(0)).toBe(false);
  });

  it('a note that is no note is none', async () => {
    const place = temporaryPlace();
    const digest = savedProject(place);
    await known(place);
    const folder = join(place.environment.dataFolder, 'verified');
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"program":');
    const project = read(place);
    expect(project.checkBehind).toBeNull();
    expect(project.digest()).toBe(digest);
    project.close();
  });

  it('whatever is done to a file in whatever order, a reader has what was saved or an error', () => {
    const place = temporaryPlace();
    savedProject(place);
    const deeds = fc.constantFrom('read', 'save', 'flip', 'put back', 'touch', 'copy in place' as const);
    fc.assert(
      fc.property(fc.array(deeds, { minLength: 3, maxLength: 8 }), (sequence) => {
        const own = { ...place, path: join(place.folder, `${sequence.length}.firth`) };
        copyFileSync(place.path, own.path);
        let good = readFileSync(own.path);
        let digest = read(place).digest();
        for (const deed of sequence) {
          if (deed === 'flip') flip(own.path);
          else if (deed === 'put back') {
            writeFileSync(`${own.path}.new`, good);
            renameSync(`${own.path}.new`, own.path);
          } else if (deed === 'touch') utimesSync(own.path, 1, 1);
          else if (deed === 'copy in place') writeFileSync(own.path, good);
          else if (deed === 'save' && readFileSync(own.path).equals(good)) {
            const writer = openProject(own.environment, own.path);
            writeSetting(writer.db, 'n', sequence.length + Math.trunc(statSync(own.path).mtimeMs));
            writer.save();
            digest = writer.digest();
            writer.close();
            good = readFileSync(own.path);
          }
          if (readFileSync(own.path).equals(good)) {
            const reader = read(own);
            expect(reader.digest()).toBe(digest);
            reader.close();
          } else expect(codeOf(() => read(own))).toBe('E_DAMAGED');
        }
        rmSync(own.path);
      }),
      { numRuns: 12 },
    );
  });
});

describe('what a killed reader or check leaves is gone with the next opening', () => {
  const leftBehind = ({ environment, path }: Place, facts: { readOnly: boolean; ready: boolean }) => {
    const session = {
      target: path,
      reserved: null,
      pending: null,
      seal: null,
      publishedRevision: 0,
      startedAt: environment.now(),
      ...facts,
    };
    const { lock, folder } = whileNobodyOpens(environment, '', () => createWorkFolder(environment, session));
    writeFileSync(workingCopyOf(folder), 'a copy');
    return { folder, lock };
  };

  it('copies of readers, and copies that were never finished', () => {
    const place = temporaryPlace();
    savedProject(place);
    const other = { ...place, path: join(place.folder, 'other.firth') };
    const dead = [
      leftBehind(other, { readOnly: true, ready: true }),
      leftBehind(other, { readOnly: false, ready: false }),
    ];
    const alive = leftBehind(other, { readOnly: true, ready: false });
    for (const { lock } of dead) lock.release();
    openProject(place.environment, place.path).close();
    expect(dead.map(({ folder }) => existsSync(folder))).toEqual([false, false]);
    expect(existsSync(alive.folder)).toBe(true);
    alive.lock.release();
  });

  it('never anybody’s work', () => {
    const place = temporaryPlace();
    savedProject(place);
    const project = openProject(place.environment, place.path);
    writeSetting(project.db, 'kept', 1);
    project.close();
    whileNobodyOpens(place.environment, '', () => sweepPassing(place.environment));
    const [work] = takeLeftovers(place.environment, () => true);
    expect(inspectLeftover(work!)).toMatchObject({ changes: 1, damaged: false });
    work!.lock.release();
  });
});
