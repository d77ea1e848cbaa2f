import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { changeMethods, type ChangeAnswer } from '../change.ts';
import { conditions, count, optional, required, words } from '../fields.ts';

export const changeCalls = {
  'change.words': call({
    says: 'Words that are used otherwise in some texts than in others',
    input: v.strictObject({
      from: required(conditions, 'the texts of one period'),
      to: required(conditions, 'the texts of the other'),
      method: optional(
        v.picklist(changeMethods),
        'one matrix in which words carry their period and contexts are shared',
        'temporal-referencing',
      ),
      window: optional(v.pipe(count, v.minValue(1), v.maxValue(50)), 'words to each side', 5),
      minCount: optional(v.pipe(count, v.minValue(1)), 'only words that occur so often in each period', 20),
      permutations: optional(
        v.pipe(count, v.minValue(20), v.maxValue(10_000)),
        'random divisions of the texts that the real one is held against',
        200,
      ),
      seed: optional(v.pipe(count, v.maxValue(2 ** 32 - 1)), 'draws the divisions', 1),
      words: optional(words, 'only these words are listed; all are tested'),
      top: optional(count, 'words at most', 100),
    }),
    output: answer<ChangeAnswer>(),
    command: { words: ['change'], options: { minCount: 'min-occurrences' } },
  }),
};
