import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { changeMethods, type ChangeAnswer, type ChangeCost, type TrajectoryAnswer } from '../change.ts';
import { conditions, count, name, optional, required, words } from '../fields.ts';

const window = optional(v.pipe(count, v.minValue(1), v.maxValue(50)), 'words to each side', 5);
const permutations = optional(
  v.pipe(count, v.minValue(20), v.maxValue(10_000)),
  'random divisions of the texts that the real one is held against',
  200,
);
const seed = optional(v.pipe(count, v.maxValue(2 ** 32 - 1)), 'draws the divisions', 1);

const compared = {
  from: required(conditions, 'the texts of one period'),
  to: required(conditions, 'the texts of the other'),
  method: optional(
    v.picklist(changeMethods),
    'one matrix in which words carry their period and contexts are shared; or a count model of each period: `procrustes` turns the second onto the first, `overlap` compares nearest words, `lnd` the cosines with them',
    'temporal-referencing',
  ),
  window,
  minCount: optional(v.pipe(count, v.minValue(1)), 'only words that occur so often in each period', 20),
  permutations,
};

export const changeCalls = {
  'change.words': call({
    says: 'Words that are used otherwise in some texts than in others',
    input: v.strictObject({
      ...compared,
      seed,
      words: optional(words, 'only these words are listed; all are tested'),
      top: optional(count, 'words at most', 100),
    }),
    output: answer<ChangeAnswer>(),
    command: { words: ['change'], options: { minCount: 'min-occurrences' } },
  }),
  'change.cost': call({
    says: 'How long such a comparison would take',
    input: v.strictObject(compared),
    output: answer<ChangeCost>(),
    command: { words: ['change', 'cost'], options: { minCount: 'min-occurrences' } },
  }),
  'change.trajectories': call({
    says: 'How far words move away from their first use over several periods',
    input: v.strictObject({
      words: required(v.pipe(words, v.minLength(1), v.maxLength(50)), 'the words that are followed'),
      by: required(name, 'the field of metadata that says when a text is from'),
      cuts: optional(
        words,
        'where periods begin, after the first: `1850,1900` makes three; without it every value is a period',
      ),
      window,
      minCount: optional(
        v.pipe(count, v.minValue(1)),
        'a point is left out where a word occurs less often in its period',
        10,
      ),
      permutations,
      seed,
    }),
    output: answer<TrajectoryAnswer>(),
    command: { words: ['trajectory'], positional: ['words'], options: { minCount: 'min-occurrences' } },
  }),
};
