import type { LearningStep, LearningWord } from '../contract/learning.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { measureOf } from '../vectors/measures.ts';
import type { Snapshot } from '../training/snapshots.ts';

/** A training, over or under way, as far as it is known how it went. */
export interface Course {
  readonly words: readonly string[];
  /** Occurrences of each word; null where they are not known. */
  readonly counts: ArrayLike<number> | null;
  readonly settings: Pick<TrainingSettings, 'dimensions'>;
  /** Rows of the watched words. */
  readonly watched: readonly number[];
  /** Vectors of the watched words on the way, in this order. */
  readonly kept: readonly Pick<Snapshot, 'epoch' | 'loss' | 'values'>[];
  /** The last moment: the end, or now. */
  readonly last: LearningStep;
  /** A row at the last moment. */
  vector(row: number): Float32Array;
  /** These rows before the training, rows × dimensions. */
  begun(rows: readonly number[]): Float32Array;
}

/** Rows from the random beginning to the last moment; of words that were not watched only these two. */
export function courseOfWords(
  course: Course,
  rows: readonly number[],
): { readonly steps: readonly LearningStep[]; readonly ways: readonly LearningWord[] } {
  const { watched, kept, settings, words, counts } = course;
  const { dimensions } = settings;
  const steps = [{ epoch: 0, loss: null }, ...kept.map(({ epoch, loss }) => ({ epoch, loss })), course.last];
  const begun = course.begun(rows);
  const ways = rows.map((row, at): LearningWord => {
    const place = watched.indexOf(row);
    const last = course.vector(row);
    const vectors = [
      begun.subarray(at * dimensions, (at + 1) * dimensions),
      ...(place < 0
        ? []
        : kept.map(({ values }) => values.subarray(place * dimensions, (place + 1) * dimensions))),
      last,
    ];
    const values = new Float32Array(vectors.length * dimensions);
    vectors.forEach((vector, step) => values.set(vector, step * dimensions));
    return {
      word: words[row]!,
      count: counts?.[row] ?? 0,
      watched: place >= 0,
      steps: place < 0 ? [0, steps.length - 1] : steps.map((_, step) => step),
      values,
      towardsEnd: vectors.map((vector) => measureOf.cosine(vector, last)),
    };
  });
  return { steps, ways };
}
