import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

/** What a small file of Firth’s own holds; null when it is not there or is damaged: it holds nothing that cannot be chosen again. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as unknown;
  } catch {
    return null;
  }
}

/** The old content or the new, never half of it. */
export function writeJson(path: string, value: unknown): void {
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(`${path}.new`, 'w', 0o600);
  writeSync(file, JSON.stringify(value, null, 2));
  fsyncSync(file);
  closeSync(file);
  renameSync(`${path}.new`, path);
}
