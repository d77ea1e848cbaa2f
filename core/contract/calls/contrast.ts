import * as v from 'valibot';
import { answer, call } from '../call.ts';
import type { AssociationAnswer, AxisAnswer, ModelsContrast } from '../contrast.ts';
import { count, file, name, ofModel, optional, ranked, required, word, words } from '../fields.ts';

const someWords = v.pipe(words, v.minLength(1), v.maxLength(1000));

export const contrastCalls = {
  'contrast.models': call({
    says: 'The neighbours of a word in two models, side by side',
    input: v.strictObject({
      word: required(word, 'the word'),
      models: required(v.pipe(v.array(name), v.length(2)), 'names of the two models'),
      ...ranked,
    }),
    output: answer<ModelsContrast>(),
    command: { words: ['compare'], positional: ['word'], options: { minCount: 'min-occurrences' } },
  }),
  'contrast.axis': call({
    says: 'Where words lie between two poles (SemAxis)',
    input: v.strictObject({
      positive: required(someWords, 'words of the positive pole'),
      negative: required(someWords, 'words of the negative pole'),
      neighbours: optional(
        v.pipe(count, v.maxValue(100)),
        'near words of each pole word that widen its pole',
        3,
      ),
      words: optional(someWords, 'only these words; without it those nearest to the poles'),
      ...ofModel,
      top: optional(count, 'words at most from each end', 10),
      minCount: ranked.minCount,
    }),
    output: answer<AxisAnswer>(),
    command: { words: ['axis'], options: { minCount: 'min-occurrences' } },
  }),
  'contrast.association': call({
    says: 'Whether two sets of words differ in what they have with two others (WEAT)',
    input: v.strictObject({
      file: required(file, 'four lines `name: word, word`: two sets of targets, two of attributes'),
      seed: optional(
        v.pipe(count, v.maxValue(2 ** 32 - 1)),
        'draws divisions of the targets where there are too many',
        1,
      ),
      ...ofModel,
    }),
    output: answer<AssociationAnswer>(),
    command: { words: ['association'], positional: ['file'] },
  }),
};
