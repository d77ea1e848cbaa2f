import { describe, expect, it } from 'vitest';
import { defaultSequenceSettings } from '../../../core/contract/settings/sequence.ts';
import { completeSequenceSettings } from '../../../core/sequence/settings.ts';

const parent = { name: 'vectors', dimensions: 50 };

describe('settings of a recurrent model', () => {
  it('learn the inputs where there are no word vectors, and take them where there are', () => {
    expect(completeSequenceSettings({}, null)).toEqual(defaultSequenceSettings);
    expect(completeSequenceSettings({}, parent)).toMatchObject({
      embeddings: 'frozen',
      parent: 'vectors',
      dimensions: 50,
    });
    expect(completeSequenceSettings({ embeddings: 'learned', dimensions: 30 }, parent)).toMatchObject({
      parent: '',
      dimensions: 30,
    });
  });

  it('give each cell and stochastic gradient descent a rate of its own', () => {
    const rateOf = (cell: 'rnn' | 'lstm') => completeSequenceSettings({ cell }, null).rate;
    expect(rateOf('lstm')).toBeGreaterThan(rateOf('rnn'));
    expect(completeSequenceSettings({ optimiser: 'sgd' }, null).rate).toBeGreaterThan(0.1);
    expect(completeSequenceSettings({ optimiser: 'sgd', rate: 0.01 }, null).rate).toBe(0.01);
  });

  it('are refused when the parent is not there', () => {
    expect(() => completeSequenceSettings({ embeddings: 'tuned' }, null)).toThrow(
      expect.objectContaining({ code: 'E_PARENT_MISSING' }),
    );
    expect(() => completeSequenceSettings({ parent: 'gone' }, null)).toThrow(
      expect.objectContaining({ code: 'E_PARENT_MISSING', details: { model: 'gone' } }),
    );
  });

  it.each([
    ['layers', 3],
    ['hidden', 7],
    ['hidden', 1025],
    ['dimensions', 1],
    ['epochs', 0],
    ['batch', 129],
    ['batch', 1.5],
    ['steps', 1],
    ['rate', Number.NaN],
    ['momentum', 1],
    ['clip', 0],
    ['dropout', 0.95],
    ['heldOut', 0.6],
    ['heldOut', 0],
    ['seed', -1],
    ['minCount', 0],
  ] as const)('refuse %s = %d and say what is allowed', (setting, value) => {
    expect(() => completeSequenceSettings({ [setting]: value }, null)).toThrow(
      expect.objectContaining({
        code: 'E_SETTING_INVALID',
        details: expect.objectContaining({ setting, allowed: expect.any(String) as string }) as object,
      }),
    );
  });

  it('heed the number of samples only where the output is sampled', () => {
    expect(completeSequenceSettings({ samples: 1 }, null).samples).toBe(1);
    expect(() => completeSequenceSettings({ samples: 1, output: 'sampled-softmax' }, null)).toThrow(
      expect.objectContaining({ code: 'E_SETTING_INVALID' }),
    );
  });
});
