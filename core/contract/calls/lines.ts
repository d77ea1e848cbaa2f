import * as v from 'valibot';
import { answer, call } from '../call.ts';
import {
  associationMeasures,
  type CollocateNetwork,
  type CollocateRow,
  type ConcordanceLine,
} from '../words.ts';
import {
  count,
  flag,
  name,
  ofTexts,
  optional,
  order,
  orderSays,
  page,
  required,
  width,
  word,
  words,
} from '../fields.ts';
import { queryLanguages } from '../query.ts';

/** What counts as standing near, and by what it is measured. */
const spans = {
  left: optional(width, 'tokens to the left that count', 5),
  right: optional(width, 'tokens to the right that count', 5),
  within: optional(
    name,
    'where spans end at the latest: with the sentence (s), the text, or another region',
    'text',
  ),
  layer: optional(name, 'what is counted: form, word, or a layer such as lemma', 'form'),
  minimum: optional(count, 'rarer pairs are left out', 3),
  by: optional(v.picklist(associationMeasures), 'the measure that rows are ordered by', 'logDice'),
};

export const linesCalls = {
  'lines.concordance': call({
    says: 'Concordance: every place of a word with its context',
    input: v.strictObject({
      word: required(word, 'the node'),
      width: optional(width, 'tokens to each side', 10),
      sort: optional(order, orderSays, []),
      ...ofTexts,
      ...page(50),
    }),
    output: answer<{ readonly total: number; readonly lines: readonly ConcordanceLine[] }>(),
    command: { words: ['lines'], positional: ['word'] },
  }),
  'lines.context': call({
    says: 'A place of a text with more of what stands around it',
    input: v.strictObject({
      document: required(count, 'id of the text'),
      position: required(count, 'token in the text, from 0'),
      width: optional(width, 'tokens to each side', 100),
    }),
    output: answer<{
      readonly document: string;
      readonly left: string;
      readonly node: string;
      readonly right: string;
    }>(),
    command: { words: ['context'], positional: ['document', 'position'] },
  }),
  'lines.collocates': call({
    says: 'Words that stand near a word, or near what a query finds, more often than by chance',
    input: v.strictObject({
      word: required(word, 'the node: words, or a query'),
      language: optional(v.picklist(queryLanguages), 'how the node is read, as for a query', 'word'),
      matchCase: optional(flag, 'capitals count in a simple query', false),
      matchMarks: optional(flag, 'accents and other marks count in a simple query', false),
      ...spans,
      limit: optional(count, 'rows at most', 100),
      ...ofTexts,
    }),
    output: answer<{
      readonly total: number;
      readonly occurrences: number;
      /** How to quote the settings (Brezina, McEnery & Wattam 2015): measure and cut-off, span, minima, filter. */
      readonly parameters: string;
      readonly rows: readonly CollocateRow[];
    }>(),
    command: { words: ['collocates'], positional: ['word'] },
  }),
  'lines.network': call({
    says: 'Collocates that several words have in common, and the first that each has alone',
    input: v.strictObject({
      words: required(v.pipe(words, v.minLength(1), v.maxLength(12)), 'the words, or queries'),
      language: optional(v.picklist(queryLanguages), 'how each is read, as for a query', 'word'),
      ...spans,
      top: optional(
        v.pipe(count, v.minValue(1), v.maxValue(200)),
        'collocates of each word that are looked at, by their rank',
        30,
      ),
      most: optional(
        v.pipe(count, v.minValue(1), v.maxValue(200)),
        'collocates at most, shared ones first',
        40,
      ),
      ...ofTexts,
    }),
    output: answer<CollocateNetwork>(),
    command: { words: ['network'], positional: ['words'] },
  }),
};
