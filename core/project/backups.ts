import { constants, copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { basename, join } from 'node:path';
import type { Environment } from '../environment.ts';
import { renameWithPatience } from './durable-file.ts';
import { hashFile } from './seal.ts';

export interface Backup {
  readonly path: string;
  /** How often the project had been saved: backups are ordered by this, because clocks jump. */
  readonly saves: number;
  /** Milliseconds since the epoch, by the clock of that moment. */
  readonly madeAt: number;
  readonly bytes: number;
}

const day = 86_400_000;
const sizeCap = 2 ** 31;
const spacingMs = 10 * 60_000;
const namePattern = /^(\d{10})-(\d{15})\.firth$/;

const nameOf = (saves: number, madeAt: number) =>
  `${String(saves).padStart(10, '0')}-${String(Math.max(0, madeAt)).padStart(15, '0')}.firth`;

/** A folder per file, named by a hash: the folder's name tells nothing about the person's paths. */
function backupFolder(environment: Pick<Environment, 'dataFolder'>, target: string): string {
  const name = createHash('sha256').update(target).digest('hex').slice(0, 32);
  return join(environment.dataFolder, 'backups', name);
}

/** The backups of a file, newest first. */
export function listBackups(environment: Pick<Environment, 'dataFolder'>, target: string): readonly Backup[] {
  const folder = backupFolder(environment, target);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const [, saves, madeAt] = namePattern.exec(name) ?? [];
      if (saves === undefined) return [];
      const path = join(folder, name);
      return [{ path, saves: Number(saves), madeAt: Number(madeAt), bytes: statSync(path).size }];
    })
    .toSorted((a, b) => b.saves - a.saves || b.madeAt - a.madeAt);
}

/** A backup is good when its bytes are those that were sealed. */
export function isGoodBackup({ path }: Pick<Backup, 'path'>): boolean {
  const { computed, found } = hashFile(path);
  return computed === found;
}

/** The span of time that at most one backup is kept for: each one for two days, then a day, a week, a month. */
function spanOf(ageMs: number, madeAt: number, saves: number): string {
  if (ageMs < 2 * day) return `save ${saves} ${madeAt}`;
  const days = Math.floor(madeAt / day);
  if (ageMs < 14 * day) return `day ${days}`;
  if (ageMs < 60 * day) return `week ${Math.floor(days / 7)}`;
  return `month ${Math.floor(days / 30)}`;
}

/**
 * Which backups may go. A bad one never counts as the keeper of its span, and the newest good one always stays.
 * @param backups newest first
 * @param now a clock that jumped back makes ages negative, which keeps more
 */
export function backupsToRemove<B extends Pick<Backup, 'saves' | 'madeAt' | 'bytes'>>(
  backups: readonly B[],
  isGood: (backup: B) => boolean,
  now: number,
  capBytes = sizeCap,
): readonly B[] {
  const kept = new Set<string>();
  const remove: B[] = [];
  let bytes = 0;
  for (const backup of backups) {
    const span = spanOf(now - backup.madeAt, backup.madeAt, backup.saves);
    const crowded = kept.has(span) || (bytes > 0 && bytes + backup.bytes > capBytes);
    if (crowded) remove.push(backup);
    else if (isGood(backup)) {
      kept.add(span);
      bytes += backup.bytes;
    }
  }
  return remove;
}

/**
 * Copies a complete, quiescent project file into the backups of `target`, verifies the copy, and only then lets older
 * ones go.
 * @param source no connection of this process has it open
 */
export function backUp(
  environment: Pick<Environment, 'dataFolder' | 'now'>,
  { source, target, saves }: { source: string; target: string; saves: number },
): Backup | null {
  const folder = backupFolder(environment, target);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const madeAt = environment.now();
  const path = join(folder, nameOf(saves, madeAt));
  const temporary = join(folder, `${basename(path)}.new`);
  try {
    copyFileSync(source, temporary, constants.COPYFILE_FICLONE);
    if (!isGoodBackup({ path: temporary })) return null;
    renameWithPatience(temporary, path);
  } finally {
    rmSync(temporary, { force: true });
  }
  for (const old of backupsToRemove(listBackups(environment, target), isGoodBackup, madeAt)) {
    if (old.path !== path) rmSync(old.path, { force: true });
  }
  return { path, saves, madeAt, bytes: statSync(path).size };
}

/** True when the newest backup is old enough for another one, or the clock has jumped. */
export function backupIsDue(environment: Pick<Environment, 'dataFolder' | 'now'>, target: string): boolean {
  const newest = listBackups(environment, target)[0];
  if (newest === undefined) return true;
  const age = environment.now() - newest.madeAt;
  return age < 0 || age >= spacingMs;
}
