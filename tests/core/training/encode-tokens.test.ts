import { describe, expect, it } from 'vitest';
import { encodeTokens, lastOfDocument } from '../../../core/training/encode-tokens.ts';

const rowOfType = Int32Array.of(2, -1, 0, 1);
const piece = (ids: number[], last = true) => ({ ids: Uint32Array.from(ids), lastOfDocument: last });

describe('encoded tokens', () => {
  it('are rows, without the words that have none, marked where documents end', () => {
    const target = new Uint32Array(5);
    encodeTokens(
      [piece([0, 1], false), piece([2, 1]), piece([1]), piece([3]), piece([0, 0, 1])],
      rowOfType,
      target,
    );
    expect([...target]).toEqual([2, 0 + lastOfDocument, 1 + lastOfDocument, 2, 2 + lastOfDocument]);
  });

  it('must be as many as were counted', () => {
    expect(() => encodeTokens([piece([0])], rowOfType, new Uint32Array(2))).toThrow(RangeError);
  });
});
