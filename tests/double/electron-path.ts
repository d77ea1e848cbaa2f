import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Folder of Electron’s package. */
export const electronFolder = join(import.meta.dirname, '..', '..', 'node_modules', 'electron');

/** Electron's program, once it was fetched. */
export function electronPath(): string | null {
  const note = join(electronFolder, 'path.txt');
  if (!existsSync(note)) return null;
  const path = join(electronFolder, 'dist', readFileSync(note, 'utf8'));
  return existsSync(path) ? path : null;
}
