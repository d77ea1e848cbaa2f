import { createHash, randomInt } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { renameWithPatience } from './durable-file.ts';

/** Savers with the same target have the same beginning, whatever computer they run on; names of one file may differ in case. */
const beginning = (target: string) => {
  const name = basename(target).normalize('NFC').toLowerCase();
  return `.firth-${createHash('sha256').update(name).digest('hex').slice(0, 16)}-`;
};

/** The name by which a complete file says that it is about to take its place. */
export const announcedName = (target: string, workId: string): string =>
  join(dirname(target), `${beginning(target)}${workId}.tmp`);

/** Longer than reading and renaming take. Who is taken for dead by mistake only finds that it cannot save. */
const deadMs = 120_000;
const attempts = 40;

function othersThan(mine: string, target: string): readonly string[] {
  const own = basename(mine);
  return readdirSync(dirname(target))
    .filter((name) => name.startsWith(beginning(target)) && name !== own)
    .map((name) => join(dirname(target), name));
}

/** Removes what a saver left that died, by the clock of the disk. One that lives after all cannot take its place any more. */
function removeDead(others: readonly string[], mine: string): void {
  const now = statSync(mine).mtimeMs;
  for (const other of others) {
    const stats = statSync(other, { throwIfNoEntry: false });
    if (stats !== undefined && stats.mtimeMs < now - deadMs) rmSync(other, { force: true });
  }
}

/**
 * Lets a complete file take the place of another so that nobody else does between the look at that place and the renaming. Locks of this
 * computer say nothing to another one: all that two savers share is the folder. Each first gives its file a name that announces it, then
 * looks for others. Of two, at least one sees the other and stands back; and since it is the announced file that is renamed, whoever
 * removes it has taken the right to.
 * @param ready told when no other saver is there
 * @param compare throws when what stands there is not to be replaced
 * @throws AppError E_IN_USE { file, reason: 'saving' } when another one stays, or has removed ours
 */
export function replaceInTurn(
  target: string,
  { temporary, workId }: { readonly temporary: string; readonly workId: string },
  { ready, compare }: { readonly ready: () => void; readonly compare: () => void },
): void {
  const mine = announcedName(target, workId);
  const move = (from: string, to: string) => {
    try {
      renameWithPatience(from, to);
    } catch (thrown) {
      const isGone = thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT';
      throw isGone ? inUse(target, thrown) : thrown;
    }
  };
  for (let attempt = 0; ; attempt++) {
    move(temporary, mine);
    const others = othersThan(mine, target);
    if (others.length === 0) break;
    removeDead(others, mine);
    move(mine, temporary);
    if (attempt === attempts) throw inUse(target);
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, randomInt(5, 80));
  }
  ready();
  compare();
  move(mine, target);
}

const inUse = (target: string, cause?: unknown) =>
  new AppError('E_IN_USE', { file: basename(target), reason: 'saving' }, { cause });
