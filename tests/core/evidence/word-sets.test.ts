import { describe, expect, it } from 'vitest';
import { toFailure } from '../../../core/contract/errors.ts';
import { messageFor } from '../../../core/contract/messages/message.ts';
import { readWordSets } from '../../../core/evidence/word-sets.ts';

const refused = (text: string) => {
  try {
    readWordSets(text, 'sets.txt');
  } catch (thrown) {
    return toFailure(thrown);
  }
  throw new Error('It was read.');
};

describe('a file of word sets', () => {
  it('has four named sets, divided by commas of any script or by white space, over several lines', () => {
    const text =
      '\uFEFF# flowers and insects\r\nFlowers: aster, sweet pea,\r\n clover\r\nInsects: ant bee\twasp\n\n好: 爱、和平，健康\n坏：恨 ; 战争\n';
    expect(readWordSets(text, 'sets.txt')).toEqual([
      { name: 'Flowers', words: ['aster', 'sweet pea', 'clover'] },
      { name: 'Insects', words: ['ant bee', 'wasp'] },
      { name: '好', words: ['爱', '和平', '健康'] },
      { name: '坏', words: ['恨', '战争'] },
    ]);
    expect(readWordSets('a: b c\nd: e f\ng: h\ni: j', 'sets.txt')[0].words).toEqual(['b', 'c']);
  });

  it.each([
    ['aster, clover\n', 'no-name', 1, undefined],
    ['a: b\n: c\n', 'no-name', 2, undefined],
    ['a: b, c, b\n', 'twice', 1, 'b'],
    ['a: b\nc: d b\n', 'in-two-sets', 2, 'b'],
    ['a: b\nc: d\ne: f\n', 'not-four', undefined, undefined],
    ['', 'not-four', undefined, undefined],
    ['a: b\nc: d\ne: f\n\ng:\n', 'no-words', 5, undefined],
  ])('is refused with the line and what is wrong: %j', (text, reason, line, word) => {
    const failure = refused(text);
    expect(failure).toMatchObject({ code: 'E_WORD_SETS_INVALID', details: { file: 'sets.txt', reason } });
    expect([failure.details['line'], failure.details['word']]).toEqual([line, word]);
    for (const language of ['en', 'zh'] as const)
      expect(messageFor(failure, language)).not.toMatch(/undefined|it does not hold|其中没有词组/u);
  });
});
