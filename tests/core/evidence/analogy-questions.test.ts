import { describe, expect, it } from 'vitest';
import { readAnalogies } from '../../../core/evidence/analogy-questions.ts';

const refused = (text: string, details: object) =>
  expect(() => readAnalogies(text, 'q.txt')).toThrow(
    expect.objectContaining({ code: 'E_EVALUATION_INVALID', details: { file: 'q.txt', ...details } }),
  );

describe('an analogy file', () => {
  it('is read by sections', () => {
    const questions = readAnalogies(
      ': royal\nman king woman queen\nMAN woman KING queen\n: other\r\nman king woman stone\n',
      'q.txt',
    );
    expect(questions).toHaveLength(3);
    expect(questions[2]).toEqual({ section: 'other', words: ['man', 'king', 'woman', 'stone'] });
  });

  it.each([
    ['notes behind a section and a question', ': one # of two\nsu buz ateş kül # why\n'],
    ['notes and sections that are moved in', '# made here\n  : one \nsu buz ateş kül\n # and so on\n'],
    ['tabs', ': one\nsu\tbuz\tateş\tkül'],
    ['commas', ': one\nsu,buz,ateş,kül'],
  ])('is read with %s', (_, text) => {
    expect(readAnalogies(text, 'q.txt')).toEqual([{ section: 'one', words: ['su', 'buz', 'ateş', 'kül'] }]);
  });

  it('of pairs asks each with each', () => {
    const questions = readAnalogies('cat\tkitten\ndog\tpuppy/pup\ncow\tcalf\n', 'q.txt');
    expect(questions.map(({ words }) => words.join(' '))).toEqual([
      'cat kitten dog puppy/pup',
      'cat kitten cow calf',
      'dog puppy/pup cat kitten',
      'dog puppy/pup cow calf',
      'cow calf cat kitten',
      'cow calf dog puppy/pup',
    ]);
  });

  it('is refused with the line that is no question', () => {
    refused(': a\na b c\n', { line: 2, reason: 'not four words' });
    refused('a b c d\na b c d why\n', { line: 2, reason: 'not four words' });
    refused('a b\na b c d\n', { line: 2, reason: 'not two words' });
    refused('\n', { reason: 'no questions' });
    refused(': a\n', { reason: 'no questions' });
  });
});
