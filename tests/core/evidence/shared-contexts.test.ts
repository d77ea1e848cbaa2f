import { describe, expect, it } from 'vitest';
import { sharedContexts } from '../../../core/evidence/shared-contexts.ts';
import { countPairs, positiveInformation } from '../../../core/training/count-model.ts';
import { encodeTokens } from '../../../core/training/encode-tokens.ts';
import { measureOf } from '../../../core/vectors/measures.ts';
import { seeded } from '../../fixtures/small-language.ts';

/** Three texts of types 0 … 11, of which the model has all but 9, 10 and 11. */
function someTexts() {
  const random = seeded(5);
  const sizes = [200, 1, 350];
  const ids = Uint32Array.from({ length: 551 }, () => Math.floor(12 * random() * random()));
  const starts = [0, 200, 201, 551];
  const rowOfType = Int32Array.from({ length: 12 }, (_, type) => (type < 9 ? (type * 2) % 9 : -1));
  return { ids, rowOfType, stretches: sizes.map((_, at) => [starts[at]!, starts[at + 1]!] as const) };
}

describe.each([
  [5, true, 0.75],
  [2, false, 1],
])('contexts within %d words, dynamic %s, exponent %d', (window, dynamicWindow, exponent) => {
  const { ids, rowOfType, stretches } = someTexts();
  const words = 9;
  const found = sharedContexts(ids, stretches, {
    rowOfType,
    words,
    pair: [0, 4],
    window,
    dynamicWindow,
    exponent,
  });
  const pieces = stretches.map(([from, to]) => ({ ids: ids.subarray(from, to), lastOfDocument: true }));
  const tokens = new Uint32Array(ids.filter((type) => rowOfType[type]! >= 0).length);
  encodeTokens(pieces, rowOfType, tokens);

  it('have the weights that the count model gives them', () => {
    const matrix = positiveInformation(countPairs(tokens, words, { window, dynamicWindow }), exponent);
    const rowOf = (word: number) => {
      const row = new Float64Array(words);
      for (let at = matrix.offsets[word]!; at < matrix.offsets[word + 1]!; at += 1)
        row[matrix.columns[at]!] = matrix.values[at]!;
      return row;
    };
    for (const [side, word] of [
      [found.first, 0],
      [found.second, 4],
    ] as const)
      rowOf(word).forEach((weight, context) => expect(side.weights[context]).toBeCloseTo(weight, 5));
    expect(found.cosine).toBeCloseTo(measureOf.cosine(rowOf(0), rowOf(4)), 5);
    expect(found.shares.reduce((sum, one) => sum + one, 0)).toBeCloseTo(found.cosine, 12);
  });

  it('are counted once for each pair of places, in the texts where they stand', () => {
    const together = new Uint32Array(words);
    const texts = Array.from({ length: words }, () => new Set<number>());
    const unseen = new Map<number, number>();
    stretches.forEach(([from, to], text) => {
      const places = Array.from({ length: to - from }, (_, at) => from + at);
      const known = places.filter((at) => rowOfType[ids[at]!]! >= 0);
      for (const [at, place] of known.entries()) {
        if (rowOfType[ids[place]!] !== 0) continue;
        for (const [other, near] of known.entries()) {
          if (other === at || Math.abs(other - at) > window) continue;
          const context = rowOfType[ids[near]!]!;
          together[context] = together[context]! + 1;
          texts[context]!.add(text);
        }
        for (const near of places)
          if (Math.abs(near - place) <= window && rowOfType[ids[near]!]! < 0)
            unseen.set(ids[near]!, (unseen.get(ids[near]!) ?? 0) + 1);
      }
    });
    expect(found.first.together).toEqual(together);
    expect([...found.first.texts]).toEqual(texts.map(({ size }) => size));
    expect(new Map(found.unseen[0])).toEqual(unseen);
    const has = (type: number) => stretches.map(([from, to]) => ids.subarray(from, to).includes(type));
    const [first, second] = [has(rowOfType.indexOf(0)), has(rowOfType.indexOf(4))];
    expect([found.first.range, found.second.range]).toEqual(
      [first, second].map((one) => one.filter(Boolean).length),
    );
    expect(found.bothTexts).toBe(first.filter((one, at) => one && second[at]).length);
  });

  it('name a place of the word that has the context by it', () => {
    found.second.places.forEach((place, context) => {
      if (place === -1) {
        expect(found.second.together[context]).toBe(0);
        return;
      }
      expect(rowOfType[ids[place]!]).toBe(4);
    });
  });
});
