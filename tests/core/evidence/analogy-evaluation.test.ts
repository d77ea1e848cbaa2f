import { describe, expect, it } from 'vitest';
import { evaluateAnalogies, readAnalogies } from '../../../core/evidence/analogy-evaluation.ts';
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

describe('an analogy file', () => {
  it('is read by sections', () => {
    const questions = readAnalogies(file, 'q.txt');
    expect(questions).toHaveLength(4);
    expect(questions[2]).toEqual({ section: 'other', words: ['man', 'king', 'woman', 'stone'] });
  });

  it('is refused with the line that is no question', () => {
    expect(() => readAnalogies(': a\na b c\n', 'q.txt')).toThrow(
      expect.objectContaining({
        code: 'E_EVALUATION_INVALID',
        details: { file: 'q.txt', line: 2, reason: 'not four words' },
      }),
    );
    expect(() => readAnalogies('\n', 'q.txt')).toThrow(
      expect.objectContaining({ code: 'E_EVALUATION_INVALID' }),
    );
  });
});

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
        coverage: 0.75,
        sections: [
          { name: 'royal', correct: 2, total: 2 },
          { name: 'other', correct: 0, total: 1 },
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
});
