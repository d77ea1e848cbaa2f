import { describe, expect, it } from 'vitest';
import { longestToken } from '../../../../core/corpus/tokenize/scanner.ts';
import { tokensOf } from './tokens-of.ts';

describe('A run without any break', () => {
  const run = 'x'.repeat(5 * longestToken);
  const lengths = Array.from({ length: 5 }, () => longestToken);

  it('is cut, so that a damaged file cannot fill the memory', () => {
    for (const method of ['spaced', 'characters'] as const)
      expect(tokensOf(run, { method }).raw.map((raw) => raw.length)).toEqual(lengths);
    const spaced = tokensOf(run, { settings: { method: 'spaced' } });
    expect(spaced.raw.map((raw) => raw.length)).toEqual(lengths);
  });

  it('is not cut inside a pair', () => {
    const pairs = `x${'𐌰'.repeat(longestToken)}`;
    for (const settings of [{}, { method: 'spaced' } as const])
      for (const raw of tokensOf(pairs, { settings }).raw) expect(raw.isWellFormed()).toBe(true);
  });
});
