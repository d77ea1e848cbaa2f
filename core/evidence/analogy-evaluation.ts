import { AppError } from '../contract/errors.ts';
import type { AnalogyEvaluation } from '../contract/search.ts';
import { offsetVector, solveAnalogy } from '../vectors/analogies.ts';
import type { RowScores } from '../vectors/row-scores.ts';
import type { VectorSpace } from '../vectors/vector-space.ts';

export interface AnalogyQuestion {
  readonly section: string;
  /** a is to b as c is to d. */
  readonly words: readonly [a: string, b: string, c: string, d: string];
}

/**
 * Reads `: section` lines and questions of four words.
 * @throws AppError E_EVALUATION_INVALID with the line that is neither
 */
export function readAnalogies(text: string, file: string): AnalogyQuestion[] {
  const questions: AnalogyQuestion[] = [];
  let section = '';
  text
    .replace(/^\uFEFF/u, '')
    .split(/\r?\n/u)
    .forEach((line, at) => {
      if (line.trim() === '') return;
      if (line.startsWith(':')) {
        section = line.slice(1).trim();
        return;
      }
      const words = line.trim().split(/\s+/u);
      if (words.length !== 4)
        throw new AppError('E_EVALUATION_INVALID', { file, line: at + 1, reason: 'not four words' });
      questions.push({ section, words: words as unknown as AnalogyQuestion['words'] });
    });
  if (questions.length === 0) throw new AppError('E_EVALUATION_INVALID', { file, reason: 'no questions' });
  return questions;
}

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
  const sections = new Map<string, { correct: number; total: number }>();
  questions.forEach((question, at) => {
    if (at % 64 === 0) onProgress?.(at / questions.length);
    const [a, b, c, d] = question.words.map(rowOf);
    if (a === undefined || b === undefined || c === undefined || d === undefined) return;
    const section = sections.get(question.section) ?? { correct: 0, total: 0 };
    sections.set(question.section, section);
    section.total += 1;
    const answer =
      method === 'add'
        ? bestBelow(scores(offsetVector(space, [b, c], [a]), 'cosine'), most, [a, b, c])
        : solveAnalogy(space, scores, { positive: [b, c], negative: [a], method, top: 1 }).neighbours[0]?.row;
    if (answer === d) section.correct += 1;
  });
  const list = [...sections].map(([name, counts]) => ({ name, ...counts }));
  const total = list.reduce((sum, section) => sum + section.total, 0);
  return {
    correct: list.reduce((sum, section) => sum + section.correct, 0),
    total,
    coverage: total / questions.length,
    sections: list,
  };
}

function bestBelow(scores: Float32Array, rows: number, exclude: readonly number[]): number {
  let best = -1;
  let highest = -Infinity;
  for (let row = 0; row < rows; row += 1) {
    if (!(scores[row]! > highest) || exclude.includes(row)) continue;
    best = row;
    highest = scores[row]!;
  }
  return best;
}
