import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { defaultSettings, type TrainingSettings } from '../../../core/contract/settings/training.ts';
import { completeSettings, inStretches, runIdentity, stretchesFor } from '../../../core/training/settings.ts';

describe('training settings', () => {
  it('are word2vec’s own where nothing is chosen', () => {
    expect(completeSettings({})).toEqual(defaultSettings);
    expect(completeSettings({ architecture: 'cbow' })).toMatchObject({ rate: 0.05 });
    expect(completeSettings({ architecture: 'cbow' }).minRate).toBeCloseTo(0.05e-4, 12);
  });

  it('refuse no negative samples with a reason of their own', () => {
    expect(() => completeSettings({ negative: 0 })).toThrow(
      expect.objectContaining({ code: 'E_NEGATIVE_ZERO' }),
    );
    expect(completeSettings({ negative: 0, output: 'full-softmax' }).negative).toBe(0);
    expect(completeSettings({ negative: 0, architecture: 'count', output: 'full-softmax' }).negative).toBe(0);
  });

  it.each([
    ['window', 51],
    ['window', 0],
    ['window', 2.5],
    ['negative', 51],
    ['dimensions', 1],
    ['dimensions', 1001],
    ['epochs', 0],
    ['rate', Number.NaN],
    ['rate', 0],
    ['subsample', -1],
    ['seed', -1],
    ['workers', 0],
    ['minRate', 1],
  ] as const)('refuse %s = %d and say what is allowed', (setting, value) => {
    expect(() => completeSettings({ [setting]: value })).toThrow(
      expect.objectContaining({
        code: 'E_SETTING_INVALID',
        details: expect.objectContaining({ setting, allowed: expect.any(String) as string }) as object,
      }),
    );
  });

  it('name the same run with any number of threads, but in fast mode, where threads change the bytes', () => {
    const name = (chosen: Partial<TrainingSettings>) => runIdentity(completeSettings(chosen), 'abc');
    expect(name({ workers: 4 })).toBe(name({ workers: 1 }));
    expect(name({ stretches: 8 })).not.toBe(name({ stretches: 1 }));
    expect(name({ workers: 4, mode: 'fast' })).not.toBe(name({ workers: 1, mode: 'fast' }));
  });

  it('name a run of before there were stretches as it was named then', () => {
    const { stretches, ...written } = completeSettings({ window: 3 });
    expect(stretches).toBe(1);
    const named = Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1));
    const then = createHash('sha256')
      .update(JSON.stringify([named, 'abc']))
      .digest('hex');
    expect(runIdentity(written, 'abc')).toBe(then);
  });

  it('take eight stretches where there are texts and words enough, whatever the computer has', () => {
    const chosen = { architecture: 'skip-gram', output: 'negative-sampling', dimensions: 100 } as const;
    expect(stretchesFor(100_000, 5000, chosen)).toBe(1);
    expect(stretchesFor(4_000_000, 30_000, chosen)).toBe(8);
    expect(stretchesFor(4_000_000, 17, chosen)).toBe(1);
    expect(stretchesFor(4_000_000, 30_000, { ...chosen, architecture: 'cbow' })).toBe(1);
    expect(stretchesFor(4_000_000, 300_000, { ...chosen, output: 'full-softmax' })).toBe(1);
    const vocabulary = { words: Array.from({ length: 30_000 }, String), keptTokens: 4_000_000 };
    expect(inStretches({}, completeSettings({}), vocabulary).stretches).toBe(8);
    expect(inStretches({ stretches: 1 }, completeSettings({ stretches: 1 }), vocabulary).stretches).toBe(1);
  });

  it('name a run by settings and corpus, in whatever order they were given', () => {
    const name = runIdentity(completeSettings({ window: 3, epochs: 2 }), 'abc');
    expect(runIdentity(completeSettings({ epochs: 2, window: 3 }), 'abc')).toBe(name);
    expect(runIdentity(completeSettings({ epochs: 3, window: 3 }), 'abc')).not.toBe(name);
    expect(runIdentity(completeSettings({ window: 3, epochs: 2 }), 'abd')).not.toBe(name);
  });
});
