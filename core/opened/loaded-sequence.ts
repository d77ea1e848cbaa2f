import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { StatePart } from '../contract/sequence.ts';
import type { SequenceSettings } from '../contract/settings/sequence.ts';
import { numberedCorpusDigest } from '../project/corpus-digest.ts';
import {
  findSequenceModel,
  readSequenceTexts,
  readSequenceWords,
  readWeights,
  type StoredSequenceModel,
} from '../project/sequence-models.ts';
import { corpusRows, type CorpusRows } from '../sequence/corpus-rows.ts';
import { corpusSurprisal, sentenceCosts, type SentenceCosts } from '../sequence/corpus-surprisal.ts';
import { weightShapes, type NetworkShape } from '../sequence/network-shape.ts';
import { corpusReading } from '../sequence/read-corpus.ts';
import { mostSteps, type RowsOfWords } from '../sequence/read-text.ts';
import type { Reader } from '../sequence/reader.ts';
import { readingNetwork } from '../sequence/reading-network.ts';
import { unknownRow } from '../sequence/sequence-data.ts';
import { unitPeaks, type UnitPeaks } from '../sequence/unit-peaks.ts';
import { finishSteps, shareOf } from '../finish-steps.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { knownPlaces, type KnownPlaces } from './split-record.ts';
import { trainedTokens } from './trained-tokens.ts';
import { subCorpusOf, trainingTexts } from './training-texts.ts';

/** The corpus as a model reads it, and the surprisal of each row of it. */
export interface ReadCorpus {
  readonly corpus: CorpusRows;
  /** In bits; NaN at the beginning of a text. */
  readonly bits: Float32Array;
  readonly costs: SentenceCosts;
  readonly places: KnownPlaces;
}

/** A recurrent model out of the project, ready to answer. */
export interface LoadedSequence {
  readonly model: StoredSequenceModel;
  readonly settings: SequenceSettings;
  readonly shape: NetworkShape;
  readonly vocabulary: RowsOfWords;
  /** Occurrences in the texts that were trained on, by row. */
  readonly counts: Uint32Array;
  /** Reads one text, so many steps at once. Shared by the calls, none of which waits while it reads. */
  reader(steps?: number): Reader;
  /** A reader of its own for one passage through the corpus. */
  corpusReader(): Reader;
  /** Ids of the documents that its places are looked for in: those of its sub-corpus today; undefined for all. */
  own(): readonly number[] | undefined;
  /** The corpus as it is now, or some documents of it. @throws AppError E_NO_CORPUS, E_SUB_CORPUS_EMPTY */
  corpus(documents: readonly number[] | undefined): CorpusRows;
  /** Read once for each state of the corpus. @throws AppError E_NO_CORPUS, E_SUB_CORPUS_EMPTY, E_CANCELLED */
  readCorpus(documents: readonly number[] | undefined, hooks: Hooks): Promise<ReadCorpus>;
  /** @throws AppError E_CANCELLED where these documents are no longer the ones that were read */
  stillReads(corpus: CorpusRows, documents: readonly number[] | undefined): void;
  /** At least `keep` places for each unit, in its own documents; read once for each state of the corpus. @throws AppError E_NO_CORPUS, E_SUB_CORPUS_EMPTY, E_CANCELLED */
  peaks(part: StatePart, layer: number, keep: number, hooks: Hooks): Promise<UnitPeaks>;
}

export const partsOf = (cell: SequenceSettings['cell']): readonly StatePart[] =>
  cell === 'rnn' ? ['hidden'] : ['hidden', 'input', 'forget', 'output', 'candidate', 'cell'];

export const shapeOf = (settings: SequenceSettings, words: number): NetworkShape => ({
  cell: settings.cell,
  layers: settings.layers,
  inputs: settings.dimensions,
  hidden: settings.hidden,
  words,
});

/** What is read of a recurrent model once. */
interface ReadNetwork {
  readonly forms: readonly string[];
  readonly counts: Uint32Array;
  readonly rowOf: (word: string) => number;
  readonly network: (most: { readonly batch: number; readonly steps: number }) => Reader;
  /** Grows with the longest text that it read. */
  single: { readonly steps: number; readonly reader: Reader } | null;
}

/** By the number of the model, whose weights never change. They are large: two stay in memory, since cells are compared side by side. */
const readNetworks = kept<ReadNetwork>({ most: 2, outlives: true });

// Their keys name the model and the digest of the texts: a change elsewhere in the project costs no second reading. For each of two
// models the whole corpus and a part of it, or two parts: what a person goes to and fro between.
const readRows = kept<CorpusRows>({ most: 4, outlives: true });
const readCorpora = kept<ReadCorpus>({ most: 4, outlives: true });

interface FoundPeaks {
  readonly keep: number;
  readonly of: ReadonlyMap<string, UnitPeaks>;
}

/** Of each of two models, in its own texts. */
const foundPeaks = kept<FoundPeaks>({ most: 2, outlives: true });

/** Places that are kept of each unit: as many as a list shows. */
const keptPlaces = 200;

/** A recurrent model by name, the newest without one; read once. @throws AppError E_NO_SEQUENCE_MODEL, E_SEQUENCE_UNKNOWN */
export function loadSequence(opened: Opened, name: string | undefined): LoadedSequence {
  const model = findSequenceModel(opened.project.db, name);
  return answering(
    opened,
    model,
    opened.remember(readNetworks, model.id, () => readNetwork(opened, model)),
  );
}

/** For a model that is deleted: its number may be given to another. */
export const forgetSequence = (opened: Opened, id: number): void => opened.forget(readNetworks, id);

function readNetwork({ project: { db }, environment }: Opened, model: StoredSequenceModel): ReadNetwork {
  const settings = model.settings;
  const { forms, counts } = readSequenceWords(db, model.id);
  const shape = shapeOf(settings, forms.length);
  const weights = new Map(readWeights(db, model.id).map(({ name, values }) => [name, values]));
  for (const { name, rows, columns } of weightShapes(shape))
    if (weights.get(name)?.length !== rows * columns) throw new AppError('E_DAMAGED', { matrix: name });
  const rows = new Map(forms.map((form, row) => [form, row]));
  // What is drawn or measured is to be the same everywhere where the weights are.
  const build = settings.mode === 'fast' ? 'relaxed' : 'strict';
  return {
    forms,
    counts,
    rowOf(word) {
      const row = rows.get(word) ?? unknownRow;
      // A word of the corpus that looks like a mark of ours is none.
      return row < 2 ? unknownRow : row;
    },
    network: (most) => readingNetwork(kernelModule(environment, 'sequence', build), shape, weights, most),
    single: null,
  };
}

function answering(opened: Opened, model: StoredSequenceModel, read: ReadNetwork): LoadedSequence {
  const { db } = opened.project;
  const settings = model.settings;
  const { forms, counts, rowOf, network } = read;
  const shape = shapeOf(settings, forms.length);
  const subCorpus = subCorpusOf(model);
  const own = () =>
    subCorpus === null ? undefined : trainingTexts(opened, { conditions: subCorpus.conditions }).only;
  /** What a reading is of: this model, told from a later one of its number by its weights, and these texts. */
  const keyOf = (documents: readonly number[] | undefined) => {
    const digest = numberedCorpusDigest(db, documents);
    if (digest === null) throw new AppError('E_NO_CORPUS');
    return `${model.id} ${model.sha256} ${digest}`;
  };
  const corpus = (documents: readonly number[] | undefined) =>
    opened.remember(readRows, keyOf(documents), () => {
      const tokens = trainedTokens(opened, { only: documents, types: () => typesOf(opened) }, settings.layer);
      const rowOfType = Uint32Array.from(tokens.types().forms, rowOf);
      return corpusRows(() => tokens.texts(), rowOfType);
    });
  /** The project may be closed while its corpus is read. */
  const stillOpen = () => {
    if (!db.open) throw new AppError('E_CANCELLED');
  };
  const stillReads = (found: CorpusRows, documents: readonly number[] | undefined) => {
    stillOpen();
    if (corpus(documents) !== found) throw new AppError('E_CANCELLED');
  };
  return {
    model,
    settings,
    shape,
    vocabulary: { words: forms, rowOf },
    counts,
    reader(steps = mostSteps) {
      const wanted = Math.max(steps, mostSteps);
      if (read.single === null || read.single.steps < wanted)
        read.single = { steps: wanted, reader: network({ batch: 1, steps: wanted }) };
      return read.single.reader;
    },
    corpusReader: () => network(corpusReading),
    own,
    corpus,
    stillReads,
    async readCorpus(documents, hooks) {
      const key = keyOf(documents);
      const known = opened.recall(readCorpora, key);
      if (known !== undefined) return known;
      const rowsNow = corpus(documents);
      const bits = await finishSteps(
        corpusSurprisal(network(corpusReading), rowsNow, settings.memory),
        { signal: hooks.signal, onProgress: shareOf(hooks, 'reading') },
        stillOpen,
      );
      stillReads(rowsNow, documents);
      return opened.remember(readCorpora, key, () => {
        const places = knownPlaces(db, readSequenceTexts(db, model.id));
        return { corpus: rowsNow, bits, costs: sentenceCosts(rowsNow, bits), places };
      });
    },
    async peaks(part, layer, keep, hooks) {
      const documents = own();
      const key = keyOf(documents);
      const known = opened.recall(foundPeaks, key);
      const peak = `${layer} ${part}`;
      if (known !== undefined && known.keep >= keep) return known.of.get(peak)!;
      const rowsNow = corpus(documents);
      const most = Math.max(keep, keptPlaces);
      // The corpus is read once for all parts and layers: whoever looks at one gate looks at the next.
      const all = Array.from({ length: shape.layers }, (_, at) => at).flatMap((one) =>
        partsOf(shape.cell).map((each) => ({ part: each, layer: one })),
      );
      const found = await finishSteps(
        unitPeaks(network(corpusReading), rowsNow, { memory: settings.memory, parts: all, keep: most }),
        { signal: hooks.signal, onProgress: shareOf(hooks, 'reading') },
        stillOpen,
      );
      stillReads(rowsNow, documents);
      opened.forget(foundPeaks, key);
      const of = new Map(all.map((one, at) => [`${one.layer} ${one.part}`, found[at]!]));
      return opened.remember(foundPeaks, key, () => ({ keep: most, of })).of.get(peak)!;
    },
  };
}
