import { describe, expect, it } from 'vitest';
import { sequencePresetFor } from '../../../core/sequence/presets.ts';
import { completeSequenceSettings } from '../../../core/sequence/settings.ts';

const parent = { name: 'vectors', dimensions: 100 };

describe('presets of recurrent models', () => {
  it.each([
    [5000, 'tiny'],
    [100_000, 'small'],
    [1_800_000, 'medium'],
    [20_000_000, 'large'],
  ] as const)('of %d tokens are those of a %s corpus and complete', (tokens, reason) => {
    for (const cell of ['rnn', 'lstm'] as const) {
      const preset = sequencePresetFor(tokens, cell, parent);
      expect(preset.reason).toBe(reason);
      expect(preset.settings).toEqual(completeSequenceSettings(preset.settings, parent));
      expect(preset.settings).toMatchObject({ cell, parent: 'vectors', dimensions: 100 });
    }
  });

  it('warn of corpora that are too small and of missing word vectors', () => {
    expect(sequencePresetFor(19_999, 'lstm', null).warnings).toEqual([
      'too-small-for-sequence',
      'no-word-vectors',
    ]);
    expect(sequencePresetFor(20_000, 'lstm', parent).warnings).toEqual([]);
    expect(sequencePresetFor(20_000, 'rnn', null).settings).toMatchObject({
      embeddings: 'learned',
      parent: '',
    });
  });
});
