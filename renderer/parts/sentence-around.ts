import type { ConcordanceLine } from '../../core/contract/words.ts';

const lastEnd = /^.*[.!?…。！？؟।](?:["'”’»」』)\]]+)?\s*/su;
const firstEnd = /^(.*?[.!?…。！？؟।])(?:\s|$|["'”’»」』)\]]|(?<=[。！？]))/su;

/** The sentence of the node, as far as the line holds it: words behind the last stop before it, and up to the next. */
export function sentenceAround({
  left,
  node,
  right,
}: Pick<ConcordanceLine, 'left' | 'node' | 'right'>): string {
  const before = left.replace(lastEnd, '');
  const after = firstEnd.exec(right)?.[1] ?? right;
  // Texts without spaces between words keep none.
  const spaced = [left, right].some((side) => /\S\s+\S/.test(side));
  return [before, node, after]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(spaced ? ' ' : '')
    .replace(/\s+([,.;:!?…。，！？؟।])/gu, '$1');
}
