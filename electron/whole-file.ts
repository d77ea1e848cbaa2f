import { randomUUID } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file so that its place holds the old content or the new, never half of it.
 * @throws the system's error; nothing is left behind then
 */
export function writeWhole(path: string, content: string | Uint8Array, mode = 0o666): void {
  const unfinished = join(dirname(path), `.${basename(path).slice(0, 60)}.${randomUUID()}.part`);
  try {
    const file = openSync(unfinished, 'wx', mode);
    try {
      writeFileSync(file, content);
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    throw error;
  }
}

/** What a small file of Firth’s own holds; null when it is not there or is damaged: it holds nothing that cannot be chosen again. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  writeWhole(path, JSON.stringify(value, null, 2), 0o600);
}
