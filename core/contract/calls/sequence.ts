import * as v from 'valibot';
import { answer, call } from '../call.ts';
import {
  count,
  flag,
  group,
  name,
  ofSequence,
  ofPart,
  ofTexts,
  optional,
  page,
  required,
  text,
  partRef,
  width,
} from '../fields.ts';
import {
  stateParts,
  type NextWord,
  type ReadToken,
  type SentenceRow,
  type SequencePresetReason,
  type SequencePresetWarning,
  type SequenceProgress,
  type SequenceResult,
  type SequenceStates,
  type SequenceSummary,
  type StateLine,
} from '../sequence.ts';
import { chosenSettings } from '../settings/schema.ts';
import { cells, sequenceTable, type SequenceSettings } from '../settings/sequence.ts';

const settings = group(chosenSettings(sequenceTable));
const top = optional(count, 'words at most', 10);
const lines = {
  width: optional(width, 'tokens to each side', 10),
  limit: optional(v.pipe(count, v.maxValue(1000)), 'places at most', 20),
};
const layer = optional(count, 'from 0; the top layer without it');

export const sequenceCalls = {
  'sequence.preset': call({
    says: 'Settings of a recurrent model that suit the size of the texts',
    input: v.strictObject({
      cell: optional(v.picklist(cells), 'or `rnn`', 'lstm'),
      parent: optional(
        name,
        'the word2vec model whose vectors are the inputs; the newest of the same texts without it, else the newest',
      ),
      ...ofPart,
    }),
    output: answer<{
      readonly settings: SequenceSettings;
      readonly reason: SequencePresetReason;
      readonly documents: number;
      readonly tokens: number;
      readonly warnings: readonly SequencePresetWarning[];
    }>(),
    command: { words: ['sequence', 'preset'] },
  }),
  'sequence.estimate': call({
    says: 'What the training of a recurrent model would keep and cost',
    input: v.strictObject({ settings: optional(settings, 'what is chosen', {}), ...ofPart }),
    output: answer<{
      /** With `<unk>` and `<eos>`. */
      readonly vocabulary: number;
      /** Share of the tokens that are no `<unk>`, 0 to 1. */
      readonly keptShare: number;
      readonly trainTokens: number;
      readonly heldOutTokens: number;
      readonly parameters: number;
      readonly bytes: number;
      /** From the speed of earlier trainings on this computer; null before the first. */
      readonly seconds: number | null;
    }>(),
    command: { words: ['sequence', 'estimate'] },
  }),
  /** Steered by `model.pause`, `model.continue` and `model.stopAndKeep`: only one thing is trained at a time. */
  'sequence.train': call({
    says: 'Train a recurrent next-word model over the word vectors; --preset takes the settings that suit the size of the texts',
    input: v.strictObject({
      name: optional(name, 'the model’s name'),
      texts: optional(partRef, 'train and measure on these texts only'),
      settings: optional(settings, 'what is chosen', {}),
      resume: optional(
        flag,
        'go on from the newest checkpoint of an interrupted training of a recurrent model with the same settings',
        false,
      ),
    }),
    output: answer<SequenceResult>(),
    progress: answer<SequenceProgress>(),
    command: { words: ['sequence', 'train'], project: 'change' },
  }),
  'sequence.list': call({
    says: 'The recurrent models of a project',
    input: v.strictObject({}),
    output: answer<readonly SequenceSummary[]>(),
    command: { words: ['sequence', 'models'] },
  }),
  'sequence.rename': call({
    says: 'Give a recurrent model another name',
    input: v.strictObject({ model: required(name, 'the model'), name: required(name, 'its new name') }),
    output: answer<SequenceSummary>(),
    command: { words: ['sequence', 'rename'], positional: ['model', 'name'], project: 'change' },
  }),
  'sequence.delete': call({
    says: 'Delete a recurrent model',
    input: v.strictObject({ model: required(name, 'the model') }),
    output: answer<null>(),
    command: { words: ['sequence', 'delete'], positional: ['model'], project: 'change' },
  }),
  'sequence.predict': call({
    says: 'What comes after a text, whose last sentence is taken to be unfinished',
    input: v.strictObject({ text: required(text, 'the text'), top, ...ofSequence }),
    output: answer<{
      readonly model: string;
      readonly predictions: readonly NextWord[];
      readonly tokens: readonly ReadToken[];
    }>(),
    command: { words: ['sequence', 'predict'], positional: ['text'] },
  }),
  'sequence.states': call({
    says: 'States and gates of each step of a sentence',
    input: v.strictObject({ sentence: required(text, 'the sentence'), top, ...ofSequence }),
    output: answer<SequenceStates>(),
    command: { words: ['sequence', 'states'], positional: ['sentence'] },
  }),
  'sequence.surprisal': call({
    says: 'Bits of each word of a text given all before it, ends of sentences counted',
    input: v.strictObject({ text: required(text, 'the text'), ...ofSequence }),
    output: answer<{
      readonly model: string;
      readonly tokens: readonly ReadToken[];
      readonly bitsPerWord: number;
      readonly perplexity: number;
    }>(),
    command: { words: ['sequence', 'surprisal'], positional: ['text'] },
  }),
  'sequence.sentences': call({
    says: 'Sentences of the corpus by bits per word; reads it once',
    input: v.strictObject({
      order: optional(v.picklist(['most', 'least']), 'which come first', 'most'),
      minWords: optional(count, 'shorter sentences are left out', 5),
      maxWords: optional(count, 'longer ones too', 60),
      heldOutOnly: optional(flag, 'only those that were kept from training', false),
      ...ofTexts,
      ...ofSequence,
      ...page(20),
    }),
    output: answer<{
      readonly model: string;
      readonly total: number;
      readonly rows: readonly SentenceRow[];
    }>(),
    command: { words: ['sequence', 'sentences'] },
  }),
  'sequence.sample': call({
    says: 'Text drawn word by word from the model’s probabilities; the same seed draws the same',
    input: v.strictObject({
      start: optional(text, 'what stands before it', ''),
      words: optional(v.pipe(count, v.maxValue(10_000)), 'how many', 50),
      temperature: optional(
        v.pipe(v.number(), v.minValue(0), v.maxValue(10)),
        '0 takes the likeliest each time',
        1,
      ),
      seed: optional(count, 'every random choice follows from it', 1),
      ...ofSequence,
    }),
    output: answer<{
      readonly model: string;
      readonly text: string;
      readonly tokens: readonly ReadToken[];
    }>(),
    command: { words: ['sequence', 'sample'] },
  }),
  'sequence.unit': call({
    says: 'The places at which a unit stands highest, of the corpus or of the sub-corpus that was trained on; reads it once',
    input: v.strictObject({
      unit: required(count, 'its number, from 0'),
      layer,
      part: optional(
        v.picklist(stateParts),
        'for LSTM also `input`, `forget`, `output`, `candidate`, `cell`',
        'hidden',
      ),
      lowest: optional(flag, 'where it stands lowest', false),
      ...lines,
      ...ofSequence,
    }),
    output: answer<{ readonly model: string; readonly lines: readonly StateLine[] }>(),
    command: { words: ['sequence', 'unit'], positional: ['unit'] },
  }),
  'sequence.similar': call({
    says: 'The places, among the same texts, whose states are most like those of a span of a sentence',
    input: v.strictObject({
      sentence: required(text, 'the sentence'),
      from: required(count, 'first step of the span, as “sequence states” numbers them'),
      to: required(count, 'last step of the span'),
      layer,
      ...lines,
      ...ofSequence,
    }),
    output: answer<{ readonly model: string; readonly lines: readonly StateLine[] }>(),
    command: { words: ['sequence', 'similar'], positional: ['sentence', 'from', 'to'] },
  }),
};
