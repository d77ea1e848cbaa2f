import * as v from 'valibot';
import { answer, call, windowOnly } from '../call.ts';
import { count, ofModel, optional, page, words } from '../fields.ts';
import {
  learningStates,
  type Learning,
  type LearningMatrix,
  type LearningPaths,
  type LearningSoFar,
} from '../learning.ts';

const few = v.pipe(words, v.maxLength(100));
const which = optional(few, 'of these words; without them of those that were watched while it was trained');

export const learningCalls = {
  'learning.steps': call({
    says: 'How a model learned: its loss, and vectors of words from the random beginning to the end',
    input: v.strictObject({ words: which, ...ofModel }),
    output: answer<Learning>(),
    command: { words: ['learning'], positional: ['words'] },
  }),
  'learning.paths': call({
    says: 'The ways of words over the map while a model was trained',
    input: v.strictObject({
      words: which,
      most: optional(
        v.pipe(count, v.minValue(4), v.maxValue(200_000)),
        'the most frequent words, whose components make the plane',
        2000,
      ),
      ...ofModel,
    }),
    output: answer<LearningPaths>(),
    command: { words: ['learning', 'paths'], positional: ['words'] },
  }),
  'learning.soFar': call({
    says: 'How the model that is being trained has learned until now; null where none is, or before its first step',
    input: v.strictObject({}),
    output: answer<LearningSoFar | null>(),
    command: windowOnly('a picture of a moment: `learning` has all of it once the training is over'),
  }),
  'learning.matrix': call({
    says: 'Rows of the matrix as it was before the training, random, or as it is now',
    input: v.strictObject({
      state: optional(v.picklist(learningStates), '`initial`: before the first pair was seen', 'trained'),
      ...page(100),
      ...ofModel,
    }),
    output: answer<LearningMatrix>(),
    command: { words: ['learning', 'matrix'] },
  }),
};
