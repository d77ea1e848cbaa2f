import { describe, expect, it } from 'vitest';
import { partMatrices, type PartMatrix } from '../../../core/change/part-matrices.ts';
import { dimensionsOf, partModels } from '../../../core/change/part-models.ts';
import { periodContexts } from '../../../core/change/period-contexts.ts';
import { symmetricEigen } from '../../../core/training/symmetric-eigen.ts';
import { textsOfWords } from './texts-of-words.ts';
import { topicTexts } from './topic-texts.ts';

const documents = topicTexts(8, 30, 3);
const encoded = textsOfWords(documents);
const targets = [...encoded.words.keys()];
const contexts = periodContexts(encoded, targets, { window: 2 });
const sides = Uint8Array.from({ length: 8 }, (_, text) => text % 2);
const times = Uint32Array.from([1, 2, 0, 1, 1, 1, 2, 0]);

const dense = ({ offsets, columns, values }: PartMatrix) =>
  targets.map((_, row) => {
    const full = new Float64Array(encoded.words.length);
    for (let at = offsets[row]!; at < offsets[row + 1]!; at += 1) full[columns[at]!] = values[at]!;
    return full;
  });

/** Straight from the definition, with the counts of one part alone. */
function plainly(side: number): number[][] {
  const size = encoded.words.length;
  const counts = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  documents.forEach((document, text) => {
    if (sides[text] !== side) return;
    document.forEach((word, at) =>
      document.forEach((other, there) => {
        const distance = Math.abs(at - there);
        if (distance === 0 || distance > 2) return;
        counts[encoded.words.indexOf(word)]![encoded.words.indexOf(other)]! +=
          ((3 - distance) / 2) * times[text]!;
      }),
    );
  });
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  const columns = targets.map((_, column) => sum(counts.map((row) => row[column]!)) ** 0.75);
  return counts.map((row) =>
    row.map((count, column) =>
      count === 0 ? 0 : Math.max(0, Math.log(count / sum(row) / (columns[column]! / sum(columns)))),
    ),
  );
}

describe('the matrices of two parts', () => {
  it('hold the positive information of each by its own counts', () => {
    const both = partMatrices(contexts)({ sides, times });
    both.forEach((matrix, side) => {
      const expected = plainly(side);
      dense(matrix).forEach((row, at) =>
        row.forEach((value, column) => expect(value).toBeCloseTo(expected[at]![column]!, 5)),
      );
    });
  });
});

describe('the models of two parts', () => {
  const dimensions = dimensionsOf(targets.length);

  it('have four words for each dimension, and fifty at most', () => {
    expect([3, 40, 100, 10_000].map(dimensionsOf)).toEqual([1, 10, 25, 50]);
    expect(dimensions).toBe(50);
  });

  it('hold nearly all that the best space of so many dimensions holds', () => {
    const matrices = partMatrices(contexts)({ sides });
    const squares = matrices.map((matrix) => {
      const rows = dense(matrix);
      const products = Float64Array.from({ length: rows.length ** 2 }, (_, at) => {
        const [one, other] = [rows[Math.floor(at / rows.length)]!, rows[at % rows.length]!];
        return one.reduce((sum, value, column) => sum + value * other[column]!, 0);
      });
      return symmetricEigen(products, rows.length).values.slice(0, dimensions);
    });
    partModels(contexts)({ sides }).forEach(({ vectors }, side) => {
      // Columns are singular vectors × √σ: the square of their length is σ.
      const found = Array.from({ length: dimensions }, (_, at) => {
        let length = 0;
        for (let row = at; row < vectors.length; row += dimensions) length += vectors[row]! ** 2;
        return length ** 2;
      });
      const sum = (numbers: Iterable<number>) => [...numbers].reduce((all, one) => all + one, 0);
      expect(sum(found)).toBeLessThanOrEqual(sum(squares[side]!) * (1 + 1e-9));
      expect(sum(found)).toBeGreaterThan(0.97 * sum(squares[side]!));
      expect(found[0]).toBeCloseTo(squares[side]![0]!, 0);
    });
  });

  it('say nothing of a word that a part does not have', () => {
    const parted = textsOfWords([
      ['a', 'b', 'c', 'd', 'a', 'c'],
      ['b', 'c', 'd', 'e', 'b', 'e'],
    ]);
    const own = periodContexts(parted, [...parted.words.keys()], { window: 2 });
    const [first, second] = partModels(own)({ sides: Uint8Array.of(0, 1) });
    expect([...second.vectors.subarray(0, second.dimensions)].every((value) => value === 0)).toBe(true);
    expect([...first.vectors].every(Number.isFinite)).toBe(true);
  });
});
