import { describe, expect, it } from 'vitest';
import { countTypes } from '../../../core/lines/type-counts.ts';

describe('counts of types', () => {
  it('are occurrences, and documents that they occur in', () => {
    const documents = [[0, 2, 0], [], [2, 3]].map((ids) => Uint32Array.from(ids));
    expect(countTypes(documents, 5)).toEqual({
      tokens: 5,
      counts: Uint32Array.of(2, 0, 2, 1, 0),
      documents: Uint32Array.of(1, 0, 2, 1, 0),
    });
  });

  it('of nothing are nothing', () => {
    expect(countTypes([], 0)).toMatchObject({ tokens: 0 });
  });
});
