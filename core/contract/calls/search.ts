import * as v from 'valibot';
import { answer, byHand, call, windowOnly } from '../call.ts';
import {
  compared,
  count,
  file,
  flag,
  name,
  ofModel,
  optional,
  ranked,
  required,
  text,
  width,
  word,
  words,
} from '../fields.ts';
import type {
  AnalogyAnswer,
  AnalogyEvaluation,
  ClusterMerge,
  Neighbour,
  PairsEvaluation,
  SlotPrediction,
  WhySimilar,
} from '../search.ts';
import { wholeKinds, type ByChance, type Spread, type StudyBehind } from '../study.ts';
import type { TrainingSettings } from '../settings/training.ts';

const method = optional(v.picklist(['add', 'mul']), '3CosAdd, or `mul` for 3CosMul', 'add');
const ofTestSet = optional(
  name,
  'encoding of the file as a label; told by its bytes and by the words of the model without it',
);
const ofStudy = {
  study: optional(
    v.picklist(wholeKinds),
    'which study says how sure it is; `bootstrap` without it, or `seeds` where there is no other',
  ),
};
const mostWords = v.pipe(words, v.maxLength(1000));

export const searchCalls = {
  'search.neighbours': call({
    says: 'The words nearest to a word',
    input: v.strictObject({
      word: required(word, 'the word'),
      ...ofModel,
      ...compared,
      ...ranked,
      ...ofStudy,
    }),
    output: answer<{
      /** Where a study of the model was made, cosines have what its runs say of them. */
      readonly neighbours: readonly (Neighbour & Partial<Spread> & Partial<ByChance>)[];
      readonly study: StudyBehind | null;
    }>(),
    command: { words: ['neighbours'], positional: ['word'], options: { minCount: 'min-occurrences' } },
  }),
  'search.cosines': call({
    says: 'How similar all other words of a model are to a word, counted by stretches of the cosine',
    input: v.strictObject({
      word: required(word, 'the word'),
      ...ofModel,
      stretches: optional(v.pipe(count, v.minValue(2), v.maxValue(500)), 'that the range is cut into', 60),
    }),
    output: answer<{
      /** The least and the greatest cosine. */
      readonly from: number;
      readonly to: number;
      readonly counts: readonly number[];
    }>(),
    command: windowOnly('a picture: `neighbours --top` has the numbers of it'),
  }),
  'search.analogy': call({
    says: 'Words that solve an analogy, with the baseline “simply nearest”',
    input: v.strictObject({
      positive: required(words, 'words that are added'),
      negative: optional(words, 'words that are taken away', []),
      method,
      ...ofModel,
      ...ranked,
      ...ofStudy,
    }),
    output: answer<AnalogyAnswer>(),
    command: { words: ['analogy'], options: { minCount: 'min-occurrences' } },
  }),
  'search.odd': call({
    says: 'The word that fits the others least',
    input: v.strictObject({ words: required(words, 'the words'), ...ofModel }),
    output: answer<{
      readonly word: string;
      readonly scores: readonly { readonly word: string; readonly score: number }[];
    }>(),
    command: { words: ['odd'], positional: ['words'] },
  }),
  'search.similarity': call({
    says: 'How alike two words are',
    input: v.strictObject({
      first: required(word, 'one word'),
      second: required(word, 'the other'),
      ...ofModel,
      ...compared,
      ...ofStudy,
    }),
    output: answer<
      { readonly score: number; readonly study: StudyBehind | null } & {
        /** Where a study was made; `runs` of them have both words. */
        readonly [Field in keyof (Spread & ByChance)]?: (Spread & ByChance)[Field];
      }
    >(),
    command: { words: ['similarity'], positional: ['first', 'second'] },
  }),
  'search.why': call({
    says: 'What makes two words alike: the contexts that both have, and those that only one has',
    input: v.strictObject({
      first: required(word, 'one word'),
      second: required(word, 'the other'),
      top: optional(count, 'contexts at most in each list', 15),
      width: optional(width, 'tokens to each side in a line', 8),
      ...ofModel,
    }),
    output: answer<WhySimilar>(),
    command: { words: ['why'], positional: ['first', 'second'] },
  }),
  'search.matrix': call({
    says: 'How alike several words are, each with each',
    input: v.strictObject({ words: required(mostWords, 'the words'), ...ofModel, ...compared }),
    output: answer<{
      readonly words: readonly string[];
      /** Row-major, words × words. */
      readonly values: Float32Array;
      /** Rows in the order of a complete-linkage clustering. */
      readonly clustered: readonly number[];
      /** How the clustering went; small groups before those that hold them. Empty where there were too many words. */
      readonly tree: readonly ClusterMerge[];
      /** Ends of the interval of each value, as `values` has them; null where no study says, of other measures than cosine, and of more than 200 words. */
      readonly low: Float32Array | null;
      readonly high: Float32Array | null;
    }>(),
    command: { words: ['matrix'], positional: ['words'] },
  }),
  'search.vectors': call({
    says: 'The vectors of words',
    input: v.strictObject({
      words: required(mostWords, 'the words'),
      knownOnly: optional(
        flag,
        'words that the model does not know are left out and named, as long as it knows one',
        false,
      ),
      ...ofModel,
    }),
    output: answer<{
      readonly words: readonly string[];
      readonly dimensions: number;
      /** Row-major, words × dimensions. */
      readonly values: Float32Array;
      /** As they were asked for. */
      readonly unknown: readonly string[];
    }>(),
    command: { words: ['vectors'], positional: ['words'] },
  }),
  'search.predict': call({
    says: 'Words that fit the slot between two contexts, with probabilities',
    input: v.strictObject({
      left: optional(text, 'what stands before the slot', ''),
      right: optional(text, 'what stands behind it', ''),
      top: optional(count, 'words at most', 10),
      ...ofModel,
    }),
    output: answer<{
      readonly predictions: readonly SlotPrediction[];
      readonly method: Pick<TrainingSettings, 'architecture' | 'output'>;
      readonly known: readonly string[];
      readonly unknown: readonly string[];
    }>(),
    command: { words: ['predict'] },
  }),
  'evaluate.analogies': call({
    says: 'Score a model on a file of analogy questions',
    input: v.strictObject({
      file: required(file, 'the questions'),
      restrict: optional(count, 'only the most frequent words answer', 30_000),
      method,
      encoding: ofTestSet,
      ...ofModel,
    }),
    output: answer<AnalogyEvaluation>(),
    command: byHand('evaluate'),
  }),
  'evaluate.pairs': call({
    says: 'Score a model on a file of word pairs rated by people',
    input: v.strictObject({
      file: required(file, 'the pairs'),
      ratings: optional(
        name,
        'heading or number of the column with the ratings; told by the heading without it',
      ),
      wordColumns: optional(
        name,
        'headings or numbers of the two columns with the words, as `3,4`; told by the heading without it',
      ),
      encoding: ofTestSet,
      ...ofModel,
    }),
    output: answer<PairsEvaluation>(),
    command: byHand('evaluate'),
  }),
};
