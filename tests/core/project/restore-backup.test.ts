import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { listBackups } from '../../../core/project/backups.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { restoreBackup } from '../../../core/project/restore-backup.ts';
import { writeSetting } from '../../../core/project/settings.ts';
import { change } from '../../../core/project/changes.ts';
import { temporaryPlace, type Place } from './temporary-project.ts';

function savedProject(place: Place): string {
  const path = join(place.folder, 'letters.firth');
  const project = openProject(place.environment, path, { create: true });
  change(project.db, () => writeSetting(project.db, 'note', 'first'));
  project.save();
  project.close({ save: false });
  return path;
}

describe('a backup', () => {
  it('is put at another place, byte for byte, and the damaged file stays as it is', () => {
    const place = temporaryPlace();
    const path = savedProject(place);
    const whole = readFileSync(path);
    const [backup] = listBackups(place.environment, path);
    writeFileSync(path, 'damaged');
    const to = join(place.folder, 'letters of Monday.firth');
    restoreBackup(place.environment, { file: path, saves: backup!.saves, to });
    expect(readFileSync(to).equals(whole)).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('damaged');
    const project = openProject(place.environment, to);
    expect(project.status().name).toBe('letters of Monday.firth');
    project.close({ save: false });
  });

  it('leaves a file alone that ends in “.part”', () => {
    const place = temporaryPlace();
    const file = savedProject(place);
    const [backup] = listBackups(place.environment, file);
    const to = join(place.folder, 'again.firth');
    writeFileSync(`${to}.part`, 'mine');
    restoreBackup(place.environment, { file, saves: backup!.saves, to });
    expect(readFileSync(`${to}.part`, 'utf8')).toBe('mine');
    expect(readdirSync(place.folder).toSorted()).toEqual([
      'again.firth',
      'again.firth.part',
      'letters.firth',
    ]);
  });

  it('that is damaged itself is refused and leaves nothing', () => {
    const place = temporaryPlace();
    const path = savedProject(place);
    const [backup] = listBackups(place.environment, path);
    const bytes = readFileSync(backup!.path);
    bytes[20_000]! ^= 1;
    writeFileSync(backup!.path, bytes);
    const to = join(place.folder, 'other.firth');
    const restore = () => restoreBackup(place.environment, { file: path, saves: backup!.saves, to });
    expect(restore).toThrow(expect.objectContaining({ code: 'E_DAMAGED' }));
    expect(readdirSync(dirname(to)).filter((name) => name.startsWith('other'))).toEqual([]);
  });

  it('that does not exist is said to be missing', () => {
    const place = temporaryPlace();
    const path = savedProject(place);
    const restore = () =>
      restoreBackup(place.environment, { file: path, saves: 999, to: join(place.folder, 'x.firth') });
    expect(restore).toThrow(expect.objectContaining({ code: 'E_FILE_MISSING' }));
  });
});
