import type { WatchedWord } from '../contract/training.ts';
import { randomState, randomStream } from '../random.ts';
import { watchedAtOnce } from './layout.ts';
import { randomPurpose } from './random-purpose.ts';
import type { RunMemory } from './run-memory.ts';

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
export const wordsToWatch = (words: readonly string[]): readonly string[] =>
  atShares(words, [0.02, 0.06, 0.18]);

/** So few words are all kept. */
const fewWords = 24;

/** Words whose vectors are kept on the way of every training, whatever a person chose. */
export const wordsToKeep = (words: readonly string[]): readonly string[] =>
  words.length <= fewWords
    ? words
    : [...new Set(atShares(words, [0.005, 0.01, 0.02, 0.04, 0.06, 0.1, 0.18, 0.3]))];

/** Of a language whose words are written with several letters, longer ones: short ones are function words. */
function atShares(words: readonly string[], shares: readonly number[]): readonly string[] {
  const spaced = words.slice(0, 1000).some((word) => word.length > 4);
  const fit = spaced ? words.filter((word) => word.length > 4) : words;
  return shares.flatMap((share) => fit[Math.floor(fit.length * share)] ?? []);
}

type Cosines = (
  rows: number,
  count: number,
  stride: number,
  rowBytes: number,
  queries: number,
  queryCount: number,
  scores: number,
) => void;

/** @param module the compiled `nearest` kernel: it looks through the memory of the run itself */
export function observe(
  run: RunMemory,
  words: readonly string[],
  watchedWords: readonly string[],
  module: WebAssembly.Module,
): Observer {
  const { memory, layout, settings, dimensions } = run;
  const { rowBytes } = layout;
  const { cosines } = new WebAssembly.Instance(module, { env: { memory } }).exports as { cosines: Cosines };
  // Behind each row of the input stands the one of the output.
  const stride = rowBytes / 2;
  const values = new Float32Array(memory.buffer, layout.rows, run.words * stride);
  const vectorOf = (row: number) => values.subarray(row * stride, row * stride + dimensions);
  const random = randomStream(randomState(settings.seed, randomPurpose.randomPairs));
  const chosen = Array.from({ length: run.words < 2 ? 0 : pairs }, () => {
    const first = random.below(run.words);
    return [first, (first + 1 + random.below(run.words - 1)) % run.words] as const;
  });
  const wanted = new Set(watchedWords);
  const watchedRows = words.flatMap((word, row) => (wanted.has(word) ? [row] : []));

  /** Cosines with every row of some rows, at most {@link watchedAtOnce}. */
  function scoresOf(rows: readonly number[]): readonly Float32Array[] {
    const queries = new Float32Array(memory.buffer, layout.watch, (watchedAtOnce * rowBytes) / 4);
    const scoresAt = layout.watch + watchedAtOnce * rowBytes;
    queries.fill(0);
    rows.forEach((row, at) => {
      const vector = vectorOf(row);
      const length = Math.sqrt(dot(vector, vector)) || 1;
      queries.set(
        vector.map((value) => value / length),
        (at * rowBytes) / 4,
      );
    });
    cosines(layout.rows, run.words, rowBytes * 2, rowBytes, layout.watch, rows.length, scoresAt);
    return rows.map((_, at) => new Float32Array(memory.buffer, scoresAt + at * run.words * 4, run.words));
  }

  return {
    randomPairCosine: () =>
      chosen.reduce((sum, [a, b]) => sum + cosine(vectorOf(a), vectorOf(b)), 0) / Math.max(1, chosen.length),
    watched() {
      const all: WatchedWord[] = [];
      for (let from = 0; from < watchedRows.length; from += watchedAtOnce) {
        const rows = watchedRows.slice(from, from + watchedAtOnce);
        scoresOf(rows).forEach((scores, at) => {
          const row = rows[at]!;
          all.push({
            word: words[row]!,
            vector: vectorOf(row).slice(),
            neighbours: nearest(scores, row, words),
          });
        });
      }
      return all;
    },
  };
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += a[at]! * b[at]!;
  return sum;
}

const cosine = (a: Float32Array, b: Float32Array) =>
  dot(a, b) / (Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b)) || 1);

/** The highest scores but that of the word itself, highest first. */
function nearest(scores: Float32Array, own: number, words: readonly string[]): WatchedWord['neighbours'] {
  const best: { row: number; score: number }[] = [];
  for (let row = 0; row < scores.length; row += 1) {
    const score = scores[row]!;
    if (row === own || (best.length === neighbours && !(score > best.at(-1).score))) continue;
    const at = best.findIndex((one) => score > one.score);
    best.splice(at < 0 ? best.length : at, 0, { row, score });
    best.length = Math.min(best.length, neighbours);
  }
  return best.map(({ row, score }) => ({ word: words[row]!, score }));
}
