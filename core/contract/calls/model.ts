import * as v from 'valibot';
import { answer, call, windowOnly } from '../call.ts';
import type { VectorImportReport } from '../exchange.ts';
import {
  count,
  file,
  flag,
  group,
  name,
  ofModel,
  ofPart,
  optional,
  required,
  target,
  text,
  partRef,
  words,
} from '../fields.ts';
import { languages } from '../messages/message.ts';
import type { BundleResult } from '../methods.ts';
import type { ModelSummary } from '../project.ts';
import { chosenSettings } from '../settings/schema.ts';
import { trainingTable, type TrainingSettings } from '../settings/training.ts';
import type {
  PresetReason,
  PresetWarning,
  SentenceToken,
  TrainingPair,
  TrainingProgress,
  TrainingResult,
} from '../training.ts';

const settings = group(chosenSettings(trainingTable));
const steering = windowOnly(
  'it steers a training that is under way; a command ends with Ctrl-C and goes on with --resume',
);

export const modelCalls = {
  'model.preset': call({
    says: 'Settings of word vectors that suit the size of the texts',
    input: v.strictObject(ofPart),
    output: answer<{
      readonly settings: TrainingSettings;
      readonly reason: PresetReason;
      readonly documents: number;
      readonly tokens: number;
      readonly warnings: readonly PresetWarning[];
    }>(),
    command: { words: ['preset'] },
  }),
  'model.estimate': call({
    says: 'What a training would keep and cost',
    input: v.strictObject({ settings: optional(settings, 'what is chosen', {}), ...ofPart }),
    output: answer<{
      /** Types that reach the minimum count, of all. */
      readonly keptTypes: number;
      readonly types: number;
      /** Share of the tokens that the kept types cover, 0 to 1. */
      readonly keptShare: number;
      readonly bytes: number;
      /** From the speed of earlier trainings on this computer; null before the first. */
      readonly seconds: number | null;
    }>(),
    command: { words: ['estimate'] },
  }),
  'model.train': call({
    says: 'Train word vectors; --preset takes the settings that suit the size of the corpus',
    input: v.strictObject({
      name: optional(name, 'the model’s name'),
      // Without texts a training that is resumed goes on with those that it began with; others are refused.
      texts: optional(partRef, 'only on these texts'),
      settings: optional(settings, 'what is chosen', {}),
      resume: optional(
        flag,
        'go on from the newest checkpoint of an interrupted training with the same settings',
        false,
      ),
      watched: optional(
        v.pipe(words, v.maxLength(100)),
        'words whose neighbours are reported while training, and whose vectors are kept on the way',
        [],
      ),
    }),
    output: answer<TrainingResult>(),
    progress: answer<TrainingProgress>(),
    command: { words: ['train'], options: { watched: 'watch' }, project: 'change' },
  }),
  'model.pause': call({
    says: 'Pause the training',
    input: v.strictObject({}),
    output: answer<null>(),
    command: steering,
  }),
  'model.continue': call({
    says: 'Continue the training',
    input: v.strictObject({}),
    output: answer<null>(),
    command: steering,
  }),
  'model.stopAndKeep': call({
    says: 'End the training and keep what it has learned',
    input: v.strictObject({}),
    output: answer<null>(),
    command: steering,
  }),
  'model.list': call({
    says: 'The models of a project',
    input: v.strictObject({}),
    output: answer<readonly ModelSummary[]>(),
    command: { words: ['models'] },
  }),
  'model.methods': call({
    says: 'A paragraph for a methods section: texts, cutting, settings, seed, digests, uncertainty, of what is stored alone',
    input: v.strictObject({
      ...ofModel,
      locale: optional(v.picklist(languages), 'the language it is written in', 'en'),
    }),
    output: answer<{ readonly model: string; readonly text: string }>(),
    command: { words: ['methods'] },
  }),
  'model.bundle': call({
    says: 'Write what a reviewer asks into a folder: the methods paragraph as text and for Word, Firth for BibTeX and CSL, and settings, words, digests and commands that make the same again',
    input: v.strictObject({ target: required(target, 'the folder'), ...ofModel }),
    output: answer<BundleResult>(),
    command: { words: ['bundle'], options: { target: 'out' } },
  }),
  'model.rename': call({
    says: 'Give a model another name',
    input: v.strictObject({ model: required(name, 'the model'), name: required(name, 'its new name') }),
    output: answer<ModelSummary>(),
    command: { words: ['models', 'rename'], positional: ['model', 'name'], project: 'change' },
  }),
  'model.delete': call({
    says: 'Delete a model',
    input: v.strictObject({ model: required(name, 'the model') }),
    output: answer<null>(),
    command: { words: ['models', 'delete'], positional: ['model'], project: 'change' },
  }),
  'model.pairs': call({
    says: 'The training pairs that the window makes of a sentence, with the vocabulary of a model where one is named, else of the texts',
    input: v.strictObject({
      sentence: required(text, 'the sentence'),
      seed: optional(count, 'every random choice follows from it'),
      settings: optional(settings, 'what is chosen', {}),
      ...ofModel,
      ...ofPart,
    }),
    output: answer<{ readonly tokens: readonly SentenceToken[]; readonly pairs: readonly TrainingPair[] }>(),
    command: { words: ['pairs'] },
  }),
  'model.importVectors': call({
    says: 'Read vectors of another program (word2vec, GloVe, fastText .vec)',
    input: v.strictObject({
      file: required(file, 'the vectors, also gzipped'),
      name: optional(name, 'the model’s name'),
      limit: optional(count, 'only the first so many words'),
    }),
    output: answer<{ readonly model: string } & VectorImportReport>(),
    command: { words: ['import-vectors'], positional: ['file'], project: 'make' },
  }),
};
