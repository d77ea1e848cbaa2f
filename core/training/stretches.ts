import type { Layout } from './layout.ts';

/** Tokens from … to − 1 in one epoch, trained by one worker. */
export interface Stretch {
  /** From 0. */
  readonly epoch: number;
  readonly from: number;
  readonly to: number;
}

/** Of an epoch, for each worker: so short that none waits long for the last of the others. */
const stretchesPerWorker = 32;

/**
 * The stretch that is given out as the `claim`-th, counted from 0 over the whole run. Workers take the next one when they are
 * through: a fast core trains more of them than a slow one. Those given out at the same time lie far apart in the corpus, so
 * that neighbouring texts with their own words are not written by two at once. One worker alone takes whole epochs.
 */
export function stretchOf(
  { tokenCount, workers: { length: workers } }: Pick<Layout, 'tokenCount' | 'workers'>,
  claim: number,
): Stretch {
  const perWorker = workers === 1 ? 1 : stretchesPerWorker;
  const inEpoch = workers * perWorker;
  const epoch = Math.floor(claim / inEpoch);
  const turn = claim - epoch * inEpoch;
  const place = (turn % workers) * perWorker + Math.floor(turn / workers);
  const edge = (at: number) => Math.floor((tokenCount * at) / inEpoch);
  return { epoch, from: edge(place), to: edge(place + 1) };
}
