import { describe, expect, it } from 'vitest';
import { kept, memoOf } from '../../../core/opened/memo.ts';

function memoAt() {
  let revision = 1;
  const memo = memoOf(() => revision);
  return { memo, change: () => (revision += 1) };
}

describe('a memo', () => {
  it('makes a value once for each key, until the project changes', () => {
    const { memo, change } = memoAt();
    const counts = kept<{ of: string }>({ most: 5 });
    const first = memo.remember(counts, 'a', () => ({ of: 'a' }));
    expect(memo.remember(counts, 'a', () => ({ of: 'again' }))).toBe(first);
    expect(memo.remember(counts, 'b', () => ({ of: 'b' })).of).toBe('b');
    change();
    expect(memo.recall(counts, 'a')).toBeUndefined();
    expect(memo.remember(counts, 'a', () => ({ of: 'new' })).of).toBe('new');
  });

  it('keeps apart what two kinds have under the same key', () => {
    const { memo } = memoAt();
    const [one, other] = [kept<{ n: number }>(), kept<{ n: number }>()];
    memo.remember(one, 1, () => ({ n: 1 }));
    expect(memo.remember(other, 1, () => ({ n: 2 })).n).toBe(2);
    expect(memo.recall(one, 1)?.n).toBe(1);
  });

  it('gives up what was asked for longest ago', () => {
    const { memo } = memoAt();
    const two = kept<{ key: string }>({ most: 2 });
    for (const key of ['a', 'b', 'a', 'c']) memo.remember(two, key, () => ({ key }));
    expect(['a', 'b', 'c'].filter((key) => memo.recall(two, key) !== undefined)).toEqual(['a', 'c']);
  });

  it('keeps through a change what says itself what it is of, until it is told to forget it', () => {
    const { memo, change } = memoAt();
    const matrices = kept<{ id: number }>({ outlives: true });
    const matrix = memo.remember(matrices, 7, () => ({ id: 7 }));
    change();
    expect(memo.recall(matrices, 7)).toBe(matrix);
    memo.forget(matrices, 7);
    expect(memo.recall(matrices, 7)).toBeUndefined();
  });

  it('keeps what is made on the way to something else', () => {
    const { memo } = memoAt();
    const types = kept<{ n: number }>();
    const made: string[] = [];
    const typesOf = () =>
      memo.remember(types, 'all', () => {
        made.push('types');
        return { n: 3 };
      });
    const sums = kept<{ n: number }>();
    const sum = () => memo.remember(sums, 'all', () => ({ n: typesOf().n + 1 }));
    expect([sum().n, sum().n, typesOf().n]).toEqual([4, 4, 3]);
    expect(made).toEqual(['types']);
  });

  it('keeps nothing of what failed', () => {
    const { memo } = memoAt();
    const any = kept<{ n: number }>();
    expect(() =>
      memo.remember(any, 1, () => {
        throw new RangeError('not yet');
      }),
    ).toThrow('not yet');
    expect(memo.remember(any, 1, () => ({ n: 1 })).n).toBe(1);
  });
});
