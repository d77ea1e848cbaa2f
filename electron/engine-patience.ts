import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const least = 120_000;
/** A slow disk reads a file several times in less. */
const perMebibyte = 500;

/** How long the engine may say nothing, in milliseconds: what it checks, copies and writes in one piece grows with the project. */
export function patienceFor(files: readonly (string | null)[], dataFolder: string): number {
  const work = join(dataFolder, 'work');
  const copies = namesIn(work).flatMap((id) => [join(work, id, 'work.db'), join(work, id, 'work.db-wal')]);
  const all = [...new Set([...files, ...copies])];
  const bytes = all.reduce((sum, path) => sum + (path === null ? 0 : bytesOf(path)), 0);
  return least + (bytes / 2 ** 20) * perMebibyte;
}

function bytesOf(path: string): number {
  try {
    return statSync(path).size;
  } catch {
    return 0;
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
