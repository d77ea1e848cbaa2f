import { describe, expect, it } from 'vitest';
import { bestProfile, prepareProfiles } from '../../../core/corpus/profile-scores.ts';

const profiles = prepareProfiles({
  aa: { words: 'the of and', letters: 'é' },
  bb: { words: 'de of en' },
  constructor: { words: 'toString valueOf' },
});

describe('The best profile', () => {
  it('is that with most of the words of the text', () => {
    expect(bestProfile('the house and the garden', profiles).language).toBe('aa');
    expect(bestProfile('de tuin en de kat', profiles).language).toBe('bb');
  });

  it('shares out what several languages have', () => {
    expect(bestProfile('of of of of', profiles).confidence).toBe(0);
  });

  it('listens to rare letters', () => {
    expect(bestProfile('été fini là', profiles).language).toBe('aa');
  });

  it('is none where no word is known', () => {
    expect(bestProfile('xyzzy plugh', profiles)).toEqual({ language: 'und', confidence: 0 });
    expect(bestProfile('', profiles)).toEqual({ language: 'und', confidence: 0 });
  });

  it('is surer of more words', () => {
    const once = bestProfile('the house', profiles);
    const often = bestProfile('the house '.repeat(20), profiles);
    expect(often.confidence).toBeGreaterThan(once.confidence);
    expect(often.confidence).toBeLessThanOrEqual(1);
  });
});
