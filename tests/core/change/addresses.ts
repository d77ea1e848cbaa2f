import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '../../../resources/samples/state-of-the-union/texts');
/** Words of a part: whole addresses would be too few to divide. */
const partWords = 2000;

/** The newest addresses in parts of 2,000 words, up to so many words, or all of them. */
export function addresses(most: number): string[][] {
  const parts: string[][] = [];
  let words = 0;
  for (const file of readdirSync(folder).sort().reverse()) {
    const text =
      readFileSync(join(folder, file), 'utf8')
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [];
    for (let at = 0; at < text.length; at += partWords) parts.push(text.slice(at, at + partWords));
    words += text.length;
    if (words >= most) return parts;
  }
  return parts;
}
