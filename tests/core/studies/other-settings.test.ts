import { describe, expect, it } from 'vitest';
import { otherSettings } from '../../../core/studies/other-settings.ts';
import { completeSettings } from '../../../core/training/settings.ts';

const differences = (chosen: Parameters<typeof completeSettings>[0]) => {
  const settings = completeSettings(chosen);
  return otherSettings(settings).map((one) =>
    Object.entries(one).filter(([name, value]) => settings[name as keyof typeof settings] !== value),
  );
};

describe('other settings', () => {
  it('change one thing at a time, as far as is usual', () => {
    expect(differences({ window: 5, epochs: 5, negative: 5, subsample: 1e-3 })).toEqual([
      [['window', 3]],
      [['window', 10]],
      [['dynamicWindow', false]],
      [['noiseExponent', 1]],
      [['epochs', 3]],
      [['epochs', 10]],
      [['subsample', 0.01]],
      [['subsample', 1e-4]],
      [['negative', 3]],
      [['negative', 10]],
      expect.arrayContaining([
        ['architecture', 'cbow'],
        ['rate', 0.05],
      ]),
      [['architecture', 'count']],
    ]);
  });

  it('of a count model change nothing that it does not heed, and none is the model itself', () => {
    const names = differences({ architecture: 'count', window: 1 }).map((one) => one[0]![0]);
    expect(names).toEqual(['window', 'dynamicWindow', 'noiseExponent', 'architecture', 'architecture']);
  });

  it('of hierarchical softmax leave the negatives alone', () => {
    const all = differences({ output: 'hierarchical-softmax' }).flat();
    expect(all.filter(([name]) => name === 'negative')).toEqual([]);
  });

  it('keep words and dimensions', () => {
    for (const one of otherSettings(completeSettings({ dimensions: 37, minCount: 9 })))
      expect(one).toMatchObject({ dimensions: 37, minCount: 9 });
  });
});
