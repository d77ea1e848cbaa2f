import * as v from 'valibot';
import { answer, call, windowOnly } from '../call.ts';
import {
  count,
  file,
  flag,
  listName,
  name,
  ofTexts,
  optional,
  order,
  orderSays,
  page,
  required,
  textsRef,
  width,
} from '../fields.ts';
import type {
  Completion,
  DistributionRow,
  KeywordRow,
  KeywordSide,
  NamedRegions,
  NgramRow,
  QueryLine,
  TextStrip,
  TokenAttribute,
} from '../query.ts';
import { keynessMeasures, keywordKinds, queryLanguages } from '../query.ts';

const query = v.pipe(v.string(), v.minLength(1), v.maxLength(2000));

/** How a question is put and read. */
export const asked = {
  query: required(query, 'a query: words with *, ?, | and ..., or CQL'),
  language: optional(
    v.picklist(queryLanguages),
    'how the query is read: auto takes for CQL what has its quotation marks or brackets; word is one word of the corpus by whatever spelling, and else as auto',
    'auto',
  ),
  matchCase: optional(flag, 'capitals count in a simple query', false),
  matchMarks: optional(flag, 'accents and other marks count in a simple query', false),
  within: optional(
    name,
    'what a match may not leave: s for sentences, text, p, or any region of the texts',
    's',
  ),
  ...ofTexts,
};

/** Which lines of what is found, how wide and in which order. */
export const linesAsked = {
  width: optional(width, 'tokens to each side', 10),
  sort: optional(order, orderSays, []),
  fields: optional(
    v.pipe(v.array(name), v.maxLength(100)),
    'of its text beside each line, such as year,author; a file has all of them without this',
  ),
  sample: optional(count, 'in a random order that this seed decides: any page is a sample of the rest'),
  context: optional(
    v.picklist(['words', 'sentence']),
    '`sentence`: the whole sentence around the match, in the place of so many tokens',
    'words',
  ),
  show: optional(
    v.picklist(['visible', 'all', 'hidden', 'marked', 'noted']),
    'which lines: all that are not hidden, or only those that are `hidden`, `marked`, or of which anything is said',
    'visible',
  ),
  category: optional(
    v.pipe(v.string(), v.maxLength(200)),
    'only lines of this category; empty for those without',
  ),
  every: optional(v.pipe(count, v.minValue(1)), 'each so-manieth line, in the order of the texts', 1),
  random: optional(count, 'so many lines by chance, in whatever order'),
  seed: optional(count, 'of that choice', 1),
};

export const queryCalls = {
  'query.lines': call({
    says: 'Every place that a query finds, in its context',
    input: v.strictObject({
      ...asked,
      ...linesAsked,
      ...page(50),
    }),
    output: answer<{
      /** Hits, whichever are shown. */
      readonly total: number;
      /** Lines that are left by `show`, `category`, `every` and `random`. */
      readonly shown: number;
      /** Hits whose lines are hidden. */
      readonly hidden: number;
      readonly perMillion: number;
      /** Texts with a hit. */
      readonly documents: number;
      /** Tokens that were looked through. */
      readonly tokens: number;
      readonly lines: readonly QueryLine[];
      /** Where nothing is found: what each part of the query finds alone. */
      readonly parts: readonly { readonly part: string; readonly tokens: number }[];
      /** Where nothing is found: words of the corpus that may have been meant. */
      readonly spellings: readonly string[];
    }>(),
    command: { words: ['query'], positional: ['query'] },
  }),
  'query.distribution': call({
    says: 'How often a query finds something, by field, text, match or the words beside it',
    input: v.strictObject({
      ...asked,
      by: required(
        name,
        'a field such as year, or text, match, L5 … R5, a layer; R1:lemma is the lemma at R1',
      ),
      ...page(1000),
    }),
    output: answer<{
      readonly total: number;
      readonly rows: readonly DistributionRow[];
      /** How evenly the texts hold the hits; null with fewer than two texts, or no hit. */
      readonly dispersion: {
        readonly dp: number;
        readonly dpNorm: number;
        readonly dP: number;
        readonly juillandD: number;
        readonly dA: number;
        readonly dKl: number;
        readonly range: number;
      } | null;
    }>(),
    command: { words: ['distribution'], positional: ['query'] },
  }),
  'query.strips': call({
    says: 'Where in each text a query finds something',
    input: v.strictObject({
      ...asked,
      stretches: optional(v.pipe(count, v.minValue(1), v.maxValue(1000)), 'that a text is cut into', 100),
      order: optional(
        name,
        'hits: the texts with most of them first; text: as the texts stand; or a field',
        'hits',
      ),
      ...page(200),
    }),
    output: answer<{
      /** Texts that were asked. */
      readonly total: number;
      readonly rows: readonly TextStrip[];
    }>(),
    command: windowOnly('a picture: `distribution --by text` has the numbers of it'),
  }),
  'query.attributes': call({
    says: 'What a query can ask of tokens, and the regions that it can name',
    input: v.strictObject({}),
    output: answer<{
      readonly attributes: readonly TokenAttribute[];
      readonly regions: readonly NamedRegions[];
    }>(),
    command: { words: ['attributes'] },
  }),
  'query.complete': call({
    says: 'What could stand at a place of a query in CQL',
    input: v.strictObject({
      query: required(v.pipe(v.string(), v.maxLength(2000)), 'as far as it is typed'),
      offset: required(count, 'the place, in UTF-16 units'),
      limit: optional(count, 'rows at most', 20),
    }),
    output: answer<{
      /** Where what is put in begins. */
      readonly from: number;
      readonly rows: readonly Completion[];
    }>(),
    command: windowOnly('completes a query while it is typed'),
  }),
  'query.keywords': call({
    says: 'Words that some texts have oftener, or more seldom, than others',
    input: v.strictObject({
      target: required(textsRef, 'the texts that are described'),
      reference: optional(textsRef, 'what they are compared with; all other texts without it'),
      list: optional(file, 'or a word list: a word and its frequency a line'),
      savedList: optional(listName, 'or a list of the project that says how often its words occur'),
      measure: optional(v.picklist(keynessMeasures), 'what rows are ordered by', 'lrc'),
      minimum: optional(count, 'occurrences in both together, at least', 5),
      layer: optional(name, 'what is compared: form, word, or a layer such as lemma', 'form'),
      kind: optional(
        v.picklist(keywordKinds),
        'only words of this kind, from the furthest of the measure; lockwords from the most frequent',
      ),
      tests: optional(flag, 'also tests by texts: rank sum, and permuting the texts', false),
      seed: optional(count, 'of the permutations', 1),
      ...page(100),
    }),
    output: answer<{
      readonly total: number;
      readonly target: KeywordSide;
      readonly reference: KeywordSide;
      /** Words of each kind. */
      readonly kinds: Readonly<Record<'key' | 'negative' | 'lock', number>>;
      /** G² above which a difference is significant at .05, divided by the number of words (Bonferroni). */
      readonly critical: number;
      /** Fewer than ten texts a side: nothing can be said of texts. */
      readonly fewTexts: boolean;
      readonly rows: readonly KeywordRow[];
    }>(),
    command: { words: ['keywords'] },
  }),
  'query.ngrams': call({
    says: 'Words that stand in a row again and again, within sentences',
    input: v.strictObject({
      n: optional(v.pipe(v.number(), v.integer(), v.minValue(2), v.maxValue(8)), 'words in a row, 2 to 8', 4),
      minimum: optional(v.pipe(count, v.minValue(2)), 'occurrences, at least', 10),
      minimumTexts: optional(count, 'texts that each occurs in, at least', 1),
      layer: optional(name, 'what is counted: form, word, or a layer such as lemma', 'form'),
      frames: optional(flag, 'n-grams that are alike but for one inner word, as “at the * of”', false),
      ...ofTexts,
      ...page(100),
    }),
    output: answer<{ readonly total: number; readonly tokens: number; readonly rows: readonly NgramRow[] }>(),
    command: { words: ['ngrams'], options: { minimumTexts: 'texts' } },
  }),
};
