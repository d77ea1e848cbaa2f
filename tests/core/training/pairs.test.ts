import { describe, expect, it } from 'vitest';
import { trainingPairs } from '../../../core/training/pairs.ts';
import { completeSettings } from '../../../core/training/settings.ts';

const words = ['the', 'cat', 'sat', 'on', 'mat', 'dog', 'ran', 'far'];
const vocabulary = {
  words,
  counts: Uint32Array.of(500, 50, 40, 30, 20, 10, 10, 10),
  totalTokens: 670,
  rowOf: (word: string) => words.indexOf(word),
};
const sentence = ['the', 'cat', 'sat', 'on', 'the', 'zebra', 'mat'];
const shown = (pairs: readonly { input: string; output: string; label: number }[]) =>
  pairs.filter(({ label }) => label === 1).map(({ input, output }) => `${input}→${output}`);

describe('the pairs of a sentence', () => {
  it('are every known context word with every centre, within a fixed window', () => {
    const settings = completeSettings({ window: 1, dynamicWindow: false, subsample: 0, negative: 3 });
    const { tokens, pairs } = trainingPairs(sentence, vocabulary, settings);
    // The unknown word is gone before the windows are laid: its neighbours stand side by side.
    expect(shown(pairs)).toEqual([
      ...['cat→the', 'the→cat', 'sat→cat', 'cat→sat', 'on→sat'],
      ...['sat→on', 'the→on', 'on→the', 'mat→the', 'the→mat'],
    ]);
    expect(pairs).toHaveLength(10 * 4);
    expect(tokens.map(({ known }) => known)).toEqual([true, true, true, true, true, false, true]);
    for (const { output, label, position } of pairs)
      if (label === 0) expect(output).not.toBe(sentence[position]);
  });

  it('strike out frequent words by chance, the same ones for the same seed', () => {
    const settings = completeSettings({ subsample: 0.05, seed: 5 });
    const first = trainingPairs(sentence, vocabulary, settings);
    expect(first.tokens.some(({ subsampled }) => subsampled)).toBe(true);
    expect(trainingPairs(sentence, vocabulary, settings)).toEqual(first);
    expect(trainingPairs(sentence, vocabulary, { ...settings, seed: 6 })).not.toEqual(first);
    const out = new Set(first.tokens.flatMap(({ subsampled }, at) => (subsampled ? [at] : [])));
    for (const { position } of first.pairs) expect(out.has(position)).toBe(false);
  });

  it('have no negatives where the output layer needs none', () => {
    const settings = completeSettings({ output: 'hierarchical-softmax', subsample: 0 });
    expect(trainingPairs(sentence, vocabulary, settings).pairs.every(({ label }) => label === 1)).toBe(true);
  });

  it('are none where no word is known', () => {
    expect(trainingPairs(['x', 'y'], vocabulary, completeSettings({})).pairs).toEqual([]);
  });
});
