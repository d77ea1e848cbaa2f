import { describe, expect, it } from 'vitest';
import { evaluateAnalogies } from '../../../core/evidence/analogy-evaluation.ts';
import { readAnalogies } from '../../../core/evidence/analogy-questions.ts';
import { plainRowScores } from '../../../core/vectors/row-scores.ts';
import { vectorSpace } from '../../../core/vectors/vector-space.ts';
import { rowsOfWords } from '../../../core/opened/test-words.ts';

const space = vectorSpace({
  words: ['king', 'queen', 'man', 'woman', 'Stone'],
  counts: null,
  dimensions: 4,
  values: Float32Array.of(1, 1, 0, 0, 1, 0, 1, 0, 0.1, 1, 0, 0, 0.1, 0, 1, 0, 0, 0, 0, 1),
});
const file =
  ': royal\nman king woman queen\nMAN woman KING queen\n: other\r\nman king woman stone\nman king woman zebra\n';

describe('the evaluation', () => {
  it.each(['add', 'mul'] as const)(
    'counts right answers by section, without regard to case (%s)',
    (method) => {
      const shares: number[] = [];
      const result = evaluateAnalogies(space, plainRowScores(space, false), readAnalogies(file, 'q.txt'), {
        restrict: 100,
        rowOf: rowsOfWords(space.words, 100),
        method,
        onProgress: (share) => shares.push(share),
      });
      expect(result).toEqual({
        correct: 2,
        total: 3,
        // Three questions of which two are right: 0 with 1/27, 1 with 6/27, 3 with 8/27.
        low: 0,
        high: 1,
        baseline: expect.any(Number) as number,
        coverage: 0.75,
        sections: [
          { name: 'royal', correct: 2, total: 2, low: 1, high: 1, baseline: expect.any(Number) as number },
          { name: 'other', correct: 0, total: 1, low: 0, high: 0, baseline: 0 },
        ],
      });
      expect(shares.length).toBeGreaterThan(0);
    },
  );

  it('leaves out words beyond the most frequent', () => {
    const result = evaluateAnalogies(space, plainRowScores(space, false), readAnalogies(file, 'q.txt'), {
      restrict: 4,
      rowOf: rowsOfWords(space.words, 4),
      method: 'add',
    });
    expect(result.coverage).toBe(0.5);
  });

  it.each(['add', 'mul'] as const)('takes answers from the most frequent words alone (%s)', (method) => {
    // The fifth word would be nearest to both.
    const near = vectorSpace({
      words: ['he', 'she', 'duke', 'duchess', 'countess'],
      counts: null,
      dimensions: 3,
      values: Float32Array.of(1, 0, 0.2, 1, 1, 0.2, 0.2, 0, 1, 0.2, 0.3, 1, 0.2, 1, 1),
    });
    const asked = (restrict: number) =>
      evaluateAnalogies(near, plainRowScores(near, false), readAnalogies('he she duke duchess', 'q.txt'), {
        restrict,
        rowOf: rowsOfWords(near.words, restrict),
        method,
      }).correct;
    expect([asked(4), asked(5)]).toEqual([1, 0]);
  });

  it('takes any of the words that are equally right', () => {
    const evaluated = (question: string) => {
      const { correct, total } = evaluateAnalogies(
        space,
        plainRowScores(space, false),
        readAnalogies(question, 'q.txt'),
        { restrict: 100, rowOf: rowsOfWords(space.words, 100), method: 'add' },
      );
      return [correct, total];
    };
    expect(evaluated('man king woman empress/queen')).toEqual([1, 1]);
    expect(evaluated('man monarch/king woman queen')).toEqual([1, 1]);
    expect(evaluated('man king woman empress/tsarina')).toEqual([0, 0]);
  });
});
