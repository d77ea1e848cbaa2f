import { readFileSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { canWrite, sweepTemporaries } from '../../../core/project/publish.ts';
import { hashFile } from '../../../core/project/seal.ts';
import { writeSetting } from '../../../core/project/settings.ts';
import { checkFailedSave, checkKilledSave, prepareSave } from './save-faults.ts';
import { codeOf, opened, savedProject, temporaryFolder, temporaryPlace } from './temporary-project.ts';
import { canTrace, notRun, tracedSave } from './traced-save.ts';

describe('saving', () => {
  it('makes a sealed, quiescent file and nothing beside it', () => {
    const place = temporaryPlace();
    savedProject(place);
    const bytes = readFileSync(place.path);
    expect([bytes[18], bytes[19], bytes.readUInt32BE(68)]).toEqual([1, 1, 0x46525448]);
    const { computed, found } = hashFile(place.path);
    expect(computed).toBe(found);
    expect(readdirSync(place.folder)).toEqual(['dialects.firth']);
  });

  it('keeps both versions when the file has changed since it was opened', () => {
    const place = temporaryPlace();
    savedProject(place);
    const project = opened(place);
    writeSetting(project.db, 'mine', 1);
    const foreign = Buffer.concat([readFileSync(place.path), Buffer.from('x')]);
    writeFileSync(place.path, foreign);
    expect(codeOf(() => project.save())).toBe('E_CHANGED');
    expect(readFileSync(place.path).equals(foreign)).toBe(true);
    expect(project.status().unsaved).toBe(true);
    project.save(join(place.folder, 'mine.firth'));
    expect(readdirSync(place.folder).sort()).toEqual(['dialects.firth', 'mine.firth']);
  });

  it('does not take the place of a file that appeared where a new project was to go', () => {
    const place = temporaryPlace();
    const project = opened(place);
    writeFileSync(place.path, 'of somebody else');
    expect(codeOf(() => project.save())).toBe('E_CHANGED');
    expect(readFileSync(place.path, 'utf8')).toBe('of somebody else');
  });

  it('keeps the permissions of the file', () => {
    const place = temporaryPlace();
    savedProject(place);
    const before = statSync(place.path).mode & 0o777;
    const project = opened(place);
    writeSetting(project.db, 'a', 1);
    project.save();
    expect(statSync(place.path).mode & 0o777).toBe(before);
  });

  it('removes what dead saves have left and nothing else', () => {
    const folder = temporaryFolder();
    const nameOf = (letter: string, before = '') => `.firth-${before}${letter.repeat(36)}.tmp`;
    const announced = nameOf('a', `${'0'.repeat(16)}-`);
    const dead = [nameOf('a'), announced, nameOf('d')];
    const kept = [nameOf('b'), nameOf('c'), '.firth-notes.tmp', 'thesis.tmp'];
    for (const name of [...dead, ...kept]) writeFileSync(join(folder, name), '');
    // Of nobody whom this computer knows: one of an hour ago may be alive.
    const now = Date.now();
    utimesSync(join(folder, nameOf('c')), now / 1000 - 3600, now / 1000 - 3600);
    utimesSync(join(folder, nameOf('d')), now / 1000 - 90_000, now / 1000 - 90_000);
    sweepTemporaries(folder, now, (id) =>
      id.startsWith('c') || id.startsWith('d') ? null : id.startsWith('b'),
    );
    expect(readdirSync(folder).toSorted()).toEqual(kept.toSorted());
  });

  it('tells a place that can be written to', () => {
    const folder = temporaryFolder();
    expect(canWrite(join(folder, 'new.firth'))).toBe(true);
    expect(canWrite(join(folder, 'no folder', 'new.firth'))).toBe(false);
  });
});

describe.skipIf(!canTrace)(`saving, traced${notRun}`, () => {
  it('puts the file on the disk before the rename and the folder after it (P3), with nothing unfinished there (P13)', () => {
    const place = temporaryPlace();
    savedProject(place);
    const { calls, output } = tracedSave(place);
    expect(output[1]).toBe('saved');
    const temporary = calls.findIndex(
      (call) => call.includes('fsync(') && call.includes(`${place.folder}/.firth-`),
    );
    const rename = calls.findIndex((call) => call.includes('rename(') && call.includes(`, "${place.path}"`));
    const folder = calls.findLastIndex(
      (call) => call.includes('fsync(') && call.includes(`<${place.folder}>`),
    );
    expect(temporary).toBeGreaterThan(-1);
    expect(rename).toBeGreaterThan(temporary);
    expect(folder).toBeGreaterThan(rename);
    const between = calls.slice(temporary + 1, rename).filter((call) => /write|ftruncate/.test(call));
    expect(between.filter((call) => call.includes(`<${place.folder}`))).toEqual([]);
    const opened = calls.filter((call) => call.includes('openat(') && call.includes(`"${place.folder}`));
    expect(opened.filter((call) => /-(wal|shm|journal)"/.test(call))).toEqual([]);
  });

  it('leaves the old or the new version wherever it is killed (P2)', () => {
    const place = temporaryPlace();
    const saved = prepareSave(place);
    // The new version is there after the last few of them.
    const chosen = saved.calls.filter((_, i) => i % 24 === 0 || i > saved.calls.length - 4);
    const outcomes = chosen.map((call) => checkKilledSave(place, saved, call));
    expect(outcomes).toContain('old');
    expect(outcomes).toContain('new');
  });

  it('harms nothing when a call fails once, or from then on (P4, P5)', () => {
    const place = temporaryPlace();
    // Each fault begins with the project as it was saved.
    const saved = prepareSave(place);
    for (const [name, error, expected] of [
      ['write', 'ENOSPC', 'failed E_NO_SPACE'],
      ['pwrite64', 'ENOSPC', 'failed E_NO_SPACE'],
      ['fsync', 'EIO', 'failed E_IO'],
      ['rename', 'EIO', 'failed E_IO'],
    ] as const) {
      const label = `${name} ${error}`;
      const calls = saved.calls.filter((call) => call.name === name);
      const middle = calls[Math.floor(calls.length / 2)]!;
      expect(checkFailedSave(place, saved, { ...middle, error }), label).toMatch(/^(saved|failed E_\w+)$/);
      // A program that can write nothing at all cannot say so either. The first write is that of the file itself.
      const ever = name !== 'write';
      expect(checkFailedSave(place, saved, { ...calls[0]!, error, ever }), label).toBe(expected);
    }
  });
});
