import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { count, flag, folder, group, name, ofModel, optional, required, target } from '../fields.ts';
import { chosenSettings } from '../settings/schema.ts';
import { countTable } from '../settings/training.ts';
import {
  studyKinds,
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
  'what the runs differ in: texts drawn anew with replacement, `seeds`, `settings` (one changed at a time), `halves` (of the texts, divided by chance), or `shuffled` words, which leave nothing but frequency',
  'bootstrap',
);
const runs = optional(v.pipe(count, v.minValue(2), v.maxValue(1000)), 'how many there shall be', 25);

export const studyCalls = {
  'study.cost': call({
    says: 'What a study would take',
    input: v.strictObject({ kind, runs, ...ofModel }),
    output: answer<StudyCost>(),
    command: { words: ['study', 'cost'] },
  }),
  'study.run': call({
    says: 'Train a model again and again, to see how sure its answers are; runs that are there are kept, missing and failed ones made',
    input: v.strictObject({ kind, runs, ...ofModel }),
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
  'study.list': call({
    says: 'The studies of a project',
    input: v.strictObject({}),
    output: answer<readonly StudySummary[]>(),
    command: { words: ['study', 'list'] },
  }),
  'study.remove': call({
    says: 'Remove a study with all its runs',
    input: v.strictObject({ kind: required(kindOf, 'which of the model’s'), ...ofModel }),
    output: answer<null>(),
    command: { words: ['study', 'remove'], project: 'change' },
  }),
};
