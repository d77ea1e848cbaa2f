import { describe, expect, it } from 'vitest';
import { defaultTokenSettings } from '../../../core/contract/cutting.ts';
import { commandLineEnvironment } from '../../../core/cli/environment.ts';
import { previewTokens } from '../../../core/corpus/preview-tokens.ts';

const places = commandLineEnvironment();

describe('A preview of tokens', () => {
  it('shows each token with its place, and what is left out', () => {
    const text = 'The whale, the Whale! (1851)';
    const { tokens, dropped } = previewTokens(text, 'en', defaultTokenSettings, places);
    expect(tokens.map(({ form }) => form)).toEqual(['the', 'whale', 'the', 'whale', '1851']);
    expect(tokens.map(({ start, length }) => text.slice(start, start + length))).toEqual([
      'The',
      'whale',
      'the',
      'Whale',
      '1851',
    ]);
    expect(dropped).toEqual([',', '!', '(', ')']);
  });

  it('detects the language when asked', () => {
    const { tokens } = previewTokens(
      'L’homme que nous avons vu est parti avec elle.',
      'auto',
      defaultTokenSettings,
      places,
    );
    expect(tokens[0]!.form).toBe("l'");
  });

  it('says where sentences start, as they do in the corpus', () => {
    const { sentenceStarts } = previewTokens(
      'He left. She stayed on! Why?',
      'en',
      defaultTokenSettings,
      places,
    );
    expect(sentenceStarts).toEqual([0, 2, 5]);
  });

  it('lists dropped numbers', () => {
    const settings = { ...defaultTokenSettings, numbers: 'drop' } as const;
    expect(previewTokens('in 1851 and 3.14', 'en', settings, places).dropped).toEqual(['1851', '3.14']);
  });

  it('is empty for an empty text', () => {
    expect(previewTokens('', 'auto', defaultTokenSettings, places)).toEqual({
      tokens: [],
      sentenceStarts: [],
      dropped: [],
    });
  });
});
