import { describe, expect, it } from 'vitest';
import type { TrajectoryAnswer, TrajectoryPoint } from '../../core/contract/change.ts';
import type { FieldRow } from '../../core/contract/corpus.ts';
import { followedRows, pointsOf, rangesOf } from '../../renderer/pages/change/followed.ts';
import { suggestedCuts } from '../../renderer/pages/change/suggested-cuts.ts';

const nothing = { score: null, low: null, high: null, expected: null, p: null, q: null, step: null };
const point = (score: number | null): TrajectoryPoint =>
  score === null
    ? { count: 3, texts: 1, ...nothing }
    : {
        count: 40,
        texts: 9,
        score,
        low: score - 0.1,
        high: score + 0.1,
        expected: 0.2,
        p: 0.01,
        q: 0.02,
        step: 0.3,
      };
const period = (name: string) => ({ name, texts: 10, tokens: 1000, isSmall: true });
const answer: TrajectoryAnswer = {
  by: 'year',
  periods: ['1800–1849', '1850–1899', '1900–1949'].map(period),
  words: [{ word: 'peace', points: [point(null), point(null), point(0.5)] }],
  unknown: [],
};

describe('words that are followed', () => {
  it('have a point where they can be compared, and nothing is drawn in between', () => {
    const [word] = answer.words;
    expect(pointsOf(word!, 'score')).toEqual([{ x: 2, y: 0.5 }]);
    expect(pointsOf(word!, 'expected')).toEqual([{ x: 2, y: 0.2 }]);
    expect(rangesOf(word!)).toEqual([{ x: 2, low: 0.4, high: 0.6 }]);
  });

  it('have a row for every period in the table', () => {
    expect(
      followedRows(answer).map(({ word, period: name, count, score }) => [word, name, count, score]),
    ).toEqual([
      ['peace', '1800–1849', 3, null],
      ['peace', '1850–1899', 3, null],
      ['peace', '1900–1949', 40, 0.5],
    ]);
  });
});

it('suggests four periods of a field with many numbers, and none where every value can be one', () => {
  const field = (values: number, range?: FieldRow['range']): FieldRow => ({
    name: 'year',
    kind: 'number',
    isChosen: false,
    documents: 100,
    values,
    unfit: 0,
    ...(range === undefined ? {} : { range }),
  });
  expect(suggestedCuts(field(90, [1800, 1899]))).toBe('1825 1850 1875');
  expect(suggestedCuts(field(90, ['1800-05-01', '1899-12-31']))).toBe('1825 1850 1875');
  expect(suggestedCuts(field(5, [1800, 1899]))).toBe('');
  expect(suggestedCuts(field(90))).toBe('');
  expect(suggestedCuts(undefined)).toBe('');
});
