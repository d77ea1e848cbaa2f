import { textOf, type StretchCutter } from './stretch-cutter.ts';

/**
 * Words that are never cut are found first, the longest where several begin; what stands between them is left to the cutter. They
 * are looked for as they are written.
 */
export function withOwnWords(cutter: StretchCutter, words: readonly string[]): StretchCutter {
  if (words.length === 0) return cutter;
  const byStart = new Map<string, string[]>();
  for (const word of words) {
    const start = word.slice(0, 2);
    byStart.set(
      start,
      [...(byStart.get(start) ?? []), word].sort((a, b) => b.length - a.length),
    );
  }
  const wordAt = (stretch: string, at: number) =>
    [stretch.slice(at, at + 2), stretch.slice(at, at + 1)]
      .flatMap((start) => byStart.get(start) ?? [])
      .find((word) => stretch.startsWith(word, at));
  return (units, from, to) => {
    const stretch = textOf(units, from, to);
    const ends: number[] = [];
    const entries: number[] = [];
    const said = { entries: false };
    const cutBetween = (first: number, end: number) => {
      if (first === end) return;
      const parts = cutter(units, from + first, from + end);
      said.entries ||= parts.entries !== null;
      for (let part = 0; part < parts.count; part += 1) {
        ends.push(first + parts.ends[part]!);
        entries.push(parts.entries?.[part] ?? -1);
      }
    };
    let done = 0;
    for (let at = 0; at < stretch.length;) {
      const word = wordAt(stretch, at);
      if (word === undefined) {
        at += 1;
        continue;
      }
      cutBetween(done, at);
      at += word.length;
      ends.push(at);
      entries.push(-1);
      done = at;
    }
    cutBetween(done, stretch.length);
    return { count: ends.length, ends, entries: said.entries ? entries : null };
  };
}
