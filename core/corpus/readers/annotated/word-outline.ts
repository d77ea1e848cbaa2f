import type { Outline, OutlinePart } from '../../../contract/import.ts';

/** What can be taken of words that say something of themselves: a column, and the words of some parts of speech. */
export const wordOutline = (
  parts: readonly OutlinePart[],
  taken: readonly string[],
  tags: ReadonlyMap<string, number>,
  takenTags: readonly string[],
): Outline => ({
  kind: 'layers',
  parts,
  taken,
  tags: [...tags]
    .filter(([name]) => name !== '_' && name !== '')
    .map(([name, count]) => ({ name, count }))
    .sort((a, b) => b.count - a.count)
    .slice(0, 60),
  takenTags,
});
