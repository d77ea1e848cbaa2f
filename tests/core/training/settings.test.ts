import { describe, expect, it } from 'vitest';
import { defaultSettings } from '../../../core/contract/settings/training.ts';
import { completeSettings, runIdentity } from '../../../core/training/settings.ts';

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

  it('take one thread when the result is to be reproducible', () => {
    expect(completeSettings({ workers: 4 }).workers).toBe(1);
    expect(completeSettings({ workers: 4, mode: 'fast' }).workers).toBe(4);
  });

  it('name a run by settings and corpus, in whatever order they were given', () => {
    const name = runIdentity(completeSettings({ window: 3, epochs: 2 }), 'abc');
    expect(runIdentity(completeSettings({ epochs: 2, window: 3 }), 'abc')).toBe(name);
    expect(runIdentity(completeSettings({ epochs: 3, window: 3 }), 'abc')).not.toBe(name);
    expect(runIdentity(completeSettings({ window: 3, epochs: 2 }), 'abd')).not.toBe(name);
  });
});
