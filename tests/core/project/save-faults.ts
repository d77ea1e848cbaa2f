import { copyFileSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { listRecoverable } from '../../../core/project/leftovers.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { hashFile } from '../../../core/project/seal.ts';
import { savedProject } from './temporary-project.ts';
import type { Place } from './temporary-project.ts';
import { markingCalls, tracedSave } from './traced-save.ts';

interface Saved {
  readonly old: string;
  readonly pristine: string;
  readonly calls: ReturnType<typeof markingCalls>;
}

/** A saved project with a copy of its file, and the calls that the next save will make. */
export function prepareSave(place: Place): Saved {
  const old = savedProject(place);
  const pristine = join(place.environment.dataFolder, 'pristine');
  copyFileSync(place.path, pristine);
  reset(place, pristine);
  const trial = tracedSave(place);
  expect(trial.output.slice(1)).toEqual(['saved', 'kept ok same']);
  return { old, pristine, calls: markingCalls(trial) };
}

function reset(place: Place, pristine: string): void {
  // What was checked before is written down: a second opening would make other calls than the first.
  for (const name of ['work', 'backups', 'verified'])
    rmSync(join(place.environment.dataFolder, name), { recursive: true, force: true });
  for (const name of readdirSync(place.folder)) rmSync(join(place.folder, name));
  copyFileSync(pristine, place.path);
}

/** P2: dies at one call of a save; afterwards the file is the old or the new version, and the work is offered. */
export function checkKilledSave(
  place: Place,
  { old, pristine }: Saved,
  call: { name: string; when: number },
): 'old' | 'new' {
  reset(place, pristine);
  const label = `${call.name} ${call.when}`;
  const { output } = tracedSave(place, `${call.name}:signal=SIGKILL:when=${call.when}`);
  const next = /^saving (\w+)$/m.exec(output.join('\n'))?.[1];
  const { computed, found } = hashFile(place.path);
  expect(computed, label).toBe(found);
  const litter = readdirSync(place.folder).filter((name) => name !== 'dialects.firth');
  expect(
    litter.every((name) => /^\.firth-[0-9a-f-]+\.tmp$/.test(name)),
    label,
  ).toBe(true);
  const plain = openProject(place.environment, place.path, { readOnly: true });
  const digest = plain.digest();
  plain.close();
  expect([old, next], label).toContain(digest);
  const offered = listRecoverable(place.environment);
  // Killed before the first change or after the new file was in place: nothing is left to offer.
  if (next !== undefined && digest === old && old !== next) expect(offered.length, label).toBe(1);
  const project = openProject(place.environment, place.path);
  expect(project.digest(), label).toBe(next ?? old);
  project.save();
  project.close({ save: true });
  expect(readdirSync(place.folder), label).toEqual(['dialects.firth']);
  return digest === next ? 'new' : 'old';
}

/** P4, P5: one call fails, or all from then on. The published file stays, the working copy is whole. */
export function checkFailedSave(
  place: Place,
  { pristine }: Saved,
  { name, when, error, ever = false }: { name: string; when: number; error: string; ever?: boolean },
): string {
  reset(place, pristine);
  const before = readFileSync(place.path);
  const { output } = tracedSave(place, `${name}:error=${error}:when=${when}${ever ? '+' : ''}`);
  const label = `${name} ${when} ${error}: ${output.join(' | ')}`;
  const result = output[1] ?? '';
  if (result !== 'saved') expect(result, label).toMatch(/^failed E_(NO_SPACE|IO)$/);
  // Only when the folder cannot be put on the disk after the rename is the new version there and not called saved.
  const { computed, found } = hashFile(place.path);
  expect(computed, label).toBe(found);
  const untouched = readFileSync(place.path).equals(before);
  if (result !== 'saved' && name !== 'fsync') expect(untouched, label).toBe(true);
  // Where every later write fails, too, the copy is looked at with a sound disk.
  const project = openProject(place.environment, place.path);
  expect(project.db.pragma('integrity_check', { simple: true }), label).toBe('ok');
  expect(project.digest(), label).toBe(output[0]?.slice('saving '.length));
  project.close({ save: false });
  return result;
}
