import type { SequencePresetReason, SequencePresetWarning } from '../contract/sequence.ts';
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

/** The same of recurrent models. */
export const sequenceSentences: Readonly<Record<SequencePresetReason, string>> = {
  tiny: 'Very few: a small network and many passes, for looking at how it works.',
  small: 'Few: a small network, much dropout, many passes.',
  medium: 'Enough for a network of 128 units to beat models that only count.',
  large: 'Many: 256 units, few passes, little dropout.',
};

export const sequenceWarnings: Readonly<Record<SequencePresetWarning, string>> = {
  'too-small-for-sequence':
    'In so small a corpus, models that only count predict as well as a network; compare the perplexities.',
  'no-word-vectors': 'There are no word vectors yet: the inputs are learned from scratch.',
  'vectors-of-other-texts':
    'The word vectors were trained on other texts than these, and carry what they learned there into the network.',
};
