import * as v from 'valibot';
import { answer, call } from '../call.ts';
import { count, ofModel, optional, required } from '../fields.ts';
import {
  studyKinds,
  type StudyCost,
  type StudyProgress,
  type StudyResult,
  type StudySummary,
} from '../study.ts';

const kindOf = v.picklist(studyKinds);
const kind = optional(
  kindOf,
  'what the runs differ in: texts drawn anew with replacement, or `seeds`',
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
