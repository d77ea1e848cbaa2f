import type { HealthAdvice, ModelHealth } from '../contract/training.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { randomState, randomStream, type RandomStream } from '../random.ts';
import { bestRows } from '../vectors/neighbours.ts';
import { dot, type VectorSpace } from '../vectors/vector-space.ts';
import { keepThresholds } from '../vocabulary/noise.ts';

const pairs = 2000;
const fewOccurrences = 20;
/** Neighbour lists are taken of so many words, among so many of the most frequent. */
const sampledLists = 500;
const amongWords = 10_000;
const listLength = 10;
/** A hub stands in at least this share of the lists. */
const hubShare = 0.05;
const mostHubs = 10;

export interface TrainedOn {
  readonly settings: Pick<TrainingSettings, 'seed' | 'subsample'>;
  /** Tokens of the corpus. */
  readonly tokens: number;
}

/** What can be said of a model without knowing what it is for. The same for the same vectors and seed. */
export function modelHealth(space: VectorSpace, { settings, tokens }: TrainedOn): ModelHealth {
  const random = randomStream(randomState(settings.seed, 11));
  const cosine = randomPairCosine(space, random);
  const counts = space.counts ?? new Uint32Array();
  const keep = keepThresholds(counts, tokens, settings.subsample);
  const effectiveTokens = Math.round(
    counts.reduce((sum, count, row) => sum + (count * (keep[row]! + 1)) / 2 ** 32, 0),
  );
  const rare = counts.reduce((sum, count) => sum + Number(count < fewOccurrences), 0);
  const rareShare = counts.length === 0 ? 0 : rare / counts.length;
  return {
    randomPairCosine: cosine,
    effectiveTokens,
    rareShare,
    hubs: findHubs(space, random),
    advice: advise(cosine, effectiveTokens, rareShare),
  };
}

/** Mean cosine of random pairs of words: near 1 means that every word looks like every other. */
export function randomPairCosine(space: VectorSpace, random: RandomStream): number {
  const { words } = space;
  if (words.length < 2) return 0;
  let sum = 0;
  for (let pair = 0; pair < pairs; pair += 1) {
    const first = random.below(words.length);
    const second = (first + 1 + random.below(words.length - 1)) % words.length;
    sum += dot(space.unitVector(first), space.unitVector(second));
  }
  return sum / pairs;
}

function findHubs(space: VectorSpace, random: RandomStream): ModelHealth['hubs'] {
  const size = Math.min(amongWords, space.words.length);
  const { dimensions } = space;
  const units = new Float32Array(size * dimensions);
  for (let row = 0; row < size; row += 1) units.set(space.unitVector(row), row * dimensions);
  const asked = size <= sampledLists ? [...Array(size).keys()] : distinct(size, random);
  const inLists = new Uint32Array(size);
  const scores = new Float32Array(size);
  for (const row of asked) {
    const from = row * dimensions;
    for (let other = 0; other < size; other += 1) {
      let sum = 0;
      const at = other * dimensions;
      for (let k = 0; k < dimensions; k += 1) sum += units[from + k]! * units[at + k]!;
      scores[other] = sum;
    }
    for (const { row: near } of bestRows(scores, { most: listLength, largestFirst: true, exclude: [row] }))
      inLists[near] = inLists[near]! + 1;
  }
  // In a small vocabulary everything is near everything.
  const least = Math.max(hubShare * asked.length, (5 * listLength * asked.length) / size);
  return bestRows(inLists, { most: mostHubs, largestFirst: true })
    .filter(({ score }) => score >= least)
    .map(({ row, score }) => ({ word: space.words[row]!, inNeighbourLists: score }));
}

function distinct(size: number, random: RandomStream): number[] {
  const chosen = new Set<number>();
  while (chosen.size < sampledLists) chosen.add(random.below(size));
  return [...chosen];
}

function advise(cosine: number, effectiveTokens: number, rareShare: number): HealthAdvice {
  if (cosine > 0.8) return 'collapsed';
  if (cosine > 0.5) return 'more-epochs';
  if (effectiveTokens < 50_000) return 'small-corpus';
  return rareShare > 0.6 ? 'many-rare-words' : 'healthy';
}
