import type { AnalogyEvaluation, AnalogyScore } from '../contract/search.ts';
import { analogyScores, offsetVector } from '../vectors/analogies.ts';
import type { RowScores } from '../vectors/row-scores.ts';
import type { VectorSpace } from '../vectors/vector-space.ts';
import type { AnalogyQuestion } from './analogy-questions.ts';
import { resampledShare } from './resampled.ts';

/** Row of the word of a test set among those that count; undefined where there is none. */
export type RowOfWord = (word: string) => number | undefined;

export interface EvaluationOptions {
  /** Only the most frequent words count, as questions and as answers. */
  readonly restrict: number;
  readonly rowOf: RowOfWord;
  readonly method: 'add' | 'mul';
  /** Share done, 0 to 1; may throw to stop. */
  readonly onProgress?: (share: number) => void;
}

/**
 * Questions answered rightly. Words that differ by case alone are the same where no other is there; a question with an unknown word is skipped and lowers the coverage; the
 * question’s own words are never answers (as in word2vec’s compute-accuracy).
 */
export function evaluateAnalogies(
  space: VectorSpace,
  scores: RowScores,
  questions: readonly AnalogyQuestion[],
  { restrict, method, rowOf, onProgress }: EvaluationOptions,
): AnalogyEvaluation {
  const most = Math.min(restrict, space.words.length);
  const sections = new Map<string, Counts>();
  questions.forEach((question, at) => {
    if (at % 64 === 0) onProgress?.(at / questions.length);
    const [a, [b], c, right] = [
      rowOf(question.words[0]),
      rowsOfAny(question.words[1], rowOf),
      rowOf(question.words[2]),
      rowsOfAny(question.words[3], rowOf),
    ];
    if (a === undefined || b === undefined || c === undefined || right.length === 0) return;
    const section = sections.get(question.section) ?? { correct: 0, total: 0, baseline: 0 };
    sections.set(question.section, section);
    section.total += 1;
    const values =
      method === 'add'
        ? scores(offsetVector(space, [b, c], [a]), 'cosine')
        : analogyScores(space, scores, { positive: [b, c], negative: [a], method });
    if (right.includes(bestBelow(values, most, [a, b, c]))) section.correct += 1;
    const simple = scores(space.unitVector(c), 'cosine');
    if (right.includes(bestBelow(simple, most, [a, b, c]))) section.baseline += 1;
  });
  const list = [...sections].map(([name, counts]) => ({ name, ...scored(counts) }));
  const all: Counts = { correct: 0, total: 0, baseline: 0 };
  for (const { correct, total, baseline } of list) {
    all.correct += correct;
    all.total += total;
    all.baseline += baseline;
  }
  return { ...scored(all), coverage: all.total / questions.length, sections: list };
}

interface Counts {
  correct: number;
  total: number;
  baseline: number;
}

const scored = (counts: Counts): AnalogyScore => ({
  ...counts,
  ...resampledShare(counts.correct, counts.total),
});

/** Rows of a word, or where it has none of the words that a test set names as equally right, as in `sea/ocean`. */
function rowsOfAny(word: string, rowOf: RowOfWord): readonly number[] {
  const whole = rowOf(word);
  if (whole !== undefined) return [whole];
  return word
    .split('/')
    .map((one) => rowOf(one))
    .filter((row) => row !== undefined);
}

function bestBelow(scores: Float32Array | Float64Array, rows: number, exclude: readonly number[]): number {
  let best = -1;
  let highest = -Infinity;
  for (let row = 0; row < rows; row += 1) {
    if (!(scores[row]! > highest) || exclude.includes(row)) continue;
    best = row;
    highest = scores[row]!;
  }
  return best;
}
