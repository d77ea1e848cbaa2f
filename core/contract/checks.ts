import * as v from 'valibot';
import { calls } from './calls/all.ts';
import type { Checked, Method } from './contract.ts';
import type { TrainedSubCorpus } from './corpus.ts';
import { AppError } from './errors.ts';
import { conditions, count, file, ids, name, path, text, textsRef, width, word, words } from './fields.ts';
import { exportFormats, exportKinds } from './exchange.ts';
import { measures } from './search.ts';
import { cells, embeddingSources, optimisers, sequenceOutputs, stateParts } from './sequence.ts';

const measure = v.picklist(measures);
const nothing = v.strictObject({});
const page = { offset: v.exactOptional(count), limit: v.exactOptional(count) };
const taking = {
  take: v.exactOptional(words),
  split: v.exactOptional(word),
  tags: v.exactOptional(words),
  sentences: v.exactOptional(word),
};
const choices = v.pipe(
  v.array(
    v.strictObject({
      file: path,
      encoding: v.exactOptional(name),
      language: v.exactOptional(name),
      leaveOut: v.exactOptional(v.boolean()),
      ...taking,
    }),
  ),
  v.maxLength(1_000_000),
);

const tokens = v.strictObject({
  method: v.picklist(['auto', 'spaced', 'characters', 'segmenter']),
  lowerCase: v.boolean(),
  hyphens: v.picklist(['keep', 'split']),
  apostrophes: v.picklist(['keep', 'split']),
  elisions: v.picklist(['keep', 'split']),
  punctuation: v.picklist(['drop', 'keep']),
  numbers: v.picklist(['keep', 'drop', 'mark']),
  wordForm: v.exactOptional(v.picklist(['written', 'stem'])),
  marks: v.exactOptional(v.picklist(['keep', 'strip'])),
});
const way = v.strictObject({ tokens, dictionary: v.boolean() });
const value = v.pipe(v.string(), v.maxLength(1000));
const kind = v.picklist(['text', 'number', 'date']);
const chosenSubCorpus = v.strictObject({ name: v.exactOptional(name), conditions });
const trainedSubCorpus = v.object({
  ...chosenSubCorpus.entries,
  documents: count,
  tokens: count,
  digest: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/u)),
});
const entry = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const dictionary = v.strictObject({
  words: v.pipe(v.array(entry), v.maxLength(1_000_000)),
  splits: v.pipe(v.array(v.pipe(v.array(entry), v.minLength(2), v.maxLength(20))), v.maxLength(1_000_000)),
});

// Ranges belong to training, which explains them; here only the kinds of the values are checked.
const settings = v.strictObject({
  architecture: v.exactOptional(v.picklist(['skip-gram', 'cbow', 'count'])),
  output: v.exactOptional(v.picklist(['negative-sampling', 'hierarchical-softmax', 'full-softmax'])),
  negative: v.exactOptional(v.number()),
  dimensions: v.exactOptional(v.number()),
  window: v.exactOptional(v.number()),
  dynamicWindow: v.exactOptional(v.boolean()),
  combine: v.exactOptional(v.picklist(['mean', 'sum'])),
  minCount: v.exactOptional(v.number()),
  maxVocabulary: v.exactOptional(v.number()),
  stopWords: v.exactOptional(words),
  epochs: v.exactOptional(v.number()),
  rate: v.exactOptional(v.number()),
  minRate: v.exactOptional(v.number()),
  subsample: v.exactOptional(v.number()),
  noiseExponent: v.exactOptional(v.number()),
  seed: v.exactOptional(v.number()),
  workers: v.exactOptional(v.number()),
  mode: v.exactOptional(v.picklist(['reproducible', 'fast'])),
});

const sequenceSettings = v.strictObject({
  cell: v.exactOptional(v.picklist(cells)),
  layers: v.exactOptional(v.number()),
  hidden: v.exactOptional(v.number()),
  embeddings: v.exactOptional(v.picklist(embeddingSources)),
  parent: v.exactOptional(v.pipe(v.string(), v.maxLength(200))),
  dimensions: v.exactOptional(v.number()),
  output: v.exactOptional(v.picklist(sequenceOutputs)),
  samples: v.exactOptional(v.number()),
  minCount: v.exactOptional(v.number()),
  maxVocabulary: v.exactOptional(v.number()),
  epochs: v.exactOptional(v.number()),
  batch: v.exactOptional(v.number()),
  steps: v.exactOptional(v.number()),
  memory: v.exactOptional(v.picklist(['sentence', 'document'])),
  optimiser: v.exactOptional(v.picklist(optimisers)),
  rate: v.exactOptional(v.number()),
  momentum: v.exactOptional(v.number()),
  clip: v.exactOptional(v.number()),
  dropout: v.exactOptional(v.number()),
  heldOut: v.exactOptional(v.number()),
  seed: v.exactOptional(v.number()),
  mode: v.exactOptional(v.picklist(['reproducible', 'fast'])),
});

const model = { model: v.exactOptional(name) };
const subCorpus = { subCorpus: v.exactOptional(chosenSubCorpus) };
const top = { top: v.exactOptional(count), minCount: v.exactOptional(count) };
const ranked = { ...model, ...top, measure: v.exactOptional(measure), raw: v.exactOptional(v.boolean()) };

type Checks = { readonly [M in Method]: v.GenericSchema<unknown, Checked<M>> };

/** The shape of every call's input. A method without its check does not compile. */
export const checks = {
  'project.open': v.strictObject({
    file,
    create: v.exactOptional(v.boolean()),
    readOnly: v.exactOptional(v.boolean()),
  }),
  'project.info': nothing,
  'project.save': v.strictObject({ target: v.exactOptional(file) }),
  'project.close': v.strictObject({ save: v.exactOptional(v.boolean()) }),
  'project.verify': v.strictObject({ file }),
  'project.recoverable': nothing,
  'project.recover': v.strictObject({ id: v.pipe(v.string(), v.maxLength(100)) }),
  'project.giveUp': v.strictObject({ id: v.pipe(v.string(), v.maxLength(100)) }),
  'project.backups': v.strictObject({ file }),
  'project.restore': v.strictObject({
    file,
    saves: v.pipe(v.number(), v.integer(), v.minValue(0)),
    target: file,
  }),
  'project.rescue': v.strictObject({ file, target: file }),
  'corpus.import': v.strictObject({
    files: v.pipe(v.array(file), v.minLength(1), v.maxLength(1_000_000)),
    language: name,
    encoding: name,
    tokens,
    metadataFile: v.exactOptional(file),
    metadataPattern: v.exactOptional(word),
    choices: v.exactOptional(choices),
    taking: v.exactOptional(v.strictObject(taking)),
  }),
  'corpus.inspect': v.strictObject({
    files: v.pipe(v.array(file), v.minLength(1), v.maxLength(1_000_000)),
    language: name,
    encoding: name,
    tokens,
    choices: v.exactOptional(choices),
    taking: v.exactOptional(v.strictObject(taking)),
  }),
  'corpus.reports': nothing,
  'corpus.setMetadata': v.strictObject({
    documents: ids,
    field: name,
    value: v.nullable(v.union([value, v.pipe(v.number(), v.finite())])),
  }),
  'corpus.fields': nothing,
  'corpus.setFieldKind': v.strictObject({ field: name, kind: v.nullable(kind) }),
  'corpus.subCorpora': nothing,
  'corpus.setSubCorpora': v.strictObject({
    subCorpora: v.pipe(v.array(v.strictObject({ name, conditions })), v.maxLength(1000)),
  }),
  'corpus.matching': v.strictObject({ conditions }),
  'corpus.cutting': nothing,
  'corpus.readDictionary': v.strictObject({ file }),
  'corpus.phrases': v.strictObject({
    ...page,
    minCount: v.exactOptional(count),
    threshold: v.exactOptional(v.pipe(v.number(), v.minValue(0))),
  }),
  'corpus.setDictionary': v.strictObject({ dictionary }),
  'corpus.recut': v.strictObject({ tokens }),
  'corpus.compareCuts': v.strictObject({
    first: way,
    second: way,
    texts: v.exactOptional(textsRef),
    limit: v.exactOptional(count),
  }),
  'corpus.documents': v.strictObject({ ...page, texts: v.exactOptional(textsRef) }),
  'corpus.removeDocuments': v.strictObject({ documents: ids }),
  'corpus.stopWords': v.strictObject({ language: v.exactOptional(name) }),
  'corpus.words': v.strictObject({
    ...page,
    search: v.exactOptional(word),
    match: v.exactOptional(v.picklist(['contains', 'starts', 'ends'])),
    sort: v.exactOptional(v.picklist(['count', 'word', 'documents', 'dispersion'])),
    ascending: v.exactOptional(v.boolean()),
    texts: v.exactOptional(textsRef),
  }),
  'corpus.preview': v.strictObject({
    text,
    language: name,
    tokens,
    dictionary: v.exactOptional(dictionary),
  }),
  'query.lines': calls['query.lines'].input,
  'query.distribution': calls['query.distribution'].input,
  'query.keywords': calls['query.keywords'].input,
  'query.ngrams': calls['query.ngrams'].input,
  'lines.concordance': calls['lines.concordance'].input,
  'lines.context': calls['lines.context'].input,
  'lines.collocates': calls['lines.collocates'].input,
  'model.preset': v.strictObject(subCorpus),
  'model.train': v.strictObject({
    ...subCorpus,
    name: v.exactOptional(name),
    settings,
    resume: v.exactOptional(v.boolean()),
    watched: v.exactOptional(words),
  }),
  'model.pause': nothing,
  'model.continue': nothing,
  'model.stopAndKeep': nothing,
  'model.estimate': v.strictObject({ ...subCorpus, settings }),
  'model.list': nothing,
  'model.rename': v.strictObject({ model: name, name }),
  'model.delete': v.strictObject({ model: name }),
  'model.pairs': v.strictObject({
    ...model,
    ...subCorpus,
    sentence: text,
    seed: v.exactOptional(count),
    settings: v.exactOptional(settings),
  }),
  'model.importVectors': v.strictObject({ file, name: v.exactOptional(name), limit: v.exactOptional(count) }),
  'search.neighbours': v.strictObject({ ...ranked, word }),
  'search.analogy': v.strictObject({
    ...model,
    ...top,
    positive: words,
    negative: words,
    method: v.exactOptional(v.picklist(['add', 'mul'])),
  }),
  'search.odd': v.strictObject({ ...model, words }),
  'search.similarity': v.strictObject({
    ...model,
    first: word,
    second: word,
    measure: v.exactOptional(measure),
    raw: v.exactOptional(v.boolean()),
  }),
  'search.matrix': v.strictObject({
    ...model,
    words: v.pipe(words, v.maxLength(1000)),
    measure: v.exactOptional(measure),
    raw: v.exactOptional(v.boolean()),
  }),
  'search.vectors': v.strictObject({
    ...model,
    words: v.pipe(words, v.maxLength(1000)),
    knownOnly: v.exactOptional(v.boolean()),
  }),
  'search.predict': v.strictObject({
    ...model,
    left: text,
    right: v.exactOptional(text),
    top: v.exactOptional(count),
  }),
  'evaluate.analogies': v.strictObject({
    ...model,
    file,
    restrict: v.exactOptional(count),
    method: v.exactOptional(v.picklist(['add', 'mul'])),
  }),
  'evaluate.pairs': v.strictObject({ ...model, file }),
  'sequence.preset': v.strictObject({
    ...subCorpus,
    cell: v.exactOptional(v.picklist(cells)),
    parent: v.exactOptional(name),
  }),
  'sequence.estimate': v.strictObject({ ...subCorpus, settings: sequenceSettings }),
  'sequence.train': v.strictObject({
    ...subCorpus,
    name: v.exactOptional(name),
    settings: sequenceSettings,
    resume: v.exactOptional(v.boolean()),
  }),
  'sequence.list': nothing,
  'sequence.rename': v.strictObject({ model: name, name }),
  'sequence.delete': v.strictObject({ model: name }),
  'sequence.predict': v.strictObject({ ...model, text, top: v.exactOptional(count) }),
  'sequence.states': v.strictObject({ ...model, sentence: text, top: v.exactOptional(count) }),
  'sequence.surprisal': v.strictObject({ ...model, text }),
  'sequence.sentences': v.strictObject({
    ...model,
    ...page,
    order: v.picklist(['most', 'least']),
    minWords: v.exactOptional(count),
    maxWords: v.exactOptional(count),
    heldOutOnly: v.exactOptional(v.boolean()),
    texts: v.exactOptional(textsRef),
  }),
  'sequence.sample': v.strictObject({
    ...model,
    start: v.exactOptional(text),
    words: v.exactOptional(v.pipe(count, v.maxValue(10_000))),
    temperature: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(10))),
    seed: v.exactOptional(count),
  }),
  'sequence.unit': v.strictObject({
    ...model,
    unit: count,
    layer: v.exactOptional(count),
    part: v.exactOptional(v.picklist(stateParts)),
    lowest: v.exactOptional(v.boolean()),
    width: v.exactOptional(width),
    limit: v.exactOptional(v.pipe(count, v.maxValue(1000))),
  }),
  'sequence.similar': v.strictObject({
    ...model,
    sentence: text,
    from: count,
    to: count,
    layer: v.exactOptional(count),
    width: v.exactOptional(width),
    limit: v.exactOptional(v.pipe(count, v.maxValue(1000))),
  }),
  'exchange.export': v.strictObject({
    ...ranked,
    what: v.picklist(exportKinds),
    format: v.picklist(exportFormats),
    target: file,
    preset: v.exactOptional(v.picklist(['excel', 'exchange'])),
    locale: v.exactOptional(name),
    words: v.exactOptional(words),
    sequence: v.exactOptional(name),
  }),
} satisfies Checks;

export function isMethod(value: unknown): value is Method {
  return typeof value === 'string' && Object.hasOwn(checks, value);
}

/** The input of a call, checked. @throws AppError E_REQUEST_INVALID naming the first field that does not fit. */
export function checkedInput<M extends Method>(method: M, params: unknown): Checked<M> {
  const schema: v.GenericSchema<unknown, Checked<M>> = checks[method];
  const result = v.safeParse(schema, params, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new AppError('E_REQUEST_INVALID', {
    method,
    field: v.getDotPath(issue) ?? '',
    reason: issue.message,
  });
}

/** What a model has stored of its texts; null where it has nothing, or nothing that Firth would have written. */
export function checkedTrainedSubCorpus(value: unknown): TrainedSubCorpus | null {
  const result = v.safeParse(trainedSubCorpus, value);
  return result.success ? result.output : null;
}
