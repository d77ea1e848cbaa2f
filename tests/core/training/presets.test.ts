import { describe, expect, it } from 'vitest';
import { presetFor } from '../../../core/training/presets.ts';

describe('the preset', () => {
  it.each([
    [5_000, 'tiny', { dimensions: 50, minCount: 2, negative: 10, epochs: 60 }],
    [
      59_000,
      'small',
      { dimensions: 100, minCount: 3, window: 10, negative: 10, subsample: 1e-4, epochs: 60 },
    ],
    [
      490_000,
      'medium',
      { dimensions: 100, minCount: 5, window: 10, negative: 10, subsample: 1e-4, epochs: 40 },
    ],
    [1_000_000, 'medium', { dimensions: 100, minCount: 5, window: 10, negative: 10, epochs: 40 }],
    [2_000_000, 'large', { dimensions: 100, minCount: 5, negative: 5, epochs: 5 }],
    [17_000_000, 'huge', { dimensions: 200, minCount: 10, negative: 5, epochs: 5 }],
  ] as const)('follows the size of the corpus: %d tokens', (tokens, reason, settings) => {
    const preset = presetFor(tokens);
    expect(preset.reason).toBe(reason);
    expect(preset.settings).toMatchObject({ ...settings, architecture: 'skip-gram', mode: 'reproducible' });
    expect(preset.warnings).toEqual(tokens < 20_000 ? ['too-small-for-vectors'] : []);
  });
});
