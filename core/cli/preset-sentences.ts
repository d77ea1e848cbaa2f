import type { PresetReason, PresetWarning } from '../contract/training.ts';

/** Why a preset is as it is. */
export const presetSentences: Readonly<Record<PresetReason, string>> = {
  tiny: 'Very few: rough vectors at best, from sixty passes and every word that occurs twice.',
  small: 'Few: skip-gram with many passes; with fewer, every word would look like every other.',
  medium: 'Under a million: skip-gram with ten negatives and passes enough to read ten million words.',
  large: 'One to five million: word2vec’s usual settings, with passes to match.',
  huge: 'More than five million: 200 dimensions, and only words seen ten times or more.',
};

export const presetWarnings: Readonly<Record<PresetWarning, string>> = {
  'too-small-for-vectors':
    'In so small a corpus, lines, collocates or the count model tell more than trained vectors.',
};
