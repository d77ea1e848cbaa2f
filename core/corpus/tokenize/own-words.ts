import type { WordCutter } from './word-cutter.ts';

/**
 * Words that are never cut are found first, the longest where several begin; what stands between them is left to the cutter. They
 * are looked for as they are written.
 */
export function withOwnWords(cutter: WordCutter, words: readonly string[]): WordCutter {
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
  return function* (stretch) {
    let done = 0;
    for (let at = 0; at < stretch.length;) {
      const word = wordAt(stretch, at);
      if (word === undefined) {
        at += 1;
        continue;
      }
      yield* shifted(cutter, stretch.slice(done, at), done);
      yield { segment: word, index: at };
      at += word.length;
      done = at;
    }
    yield* shifted(cutter, stretch.slice(done), done);
  };
}

function* shifted(cutter: WordCutter, stretch: string, by: number): ReturnType<WordCutter> {
  if (stretch === '') return;
  for (const { segment, index } of cutter(stretch)) yield { segment, index: index + by };
}
