import * as v from 'valibot';
import { answer, call } from '../call.ts';
import {
  count,
  flag,
  folder,
  group,
  name,
  ofModel,
  optional,
  required,
  target,
  word,
  words,
} from '../fields.ts';
import { leastListed } from '../search.ts';
import { chosenSettings } from '../settings/schema.ts';
import { countTable } from '../settings/training.ts';
import {
  studyKinds,
  type DifferencesAnswer,
  type PartsAnswer,
  type StudyCollected,
  type StudyCost,
  type StudyPlanned,
  type StudyProgress,
  type StudyResult,
  type StudySummary,
  type StudyTask,
} from '../study.ts';
import type { TrainingProgress } from '../training.ts';

const kindOf = v.picklist(studyKinds);
const kind = optional(
  kindOf,
  'what the runs differ in: texts drawn anew with replacement, `seeds`, `settings` (one changed at a time), `halves` (of the texts, divided by chance), `shuffled` words, which leave nothing but frequency, the parts into which a `field` divides the texts, or such parts after its values were dealt to the texts anew (`permuted`)',
  'bootstrap',
);
const inParts = {
  by: optional(name, 'for `field` and `permuted`: the field of metadata that divides the texts'),
  cuts: optional(
    words,
    'where parts begin, after the first: `1850,1900` makes three; without it every value is a part',
  ),
  equal: optional(
    v.pipe(count, v.minValue(2), v.maxValue(50)),
    'so many parts with about as many tokens, in the order of the field',
  ),
};
/** Which of the studies by a field is meant. */
const ofDivision = {
  by: optional(name, 'the field of the study; the one that was made last without it'),
  cuts: optional(words, 'where its parts begin'),
  equal: optional(count, 'how many equal parts it has'),
};
const runs = optional(v.pipe(count, v.minValue(2), v.maxValue(1000)), 'how many there shall be', 25);

export const studyCalls = {
  'study.cost': call({
    says: 'What a study would take',
    input: v.strictObject({ kind, runs, ...inParts, ...ofModel }),
    output: answer<StudyCost>(),
    command: { words: ['study', 'cost'] },
  }),
  'study.run': call({
    says: 'Train a model again and again, to see how sure its answers are; runs that are there are kept, missing and failed ones made',
    input: v.strictObject({ kind, runs, ...inParts, ...ofModel }),
    output: answer<StudyResult>(),
    progress: answer<StudyProgress>(),
    command: { words: ['study', 'run'], project: 'change' },
  }),
  'study.plan': call({
    says: 'Write the runs of a study that are missing, or a corpus to be counted, into a folder from which other computers make them: Slurm, GNU parallel, or one by one',
    input: v.strictObject({
      target: required(target, 'the folder'),
      kind,
      runs,
      ...inParts,
      ...ofModel,
      count: optional(
        flag,
        'no study: the words of the whole corpus are counted in so many parts (`--runs`), those in a row and pairs of them too; their sums are the frequencies, the n-grams and a count model',
        false,
      ),
      ngrams: optional(
        v.pipe(count, v.minValue(2), v.maxValue(8)),
        'with `--count`: so many words in a row are counted too, 2 to 8',
      ),
      name: optional(name, 'with `--count`: what the count model is called'),
      settings: optional(
        group(chosenSettings(countTable)),
        'with `--count`: settings of the count model',
        {},
      ),
    }),
    output: answer<StudyPlanned>(),
    command: { words: ['study', 'plan'], options: { target: 'out' } },
  }),
  'study.task': call({
    says: 'Make one run of a planned study, or count one part of a corpus; what is there is not made again',
    input: v.strictObject({
      folder: required(folder, 'the folder that `study plan` wrote'),
      run: required(count, 'number of the run, from 1'),
    }),
    output: answer<StudyTask>(),
    progress: answer<StudyProgress>(),
    command: { words: ['study', 'task'], positional: ['folder', 'run'], project: 'none' },
  }),
  'study.collect': call({
    says: 'Take what other computers made into the project; names what is missing, failed or damaged',
    input: v.strictObject({ folder: required(folder, 'the folder that `study plan` wrote') }),
    output: answer<StudyCollected>(),
    progress: answer<TrainingProgress>(),
    command: { words: ['study', 'collect'], positional: ['folder'], project: 'change' },
  }),
  'study.parts': call({
    says: 'The words nearest to a word in each part of a study by a field, side by side',
    input: v.strictObject({
      word: required(word, 'the word'),
      ...ofDivision,
      top: optional(v.pipe(count, v.minValue(1), v.maxValue(1000)), 'words at most in each list', 10),
      minCount: optional(count, 'words met less often in a part are left out of its list', leastListed),
      ...ofModel,
    }),
    output: answer<PartsAnswer>(),
    command: {
      words: ['study', 'parts'],
      positional: ['word'],
      options: { minCount: 'min-occurrences' },
    },
  }),
  'study.differences': call({
    says: 'Words whose nearest words are others in the parts of a study by a field, held against permuted labels where such a study was made',
    input: v.strictObject({
      words: optional(words, 'only these words are listed; the most frequent are tested beside them'),
      ...ofDivision,
      against: optional(name, 'the part that the others are held against; the first without it'),
      top: optional(count, 'words at most for each part', 20),
      minCount: optional(v.pipe(count, v.minValue(1)), 'only words met so often in both parts', 20),
      ...ofModel,
    }),
    output: answer<DifferencesAnswer>(),
    command: { words: ['study', 'differences'], options: { minCount: 'min-occurrences' } },
  }),
  'study.list': call({
    says: 'The studies of a project',
    input: v.strictObject({}),
    output: answer<readonly StudySummary[]>(),
    command: { words: ['study', 'list'] },
  }),
  'study.remove': call({
    says: 'Remove a study with all its runs',
    input: v.strictObject({
      kind: required(kindOf, 'which of the model’s'),
      by: optional(name, 'only that by this field'),
      ...ofModel,
    }),
    output: answer<null>(),
    command: { words: ['study', 'remove'], project: 'change' },
  }),
};
