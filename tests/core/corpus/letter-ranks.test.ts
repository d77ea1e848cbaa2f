import { describe, expect, it } from 'vitest';
import { letterRanks } from '../../../core/corpus/letter-ranks.ts';
import { encodingNamed } from '../../../core/corpus/text-decoder.ts';
import { encodeAs } from './encode-as.ts';

describe('letterRanks', () => {
  it('names encodings by the names that decoders have, the first of which writes most of the letters', () => {
    for (const { encodings, letters } of letterRanks) {
      expect(encodings.map((name) => encodingNamed(name))).toEqual(encodings);
      const unwritten = Array.from(letters).filter((letter) => {
        try {
          return encodeAs(letter, encodings[0]!).length === 0;
        } catch {
          return true;
        }
      });
      expect(unwritten.length).toBeLessThan(letters.length / 10);
    }
  });
});
