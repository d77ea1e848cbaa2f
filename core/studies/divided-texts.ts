import { randomState, randomStream, shuffle, type RandomStream } from '../random.ts';

/** Which part each text of a study is in. */
export interface DividedTexts {
  /** By text: the number of its part from 0, or {@link noPart}. */
  readonly sides: Uint8Array;
  readonly parts: number;
}

/** What stands for a text that is in no part. */
export const noPart = 255;

/** Purposes of random numbers: each has streams of its own. */
const purpose = { drawnWithin: 41, dealtLabels: 42 } as const;

/** Runs go through the parts in their order, round after round. @param number of the run, from 1 */
export const placeOfRun = (
  number: number,
  parts: number,
): { readonly part: number; readonly round: number } => ({
  part: (number - 1) % parts,
  round: Math.floor((number - 1) / parts),
});

/**
 * How often a run of a part takes each text. In the first round these are the texts of the part as they are; in further rounds as many of them, drawn with replacement.
 * @param number of the run, from 1
 */
export function timesInPart({ sides, parts }: DividedTexts, seed: number, number: number): Uint32Array {
  const { part, round } = placeOfRun(number, parts);
  const own = [...sides.keys()].filter((text) => sides[text] === part);
  const times = new Uint32Array(sides.length);
  if (round > 0) return drawnInto(times, own, randomStream(randomState(seed, purpose.drawnWithin, number)));
  for (const text of own) times[text] = 1;
  return times;
}

/**
 * The same where the labels were dealt to the labelled texts anew, each as often as before. The runs of one round are the parts of one such division.
 * @param number of the run, from 1
 */
export function timesInDealtPart({ sides, parts }: DividedTexts, seed: number, number: number): Uint32Array {
  const { part, round } = placeOfRun(number, parts);
  const labelled = [...sides.keys()].filter((text) => sides[text] !== noPart);
  const dealt = shuffle(
    labelled.map((text) => sides[text]!),
    randomStream(randomState(seed, purpose.dealtLabels, round + 1)),
  );
  const times = new Uint32Array(sides.length);
  labelled.forEach((text, at) => (times[text] = Number(dealt[at] === part)));
  return times;
}

/** Draws as many of some texts as there are, with replacement. @returns `times` */
export function drawnInto(
  times: Uint32Array,
  texts: ArrayLike<number>,
  random: Pick<RandomStream, 'below'>,
): Uint32Array {
  for (let draw = 0; draw < texts.length; draw += 1) {
    const text = texts[random.below(texts.length)]!;
    times[text] = times[text]! + 1;
  }
  return times;
}
