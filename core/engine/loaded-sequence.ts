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
  /** The corpus as it is now. @throws AppError E_NO_CORPUS */
  corpus(): CorpusRows;
  /** Read once for each state of the corpus. @throws AppError E_NO_CORPUS, E_CANCELLED */
  readCorpus(hooks: Hooks): Promise<ReadCorpus>;
  /** @throws AppError E_CANCELLED where the corpus is no longer the one that was read */
  stillReads(corpus: CorpusRows): void;
  /** At least `keep` places for each unit; read once for each state of the corpus. @throws AppError E_NO_CORPUS, E_CANCELLED */
  peaks(part: StatePart, layer: number, keep: number, hooks: Hooks): Promise<UnitPeaks>;
}

/** Weights are large: only so many models stay in memory. Two, since cells are compared side by side. */
const mostLoaded = 2;

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
  let read: { readonly digest: string; readonly corpus: CorpusRows } | null = null;
  let surprisal: (ReadCorpus & { readonly digest: string }) | null = null;
  const peaks = new Map<string, { readonly keep: number; readonly peaks: UnitPeaks }>();

  const digest = () => {
    const found = corpusDigest(db);
    if (found === null) throw new AppError('E_NO_CORPUS');
    return found;
  };
  const corpus = () => {
    const now = digest();
    if (read?.digest === now) return read.corpus;
    const { forms: typeForms } = session.types();
    const rowOfType = Uint32Array.from(typeForms, rowOf);
    read = { digest: now, corpus: corpusRows(() => readTexts(db), rowOfType) };
    peaks.clear();
    return read.corpus;
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
    corpus,
    stillReads(found) {
      stillOpen();
      if (loaded.corpus() !== found) throw new AppError('E_CANCELLED');
    },
    async readCorpus(hooks) {
      const now = digest();
      if (surprisal?.digest === now) return surprisal;
      const rowsNow = corpus();
      const bits = await finishSteps(
        corpusSurprisal(loaded.corpusReader(), rowsNow, settings.memory),
        { signal: hooks.signal, onProgress: shareOf(hooks, 'reading') },
        stillOpen,
      );
      loaded.stillReads(rowsNow);
      const places = knownPlaces(db, readSequenceTexts(db, model.id) as SplitRecord);
      surprisal = { digest: now, corpus: rowsNow, bits, costs: sentenceCosts(rowsNow, bits), places };
      return surprisal;
    },
    async peaks(part, layer, keep, hooks) {
      const rowsNow = corpus();
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
      loaded.stillReads(rowsNow);
      all.forEach((one, at) => peaks.set(`${one.layer} ${one.part}`, { keep: most, peaks: found[at]! }));
      return peaks.get(`${layer} ${part}`)!.peaks;
    },
  };
  return loaded;
}
