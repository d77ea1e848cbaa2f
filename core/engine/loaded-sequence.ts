import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import type { SequenceSettings, StatePart } from '../contract/sequence.ts';
import { corpusDigest } from '../project/corpus-digest.ts';
import {
  findSequenceModel,
  readSequenceTexts,
  readSequenceWords,
  readWeights,
  type StoredSequenceModel,
} from '../project/sequence-models.ts';
import { readTexts } from '../project/token-stream.ts';
import { corpusRows, type CorpusRows } from '../sequence/corpus-rows.ts';
import { corpusSurprisal, sentenceCosts, type SentenceCosts } from '../sequence/corpus-surprisal.ts';
import { weightShapes, type NetworkShape } from '../sequence/network-shape.ts';
import { corpusReading } from '../sequence/read-corpus.ts';
import { mostSteps, type RowsOfWords } from '../sequence/read-text.ts';
import type { Reader } from '../sequence/reader.ts';
import { readingNetwork } from '../sequence/reading-network.ts';
import { unknownRow } from '../sequence/sequence-data.ts';
import { unitPeaks, type UnitPeaks } from '../sequence/unit-peaks.ts';
import { finishSteps, shareOf } from './finish-steps.ts';
import { kernelModule } from './kernel-modules.ts';
import type { Session } from './session.ts';
import { knownPlaces, type KnownPlaces, type SplitRecord } from './split-record.ts';
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

/** Weights are large: only so many models stay in memory. Two, since cells are compared side by side. */
const mostLoaded = 2;

/** The whole corpus and a part of it, or two parts: what a person goes to and fro between. */
const mostRead = 2;

/** Places that are kept of each unit: as many as a list shows. */
const keptPlaces = 200;

export const partsOf = (cell: SequenceSettings['cell']): readonly StatePart[] =>
  cell === 'rnn' ? ['hidden'] : ['hidden', 'input', 'forget', 'output', 'candidate', 'cell'];

export const shapeOf = (settings: SequenceSettings, words: number): NetworkShape => ({
  cell: settings.cell,
  layers: settings.layers,
  inputs: settings.dimensions,
  hidden: settings.hidden,
  words,
});

/** A recurrent model by name, the newest without one; read once. @throws AppError E_NO_SEQUENCE_MODEL, E_SEQUENCE_UNKNOWN */
export function loadSequence(session: Session, name: string | undefined): LoadedSequence {
  const { db } = session.project;
  const model = findSequenceModel(db, name);
  const known = session.sequences.get(model.id);
  if (known?.model.name === model.name && known.model.stale === model.stale) return known;
  const loaded = answering(session, model);
  session.sequences.delete(model.id);
  session.sequences.set(model.id, loaded);
  if (session.sequences.size > mostLoaded) session.sequences.delete(session.sequences.keys().next().value!);
  return loaded;
}

function answering(session: Session, model: StoredSequenceModel): LoadedSequence {
  const { project, environment } = session;
  const { db } = project;
  const settings = model.settings as SequenceSettings;
  const { forms, counts } = readSequenceWords(db, model.id);
  const shape = shapeOf(settings, forms.length);
  const weights = new Map(readWeights(db, model.id).map(({ name, values }) => [name, values]));
  for (const { name, rows, columns } of weightShapes(shape))
    if (weights.get(name)?.length !== rows * columns) throw new AppError('E_DAMAGED', { matrix: name });
  const rows = new Map(forms.map((form, row) => [form, row]));
  const rowOf = (word: string) => {
    const row = rows.get(word) ?? unknownRow;
    // A word of the corpus that looks like a mark of ours is none.
    return row < 2 ? unknownRow : row;
  };
  // What is drawn or measured is to be the same everywhere where the weights are.
  const build = settings.mode === 'fast' ? 'relaxed' : 'strict';
  const network = (most: { batch: number; steps: number }) =>
    readingNetwork(kernelModule(environment, 'sequence', build), shape, weights, most);

  let single: { readonly steps: number; readonly reader: Reader } | null = null;
  const read = new Map<string, CorpusRows>();
  const surprisal = new Map<CorpusRows, ReadCorpus>();
  const peaks = new Map<string, { readonly keep: number; readonly peaks: UnitPeaks }>();
  let peaksOf: CorpusRows | null = null;

  const subCorpus = subCorpusOf(model);
  const own = () => (subCorpus === null ? undefined : trainingTexts(session, subCorpus).only);
  const corpus = (documents: readonly number[] | undefined) => {
    const digest = corpusDigest(db, documents);
    if (digest === null) throw new AppError('E_NO_CORPUS');
    const key = `${digest} ${documents?.join(' ') ?? 'all'}`;
    const known = read.get(key);
    if (known !== undefined) return known;
    const { forms: typeForms } = session.types();
    const rowOfType = Uint32Array.from(typeForms, rowOf);
    const rowsNow = corpusRows(() => readTexts(db, documents), rowOfType);
    read.set(key, rowsNow);
    for (const [oldest, forgotten] of read) {
      if (read.size <= mostRead) break;
      read.delete(oldest);
      surprisal.delete(forgotten);
    }
    return rowsNow;
  };
  /** The project may be closed while its corpus is read. */
  const stillOpen = () => {
    if (!db.open) throw new AppError('E_CANCELLED');
  };
  const loaded: LoadedSequence = {
    model,
    settings,
    shape,
    vocabulary: { words: forms, rowOf },
    counts,
    reader(steps = mostSteps) {
      if (single === null || single.steps < steps)
        single = {
          steps: Math.max(steps, mostSteps),
          reader: network({ batch: 1, steps: Math.max(steps, mostSteps) }),
        };
      return single.reader;
    },
    corpusReader: () => network(corpusReading),
    own,
    corpus,
    stillReads(found, documents) {
      stillOpen();
      if (loaded.corpus(documents) !== found) throw new AppError('E_CANCELLED');
    },
    async readCorpus(documents, hooks) {
      const rowsNow = corpus(documents);
      const known = surprisal.get(rowsNow);
      if (known !== undefined) return known;
      const bits = await finishSteps(
        corpusSurprisal(loaded.corpusReader(), rowsNow, settings.memory),
        { signal: hooks.signal, onProgress: shareOf(hooks, 'reading') },
        stillOpen,
      );
      loaded.stillReads(rowsNow, documents);
      const places = knownPlaces(db, readSequenceTexts(db, model.id) as SplitRecord);
      const found = { corpus: rowsNow, bits, costs: sentenceCosts(rowsNow, bits), places };
      surprisal.set(rowsNow, found);
      return found;
    },
    async peaks(part, layer, keep, hooks) {
      const documents = own();
      const rowsNow = corpus(documents);
      if (peaksOf !== rowsNow) peaks.clear();
      const known = peaks.get(`${layer} ${part}`);
      if (known !== undefined && known.keep >= keep) return known.peaks;
      const most = Math.max(keep, keptPlaces);
      // The corpus is read once for all parts and layers: whoever looks at one gate looks at the next.
      const all = Array.from({ length: shape.layers }, (_, at) => at).flatMap((one) =>
        partsOf(shape.cell).map((each) => ({ part: each, layer: one })),
      );
      const found = await finishSteps(
        unitPeaks(loaded.corpusReader(), rowsNow, { memory: settings.memory, parts: all, keep: most }),
        { signal: hooks.signal, onProgress: shareOf(hooks, 'reading') },
        stillOpen,
      );
      loaded.stillReads(rowsNow, documents);
      peaksOf = rowsNow;
      all.forEach((one, at) => peaks.set(`${one.layer} ${one.part}`, { keep: most, peaks: found[at]! }));
      return peaks.get(`${layer} ${part}`)!.peaks;
    },
  };
  return loaded;
}
