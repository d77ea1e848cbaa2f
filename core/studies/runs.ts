import type { StudyKind } from '../contract/study.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { randomState, randomStream, shuffle } from '../random.ts';
import { randomPurpose } from '../training/random-purpose.ts';
import { drawnInto, timesInDealtPart, timesInPart, type DividedTexts } from './divided-texts.ts';
import { otherSettings } from './other-settings.ts';

/** One training of a study. */
export interface Run {
  /** From 1. */
  readonly number: number;
  /** How often each text is taken, in the order of the texts. */
  readonly times: Uint32Array;
  readonly seed: number;
  /** What it is trained by, where that is not as the model has it. */
  readonly settings?: TrainingSettings;
  /** State of the random numbers by which all words are shuffled; left out where they keep their places. */
  readonly shuffle?: Uint32Array;
}

/**
 * What a run is, whatever other runs there are: bootstrap over texts takes as many texts as there are, with replacement, and keeps the
 * seed of the model; seeds take every text once; so do shuffled words, with the seed of the model. Other
 * settings are gone through in their order, again with the next seed when all were there. Of halves, runs 1 and 2 are the two halves of one division, 3 and 4 of the next. Texts are what is drawn, not sentences: those of one text are no independent witnesses.
 * Of texts that a field divides each run has one part, as `divided-texts.ts` says, with the seed of the model.
 * @param settings of the model
 * @param texts how many there are
 * @param divided for kinds that a field divides
 * @param number from 1
 */
export function runOf(
  kind: StudyKind,
  {
    settings,
    texts,
    divided = null,
  }: {
    readonly settings: TrainingSettings;
    readonly texts: number;
    readonly divided?: DividedTexts | null;
  },
  number: number,
): Run {
  const { seed } = settings;
  if (kind === 'field') return { number, times: timesInPart(divided!, seed, number), seed };
  if (kind === 'permuted') return { number, times: timesInDealtPart(divided!, seed, number), seed };
  const times = new Uint32Array(texts);
  if (kind === 'seeds') return { number, times: times.fill(1), seed: (seed + number) >>> 0 };
  if (kind === 'shuffled') {
    const shuffle = randomState(seed, randomPurpose.shuffledWords, number);
    return { number, times: times.fill(1), seed, shuffle };
  }
  if (kind === 'settings') {
    const others = otherSettings(settings);
    const again = Math.floor((number - 1) / others.length);
    const chosen = others[(number - 1) % others.length]!;
    return { number, times: times.fill(1), seed: (seed + again) >>> 0, settings: chosen };
  }
  const all = Uint32Array.from({ length: texts }, (_, text) => text);
  if (kind === 'halves') {
    const division = Math.ceil(number / 2);
    const order = shuffle(all, randomStream(randomState(seed, randomPurpose.halvedTexts, division)));
    const middle = Math.ceil(texts / 2);
    for (const text of number % 2 === 1 ? order.slice(0, middle) : order.slice(middle)) times[text] = 1;
    return { number, times, seed };
  }
  const random = randomStream(randomState(seed, randomPurpose.resampledTexts, number));
  return { number, times: drawnInto(times, all, random), seed };
}
