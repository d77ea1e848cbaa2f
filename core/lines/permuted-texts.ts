import { randomState, randomStream, shuffle } from '../random.ts';
import { contrast } from './association.ts';

/**
 * How often a random division of the texts tells a word apart as well as the real one: texts, not tokens, change sides (Mildenberger 2023).
 * @param hits of the word in each text
 * @param sizes tokens of each text
 * @param isTarget 1 for texts of the target
 * @returns share of the divisions, the real one among them, whose G² is at least as large
 */
export function permutationP(
  hits: ArrayLike<number>,
  sizes: ArrayLike<number>,
  isTarget: Uint8Array,
  rounds: number,
  seed: number,
): number {
  const sides = isTarget.slice();
  const likelihood = () => {
    let [a, sizeA, b, sizeB] = [0, 0, 0, 0];
    for (let text = 0; text < sides.length; text++)
      if (sides[text] === 1) {
        a += hits[text]!;
        sizeA += sizes[text]!;
      } else {
        b += hits[text]!;
        sizeB += sizes[text]!;
      }
    return sizeA === 0 || sizeB === 0 ? 0 : contrast(a, sizeA, b, sizeB);
  };
  const real = likelihood();
  const random = randomStream(randomState(seed));
  let asLarge = 1;
  for (let round = 0; round < rounds; round++) {
    shuffle(sides, random);
    // The last digits depend on the order of the sums.
    if (likelihood() >= real * (1 - 1e-12)) asLarge++;
  }
  return asLarge / (rounds + 1);
}
