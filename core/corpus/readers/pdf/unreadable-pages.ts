import type { Contents } from '../extracted.ts';
import type { PageLine } from './lines.ts';

/** A sign or two on a page may be an ornament, but not within a word. */
const fewestUnknown = 3;
const unknownInWord = /\p{L}\p{M}*\ufffd/u;

/** Pages whose letters come from fonts that do not say what they stand for. */
export function unreadablePages(
  pages: readonly (readonly Pick<PageLine, 'text'>[])[],
): Contents['unreadable'] {
  const counts = pages.map((lines) =>
    lines.reduce((sum, { text }) => sum + (text.match(/\ufffd/gu)?.length ?? 0), 0),
  );
  const isDoubtful = (count: number, at: number) =>
    count >= fewestUnknown || (count > 0 && pages[at]!.some(({ text }) => unknownInWord.test(text)));
  const numbers = counts.flatMap((count, at) => (isDoubtful(count, at) ? [at + 1] : []));
  if (numbers.length === 0) return undefined;
  return { pages: numbers, letters: counts.reduce((sum, count) => sum + count, 0) };
}
