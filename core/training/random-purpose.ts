/** Purposes of random numbers: each has streams of its own. */
export const randomPurpose = {
  initialVectors: 1,
  epoch: 2,
  randomPairs: 3,
  pairsInspector: 4,
  resampledTexts: 5,
  shuffledWords: 6,
  halvedTexts: 7,
} as const;
