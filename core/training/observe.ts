import type { WatchedWord } from '../contract/training.ts';
import { randomState, randomStream } from '../random.ts';
import { randomPurpose, type RunMemory } from './run-memory.ts';

/** Looks at vectors while they are being trained: approximate, since the threads go on writing. */
export interface Observer {
  /** Mean cosine of 500 random pairs of words, the same pairs each time; 0 for a single word. */
  randomPairCosine(): number;
  /** The ten nearest words of each watched word by cosine. */
  watched(): WatchedWord[];
}

const pairs = 500;
const neighbours = 10;

/** Three words to watch where nobody chose any: not the most frequent, which are function words, and not rare ones. */
export function wordsToWatch(words: readonly string[]): readonly string[] {
  const spaced = words.slice(0, 1000).some((word) => word.length > 4);
  const fit = spaced ? words.filter((word) => word.length > 4) : words;
  return [0.02, 0.06, 0.18].flatMap((share) => fit[Math.floor(fit.length * share)] ?? []);
}

export function observe(run: RunMemory, words: readonly string[], watchedWords: readonly string[]): Observer {
  const { memory, layout, settings, dimensions } = run;
  const stride = layout.rowBytes / 2;
  const values = new Float32Array(memory.buffer, layout.rows, run.words * stride);
  const random = randomStream(randomState(settings.seed, randomPurpose.randomPairs));
  const chosen = Array.from({ length: run.words < 2 ? 0 : pairs }, () => {
    const first = random.below(run.words);
    return [first, (first + 1 + random.below(run.words - 1)) % run.words] as const;
  });
  const watchedRows = words.flatMap((word, row) => (watchedWords.includes(word) ? [row] : []));

  function dot(a: number, b: number): number {
    let sum = 0;
    for (let at = 0; at < dimensions; at += 1) sum += values[a * stride + at]! * values[b * stride + at]!;
    return sum;
  }
  const cosine = (a: number, b: number, lengthOfA = Math.sqrt(dot(a, a))) =>
    dot(a, b) / (lengthOfA * Math.sqrt(dot(b, b)) || 1);

  function nearest(row: number): WatchedWord {
    const length = Math.sqrt(dot(row, row));
    const best: { word: string; score: number }[] = [];
    for (let other = 0; other < run.words; other += 1) {
      if (other === row) continue;
      const score = cosine(row, other, length);
      if (best.length === neighbours && score <= best.at(-1).score) continue;
      best.push({ word: words[other]!, score });
      best.sort((a, b) => b.score - a.score);
      best.length = Math.min(best.length, neighbours);
    }
    return { word: words[row]!, neighbours: best };
  }

  return {
    randomPairCosine: () =>
      chosen.reduce((sum, [a, b]) => sum + cosine(a, b), 0) / Math.max(1, chosen.length),
    watched: () => watchedRows.map(nearest),
  };
}
