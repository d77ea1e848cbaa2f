import { expect, it } from 'vitest';
import { procrustes, rotationOnto } from '../../../core/change/procrustes.ts';
import { seeded } from '../../fixtures/small-language.ts';

const [words, dimensions] = [8, 3];
const model = (entry: (word: number, at: number) => number) => ({
  dimensions,
  vectors: Float64Array.from({ length: words * dimensions }, (_, at) =>
    entry(Math.floor(at / dimensions), at % dimensions),
  ),
});
const a = model((i, j) => Math.sin(1 + 3 * i + 5 * j));
const b = model((i, j) => Math.cos(2 + 2 * i * j + i) + 0.3 * Math.sin(i + 7 * j));

it('turns and compares as SciPy does', () => {
  // scipy.linalg.orthogonal_procrustes (1.17.1) after rows at length 1, centred, at length 1 again; 1 − the sums of products.
  const distances = [
    0.3324052182982886, 1.658612756680312, 0.3257348011357135, 0.22153622055951505, 1.7269615623790038,
    0.0057410033387010895, 0.2517352962901963, 1.5176843707453234,
  ];
  procrustes([a, b]).forEach((distance, word) => expect(distance).toBeCloseTo(distances[word]!, 12));
});

it('does not see a rotation, nor a reflection, nor the lengths of words', () => {
  const random = seeded(3);
  // Any three axes at right angles: those of a rotation that brings anything onto anything.
  const noise = () => Float64Array.from({ length: 30 }, () => random() - 0.5);
  const rotation = rotationOnto(noise(), noise(), dimensions);
  const turned = model(
    (i, j) =>
      (1 + i) *
      [0, 1, 2].reduce((sum, k) => sum + a.vectors[i * dimensions + k]! * rotation[k * dimensions + j]!, 0),
  );
  for (const distance of procrustes([a, turned])) expect(distance).toBeCloseTo(0, 12);
  const mirrored = model((i, j) => a.vectors[i * dimensions + j]! * (j === 0 ? -1 : 1));
  for (const distance of procrustes([a, mirrored])) expect(distance).toBeCloseTo(0, 12);
});

it('finds axes at right angles, also where the models leave some undecided', () => {
  // All in one direction: any turning of the other two would do.
  const flat = Float64Array.from({ length: 30 }, (_, at) => (at % 3 === 0 ? 1 + at : 0));
  for (const [one, other] of [
    [flat, flat],
    [new Float64Array(30), flat],
  ] as const) {
    const rotation = rotationOnto(one, other, dimensions);
    for (let p = 0; p < dimensions; p += 1)
      for (let q = 0; q < dimensions; q += 1) {
        let product = 0;
        for (let k = 0; k < dimensions; k += 1)
          product += rotation[k * dimensions + p]! * rotation[k * dimensions + q]!;
        expect(product).toBeCloseTo(p === q ? 1 : 0, 10);
      }
  }
});

it('has no number for a word that one of the models knows nothing of, and leaves it out of the turning', () => {
  const without = (of: typeof a) => ({
    dimensions,
    vectors: of.vectors.map((value, at) => (at < dimensions ? 0 : value)),
  });
  const [first, ...others] = procrustes([a, without(b)]);
  expect(first).toBeNaN();
  const both = [...procrustes([without(a), without(b)])].slice(1);
  others.forEach((distance, at) => expect(distance).toBeCloseTo(both[at]!, 12));
});
