import { frequentRuns } from './ngrams.ts';
import { none, PairTable } from './pair-table.ts';

/** N tokens in a row that are alike but for one inner word (Fletcher’s phrase-frames): `at the * of`. */
export interface Frame {
  /** Ids of the words; null is the slot. */
  readonly words: readonly (number | null)[];
  readonly count: number;
  readonly texts: number;
  /** Different words in the slot. */
  readonly variants: number;
  /** Share of the commonest of them, 0 to 1. */
  readonly topShare: number;
  readonly top: number;
}

/**
 * All frames within regions that occur often enough and have two variants at least, exactly: what stands in the slot may be as rare as it
 * likes. Most frequent first.
 * @param n 3 and more
 */
export function frames(
  ids: Uint32Array,
  goesOn: Uint8Array,
  textStarts: Uint32Array,
  {
    n,
    minimum,
    texts: leastTexts = 1,
  }: { readonly n: number; readonly minimum: number; readonly texts?: number },
  pulse: () => void = () => undefined,
): Frame[] {
  const runs = [...frequentRuns(ids, goesOn, n - 2, minimum, pulse)].map(({ numbers }) => numbers);
  const found: Frame[] = [];
  for (let slot = 1; slot < n - 1; slot++) {
    pulse();
    const [before, after] = [runs[slot - 1]!, runs[n - 2 - slot]!];
    const table = new PairTable();
    const at = new Uint32Array(ids.length).fill(none);
    for (let start = 0; start + n <= ids.length; start++) {
      const [first, last] = [before[start]!, after[start + slot + 1]!];
      if (first === none || last === none || goesOn[start + slot] === 0 || goesOn[start + slot + 1] === 0)
        continue;
      at[start] = table.count(first, last);
    }
    // One by one: a large corpus has more than a call takes arguments.
    for (const frame of described(ids, textStarts, { n, minimum, leastTexts, slot }, at, table))
      found.push(frame);
  }
  return found.sort((a, b) => b.count - a.count || a.variants - b.variants);
}

function described(
  ids: Uint32Array,
  textStarts: Uint32Array,
  { n, minimum, leastTexts, slot }: { n: number; minimum: number; leastTexts: number; slot: number },
  at: Uint32Array,
  { size, counts }: PairTable,
): Frame[] {
  const fillers = new PairTable();
  const frameOf: number[] = [];
  const wordOf: number[] = [];
  const first = new Uint32Array(size);
  const texts = new Uint32Array(size);
  const lastText = new Uint32Array(size);
  let text = 0;
  for (let start = 0; start < at.length; start++) {
    while (text < textStarts.length && textStarts[text]! <= start) text++;
    const frame = at[start]!;
    if (frame === none || counts[frame]! < minimum) continue;
    if (lastText[frame] === 0) first[frame] = start;
    if (lastText[frame] !== text) {
      lastText[frame] = text;
      texts[frame]!++;
    }
    const filler = fillers.count(frame, ids[start + slot]!);
    frameOf[filler] = frame;
    wordOf[filler] = ids[start + slot]!;
  }
  const variants = new Uint32Array(size);
  const best = new Uint32Array(size).fill(none);
  for (let filler = 0; filler < fillers.size; filler++) {
    const frame = frameOf[filler]!;
    variants[frame]!++;
    if (best[frame] === none || fillers.counts[filler]! > fillers.counts[best[frame]!]!) best[frame] = filler;
  }
  const rows: Frame[] = [];
  for (let frame = 0; frame < size; frame++) {
    if (variants[frame]! < 2 || texts[frame]! < leastTexts) continue;
    const words: (number | null)[] = [...ids.subarray(first[frame], first[frame]! + n)];
    words[slot] = null;
    rows.push({
      words,
      count: counts[frame]!,
      texts: texts[frame]!,
      variants: variants[frame]!,
      topShare: fillers.counts[best[frame]!]! / counts[frame]!,
      top: wordOf[best[frame]!]!,
    });
  }
  return rows;
}
