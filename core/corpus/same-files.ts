import { createHash } from 'node:crypto';
import { openSource } from './readers/byte-source.ts';
import type { TextFile } from './text-file.ts';

/**
 * Files that hold what an earlier one holds, byte for byte, by the name of that. Only those of one size are read.
 */
export function sameFiles(files: readonly TextFile[]): ReadonlyMap<string, string> {
  const bySize = new Map<number, TextFile[]>();
  for (const file of files) {
    if (file.bytes === 0 || file.stretch !== undefined) continue;
    const alike = bySize.get(file.bytes);
    if (alike === undefined) bySize.set(file.bytes, [file]);
    else alike.push(file);
  }
  const same = new Map<string, string>();
  for (const alike of bySize.values()) {
    if (alike.length < 2) continue;
    const first = new Map<string, string>();
    for (const file of alike) {
      const digest = digestOf(file);
      const known = digest === undefined ? undefined : first.get(digest);
      if (known !== undefined) same.set(file.file, known);
      else if (digest !== undefined) first.set(digest, file.file);
    }
  }
  return same;
}

/** Undefined for what cannot be read: that is told where it is read. */
function digestOf(file: TextFile): string | undefined {
  try {
    const hash = createHash('sha256');
    for (const piece of openSource(file).pieces()) hash.update(piece);
    return hash.digest('hex');
  } catch {
    return undefined;
  }
}
