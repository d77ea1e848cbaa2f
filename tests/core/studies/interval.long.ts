import { expect, it } from 'vitest';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { kernelModule } from '../../../core/kernel/kernel-modules.ts';
import { intervalAround } from '../../../core/studies/interval.ts';
import { encodeRun, textsOfRun } from '../../../core/studies/prepare-run.ts';
import { runOf } from '../../../core/studies/runs.ts';
import { quantile } from '../../../core/studies/spread.ts';
import type { StudyTexts } from '../../../core/studies/study-texts.ts';
import { countVectors } from '../../../core/training/count-model.ts';
import { completeSettings } from '../../../core/training/settings.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { knownLanguage, textsOf, trueVectors } from './known-corpus.ts';

const kernel = kernelModule(commandLineEnvironment(), 'panels', 'strict');
const runs = 25;
const leastOccurrences = 50;

/** The vector of each word in the count model of some texts; undefined for a word that they do not have. */
function vectorsOf(texts: StudyTexts, times: Uint32Array, dimensions: number) {
  const settings = completeSettings({ architecture: 'count', dimensions, window: 5, mode: 'reproducible' });
  const run = textsOfRun(texts, settings, { times, seed: 1 });
  const { keptTokens, rowOfType, words } = run.vocabulary;
  const tokens = new Uint32Array(keptTokens);
  encodeRun(run, tokens);
  const steps = countVectors(kernel, tokens, words.length, settings);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  const { value } = step;
  return (word: number): Float32Array | undefined => {
    const row = rowOfType[word]!;
    return row < 0 ? undefined : value.subarray(row * dimensions, (row + 1) * dimensions);
  };
}

/** Whether the interval of each word’s cosine with its nearest one and with one further off holds the true cosine. */
function judged(
  seed: number,
  shape: {
    readonly words: number;
    readonly topics: number;
    readonly texts: number;
    readonly tokens: number;
    readonly dimensions: number;
  },
) {
  const { words, texts: count, dimensions } = shape;
  const language = knownLanguage(seed, shape);
  const { noiseExponent } = completeSettings({ architecture: 'count' });
  const truth = trueVectors(language, dimensions, noiseExponent);
  const trueVector = (word: number) => truth.subarray(word * dimensions, (word + 1) * dimensions);
  const texts = textsOf(language, seed, shape);
  const counts = new Uint32Array(words);
  for (const word of texts.tokens) counts[word] = counts[word]! + 1;
  const model = vectorsOf(texts, new Uint32Array(count).fill(1), dimensions);
  const others = Array.from({ length: runs }, (_, at) =>
    vectorsOf(
      texts,
      runOf('bootstrap', { settings: completeSettings({ seed }), texts: count }, at + 1).times,
      dimensions,
    ),
  );
  const frequent = Array.from({ length: words }, (_, word) => word).filter(
    (word) => counts[word]! >= leastOccurrences,
  );
  return frequent.flatMap((word) => {
    const near = frequent
      .filter((other) => other !== word)
      .map((other) => [other, measureOf.cosine(model(word)!, model(other)!)] as const)
      .toSorted((a, b) => b[1] - a[1]);
    // Where in the list the other one stands follows from the word: anywhere.
    return [near[0]!, near[Math.floor((near.length * ((word * 7919) % 97)) / 97)]!].map(([other, score]) => {
      const scores = others.flatMap((vector) => {
        const [a, b] = [vector(word), vector(other)];
        return a === undefined || b === undefined ? [] : [measureOf.cosine(a, b)];
      });
      const right = measureOf.cosine(trueVector(word), trueVector(other));
      const { low, high } = intervalAround(score, scores, 'cosine');
      const sorted = Float64Array.from(scores).sort();
      return {
        holds: low! <= right && right <= high!,
        middleHolds: quantile(sorted, 0.025) <= right && right <= quantile(sorted, 0.975),
        width: high! - low!,
      };
    });
  });
}

it.each([
  { words: 120, topics: 8, texts: 600, tokens: 30, dimensions: 8, corpora: 6 },
  { words: 120, topics: 8, texts: 2400, tokens: 30, dimensions: 8, corpora: 4 },
  { words: 200, topics: 20, texts: 2000, tokens: 30, dimensions: 20, corpora: 4 },
  { words: 300, topics: 12, texts: 1500, tokens: 40, dimensions: 12, corpora: 3 },
])(
  'intervals hold the true cosine in 90 to 98 % of words with 50 and more occurrences: $words words, $topics topics, $texts texts',
  ({ corpora, ...shape }) => {
    // Not the corpora on which the interval was chosen.
    const all = Array.from({ length: corpora }, (_, at) => judged(at + 101, shape)).flat();
    const share = (some: typeof all) => some.length / all.length;
    const holds = share(all.filter((one) => one.holds));
    const width = all.reduce((sum, one) => sum + one.width, 0) / all.length;
    const middle = share(all.filter((one) => one.middleHolds));
    console.log(JSON.stringify({ ...shape, corpora, pairs: all.length, holds, middle, width }));
    expect(holds).toBeGreaterThanOrEqual(0.9);
    expect(holds).toBeLessThanOrEqual(0.98);
  },
);
