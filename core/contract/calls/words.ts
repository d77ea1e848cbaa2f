import * as v from 'valibot';
import { answer, call } from '../call.ts';
import type { Dictionary, TokenSettings } from '../cutting.ts';
import type { PhraseRow, StopWordRow, WordRow } from '../words.ts';
import {
  count,
  dictionary,
  file,
  flag,
  name,
  ofPart,
  ofTexts,
  optional,
  page,
  path,
  required,
  tokens,
  word,
  words,
} from '../fields.ts';

export const wordsCalls = {
  'corpus.words': call({
    says: 'The word list: every type with its frequency, range and dispersion',
    input: v.strictObject({
      layer: optional(name, 'what is listed: form, word, or a layer such as lemma', 'form'),
      search: optional(word, 'only words with these letters', ''),
      match: optional(v.picklist(['contains', 'starts', 'ends']), 'where the letters stand', 'contains'),
      sort: optional(v.picklist(['count', 'word', 'documents', 'dispersion']), 'by what', 'count'),
      ascending: optional(flag, 'from the smallest; words run from A to Z by themselves'),
      ...ofTexts,
      ...page(100),
    }),
    output: answer<{ readonly total: number; readonly tokens: number; readonly rows: readonly WordRow[] }>(),
    command: { words: ['words'] },
  }),
  'corpus.order': call({
    says: 'Words or names in the order of the language that most texts are in; figures in them count by their size',
    input: v.strictObject({
      texts: required(v.pipe(v.array(path), v.maxLength(1_000_000)), 'the words or names'),
    }),
    output: answer<{ readonly texts: readonly string[] }>(),
    command: { words: ['order'], positional: ['texts'] },
  }),
  'corpus.stopWords': call({
    says: 'The stop list of a language: words of grammar, apart from those that mean something, and how often they occur; empty where there is none',
    input: v.strictObject({
      language: optional(name, 'as a tag; the one most tokens are in without it'),
      words: optional(words, 'entries of your own, in the place of the list'),
      ...ofPart,
    }),
    output: answer<{
      readonly language: string;
      readonly words: readonly string[];
      /** Entries of the list that mean something; not among `words`. */
      readonly content: readonly string[];
      /** Whether somebody looked through the list of this language for such words. */
      readonly isReviewed: boolean;
      /** Of the corpus: entries of either kind that occur, the most frequent first. */
      readonly occurring: readonly StopWordRow[];
    }>(),
    command: { words: ['stop-words'] },
  }),
  'corpus.readStopWords': call({
    says: 'Read a stop list in any common format: a word a line, `the | article`, comments, commas, JSON',
    input: v.strictObject({ file: required(file, 'the list') }),
    output: answer<{ readonly words: readonly string[] }>(),
    command: { words: ['stop-words', 'read'], positional: ['file'], project: 'none' },
  }),
  'corpus.phrases': call({
    says: 'Pairs of words that stand together more often than by chance: candidates for the dictionary, best first',
    input: v.strictObject({
      minCount: optional(count, 'rarer pairs are left out', 5),
      threshold: optional(v.pipe(v.number(), v.minValue(0)), 'least score', 10),
      ...page(100),
    }),
    output: answer<{ readonly total: number; readonly rows: readonly PhraseRow[] }>(),
    command: { words: ['phrases'], options: { minCount: 'min-occurrences' } },
  }),
  'corpus.cutting': call({
    says: 'How the corpus was cut, and the project’s dictionary; pending when that was changed since',
    input: v.strictObject({}),
    output: answer<{
      readonly tokens: TokenSettings;
      readonly dictionary: Dictionary;
      readonly pending: boolean;
      /** Some texts were cut by another version of the program’s rules, so that they would come out otherwise today. */
      readonly otherwise: boolean;
      /** Of the texts that the program cuts (BCP 47). */
      readonly languages: readonly string[];
    }>(),
    command: { words: ['cutting'] },
  }),
  'corpus.readDictionary': call({
    says: 'Read a list of words, one a line; in jieba’s format with a frequency and a tag behind it, which do not count',
    input: v.strictObject({ file: required(file, 'the list') }),
    output: answer<Dictionary>(),
    command: { words: ['dictionary', 'read'], positional: ['file'], project: 'none' },
  }),
  'corpus.setDictionary': call({
    says: 'Give a project its dictionary: words that are never cut, phrases, splits',
    input: v.strictObject({ dictionary: required(dictionary, 'the words') }),
    output: answer<null>(),
    command: { words: ['dictionary', 'set'], positional: ['dictionary'], project: 'change' },
  }),
  'corpus.recut': call({
    says: 'Cut every text anew by these settings and the project’s dictionary; models that were trained before are marked stale',
    input: v.strictObject({ tokens: optional(tokens, 'how they are cut', {}) }),
    output: answer<{
      readonly documents: number;
      readonly tokens: number;
      readonly types: number;
      /** Languages of the texts that have no stemmer, where stems were asked for; left out for none. */
      readonly unstemmed?: readonly string[];
    }>(),
    command: { words: ['recut'], project: 'change' },
  }),
};
