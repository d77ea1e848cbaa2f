import type { StudyKind } from '../contract/study.ts';
import { randomState, randomStream } from '../random.ts';
import { randomPurpose } from '../training/random-purpose.ts';

/** One training of a study. */
export interface Run {
  /** From 1. */
  readonly number: number;
  /** How often each text is taken, in the order of the texts. */
  readonly times: Uint32Array;
  readonly seed: number;
  /** State of the random numbers by which all words are shuffled; left out where they keep their places. */
  readonly shuffle?: Uint32Array;
}

/**
 * What a run is, whatever other runs there are: bootstrap over texts takes as many texts as there are, with replacement, and keeps the
 * seed of the model; seeds take every text once; so do shuffled words, with the seed of the model. Texts are what is drawn, not sentences: those of one text are no independent witnesses.
 * @param seed of the model
 * @param texts how many there are
 * @param number from 1
 */
export function runOf(
  kind: StudyKind,
  { seed, texts }: { readonly seed: number; readonly texts: number },
  number: number,
): Run {
  const times = new Uint32Array(texts);
  if (kind === 'seeds') return { number, times: times.fill(1), seed: (seed + number) >>> 0 };
  if (kind === 'shuffled') {
    const shuffle = randomState(seed, randomPurpose.shuffledWords, number);
    return { number, times: times.fill(1), seed, shuffle };
  }
  const random = randomStream(randomState(seed, randomPurpose.resampledTexts, number));
  for (let draw = 0; draw < texts; draw += 1) {
    const text = random.below(texts);
    times[text] = times[text]! + 1;
  }
  return { number, times, seed };
}
