import type * as v from 'valibot';
import type { CallDefinition } from './call.ts';
import type { calls } from './calls/all.ts';
import type {
  ChosenSubCorpus,
  CutComparison,
  Dictionary,
  DocumentRow,
  FieldCondition,
  FieldKind,
  FieldRow,
  FileChoice,
  ImportReport,
  ImportRequest,
  ImportResult,
  InspectedFile,
  PhraseRow,
  SkippedFile,
  SubCorpus,
  SubCorpusRow,
  Taking,
  TokenSettings,
  WordRow,
} from './corpus.ts';
import type { ExportFormat, ExportKind, ExportResult, TablePreset, VectorImportReport } from './exchange.ts';
import type { Progress } from './progress.ts';
import type {
  FileRef,
  ModelSummary,
  ProjectInfo,
  ProjectBackup,
  RecoverableProject,
  RescueReport,
  VerifyReport,
} from './project.ts';
import type {
  AnalogyAnswer,
  AnalogyEvaluation,
  Measure,
  Neighbour,
  PairsEvaluation,
  SlotPrediction,
} from './search.ts';
import type {
  NextWord,
  ReadToken,
  SentenceRow,
  SequencePresetReason,
  SequencePresetWarning,
  SequenceProgress,
  SequenceResult,
  SequenceSettings,
  SequenceStates,
  SequenceSummary,
  StateLine,
  StatePart,
  Cell,
} from './sequence.ts';
import type { TextsRef } from './texts.ts';
import type {
  SentenceToken,
  TrainingPair,
  TrainingProgress,
  TrainingResult,
  TrainingSettings,
  PresetReason,
  PresetWarning,
} from './training.ts';

/** One thing that can be asked of the engine: what goes in, what comes out, what is reported on the way. */
export interface Call<Input, Output, P = Progress, Checked = Input> {
  /** What may be asked. */
  readonly input: Input;
  /** What the engine then sees: with the defaults in it. */
  readonly checked: Checked;
  readonly output: Output;
  readonly progress: P;
}

/** Callers may hold what nobody may change. */
type Unchanging<T> = T extends object ? { readonly [K in keyof T]: Unchanging<T[K]> } : T;

type Defined = typeof calls;
type DefinedCalls = {
  [M in keyof Defined]: Defined[M] extends CallDefinition<infer S, infer Output, infer P>
    ? Call<Unchanging<v.InferInput<S>>, Output, P, v.InferOutput<S>>
    : never;
};

/** No parameters. */
type None = Readonly<Record<string, never>>;

interface OfModel {
  /** Name of a model of the project; the newest when left out. */
  readonly model?: string;
}

interface OfSubCorpus {
  /** The texts that are meant; the whole corpus when left out. */
  readonly subCorpus?: ChosenSubCorpus;
}

interface Ranked extends OfModel {
  readonly measure?: Measure;
  readonly raw?: boolean;
  readonly top?: number;
  readonly minCount?: number;
}

interface ProjectCalls {
  'project.open': Call<{ file: FileRef; create?: boolean; readOnly?: boolean }, ProjectInfo>;
  'project.info': Call<None, ProjectInfo>;
  'project.save': Call<{ target?: FileRef }, { name: string }>;
  /**
   * `save` true puts unsaved changes into the file; false gives them up, and an interrupted training with them; without
   * it both are kept on this computer, and taken up when the file is next opened.
   */
  'project.close': Call<{ save?: boolean }, null>;
  'project.verify': Call<{ file: FileRef }, VerifyReport>;
  /** Unsaved work of sessions that ended, newest first. */
  'project.recoverable': Call<None, { projects: readonly RecoverableProject[] }>;
  'project.recover': Call<{ id: string }, ProjectInfo>;
  'project.giveUp': Call<{ id: string }, null>;
  /** Newest first. */
  'project.backups': Call<{ file: FileRef }, { backups: readonly ProjectBackup[] }>;
  'project.restore': Call<{ file: FileRef; saves: number; target: FileRef }, null>;
  'project.rescue': Call<{ file: FileRef; target: FileRef }, RescueReport>;
}

interface CorpusCalls {
  'corpus.import': Call<
    Omit<ImportRequest, 'paths' | 'metadataFile' | 'dictionary'> & {
      files: readonly FileRef[];
      metadataFile?: FileRef;
    },
    ImportResult
  >;
  'corpus.preview': Call<
    { text: string; language: string; tokens: TokenSettings; dictionary?: Dictionary },
    { tokens: readonly { form: string; start: number; length: number }[]; dropped: readonly string[] }
  >;
  'corpus.inspect': Call<
    {
      files: readonly FileRef[];
      language: string;
      encoding: string;
      tokens: TokenSettings;
      choices?: readonly FileChoice[];
      taking?: Taking;
    },
    { files: readonly InspectedFile[]; skipped: readonly SkippedFile[] }
  >;
  /** What became of every file of every import, oldest first. */
  'corpus.reports': Call<None, { imports: readonly ImportReport[] }>;
  /** Sets a field of these documents; null takes it away. */
  'corpus.setMetadata': Call<
    { documents: readonly number[]; field: string; value: string | number | null },
    { changed: number }
  >;
  'corpus.fields': Call<None, { fields: readonly FieldRow[] }>;
  /** What the values of a field are taken for; null leaves it to the values. */
  'corpus.setFieldKind': Call<{ field: string; kind: FieldKind | null }, null>;
  'corpus.subCorpora': Call<None, { subCorpora: readonly SubCorpusRow[] }>;
  /** Puts these in the place of all before. */
  'corpus.setSubCorpora': Call<{ subCorpora: readonly SubCorpus[] }, null>;
  /** Texts that fulfil every condition. */
  'corpus.matching': Call<
    { conditions: readonly FieldCondition[] },
    { documents: readonly number[]; tokens: number }
  >;
  /**
   * How the corpus was cut, and the project’s dictionary; `pending` when that was changed since, `otherwise` when some texts were cut by another
   * version of the program’s rules, so that they would come out otherwise today.
   */
  'corpus.cutting': Call<
    None,
    { tokens: TokenSettings; dictionary: Dictionary; pending: boolean; otherwise: boolean }
  >;
  /** A list of words, one a line; in jieba’s format with a frequency and a tag behind it, which do not count. */
  'corpus.readDictionary': Call<{ file: FileRef }, Dictionary>;
  /** Pairs of words that stand together more often than by chance: candidates for the dictionary, best first. */
  'corpus.phrases': Call<
    { minCount?: number; threshold?: number } & Page,
    { total: number; rows: readonly PhraseRow[] }
  >;
  'corpus.setDictionary': Call<{ dictionary: Dictionary }, null>;
  /** Cuts every text anew by these settings and the project’s dictionary. Models that were trained before are marked stale. */
  'corpus.recut': Call<{ tokens: TokenSettings }, { documents: number; tokens: number; types: number }>;
  /** Cuts texts, or all of them, in two ways and compares the results; nothing of the project changes. */
  'corpus.compareCuts': Call<
    {
      first: { tokens: TokenSettings; dictionary: boolean };
      second: { tokens: TokenSettings; dictionary: boolean };
      texts?: TextsRef;
      /** Rows of each list. */
      limit?: number;
    },
    CutComparison
  >;
  'corpus.documents': Call<{ texts?: TextsRef } & Page, { total: number; rows: readonly DocumentRow[] }>;
  'corpus.removeDocuments': Call<
    { documents: readonly number[] },
    { documents: number; tokens: number; types: number }
  >;
  /** The list of stopwords-iso for a language, or for the one most tokens are in; empty where there is none. */
  'corpus.stopWords': Call<{ language?: string }, { language: string; words: readonly string[] }>;
  'corpus.words': Call<
    {
      search?: string;
      match?: 'contains' | 'starts' | 'ends';
      sort?: 'count' | 'word' | 'documents' | 'dispersion';
      ascending?: boolean;
      /** Counted in these only. */
      texts?: TextsRef;
    } & Page,
    { total: number; tokens: number; rows: readonly WordRow[] }
  >;
}

/** A stretch of a long list. */
interface Page {
  readonly offset?: number;
  readonly limit?: number;
}

interface ModelCalls {
  /** Settings that suit the size of the corpus, or of the texts that are chosen. */
  'model.preset': Call<
    OfSubCorpus,
    {
      settings: TrainingSettings;
      reason: PresetReason;
      documents: number;
      tokens: number;
      warnings: readonly PresetWarning[];
    }
  >;
  /** A training that is resumed goes on with the texts that it began with; others are refused. */
  'model.train': Call<
    {
      name?: string;
      settings: Partial<TrainingSettings>;
      resume?: boolean;
      watched?: readonly string[];
    } & OfSubCorpus,
    TrainingResult,
    TrainingProgress
  >;
  'model.pause': Call<None, null>;
  'model.continue': Call<None, null>;
  'model.stopAndKeep': Call<None, null>;
  'model.estimate': Call<
    { settings: Partial<TrainingSettings> } & OfSubCorpus,
    {
      /** Types that reach the minimum count, of all. */
      keptTypes: number;
      types: number;
      /** Share of the tokens that the kept types cover, 0 to 1. */
      keptShare: number;
      bytes: number;
      /** From the speed of earlier trainings on this computer; null before the first. */
      seconds: number | null;
    }
  >;
  'model.list': Call<None, readonly ModelSummary[]>;
  'model.rename': Call<{ model: string; name: string }, ModelSummary>;
  'model.delete': Call<{ model: string }, null>;
  /** With the vocabulary of a model where one is named, else of the texts. */
  'model.pairs': Call<
    { sentence: string; seed?: number; settings?: Partial<TrainingSettings> } & OfModel & OfSubCorpus,
    { tokens: readonly SentenceToken[]; pairs: readonly TrainingPair[] }
  >;
  'model.importVectors': Call<
    { file: FileRef; name?: string; limit?: number },
    { model: string } & VectorImportReport
  >;
}

interface SearchCalls {
  'search.neighbours': Call<{ word: string } & Ranked, { neighbours: readonly Neighbour[] }>;
  'search.analogy': Call<
    { positive: readonly string[]; negative: readonly string[]; method?: 'add' | 'mul' } & Omit<
      Ranked,
      'measure' | 'raw'
    >,
    AnalogyAnswer
  >;
  'search.odd': Call<
    { words: readonly string[] } & OfModel,
    { word: string; scores: readonly { word: string; score: number }[] }
  >;
  'search.similarity': Call<
    { first: string; second: string; measure?: Measure; raw?: boolean } & OfModel,
    { score: number }
  >;
  'search.matrix': Call<
    { words: readonly string[]; measure?: Measure; raw?: boolean } & OfModel,
    {
      words: readonly string[];
      /** Row-major, words × words. */
      values: Float32Array;
      /** Rows in the order of a complete-linkage clustering. */
      clustered: readonly number[];
    }
  >;
  'search.vectors': Call<
    {
      words: readonly string[];
      /** Words that the model does not know are left out and named, as long as it knows one. */
      knownOnly?: boolean;
    } & OfModel,
    {
      words: readonly string[];
      dimensions: number;
      values: Float32Array;
      /** As they were asked for. */
      unknown: readonly string[];
    }
  >;
  'search.predict': Call<
    { left: string; right?: string; top?: number } & OfModel,
    {
      predictions: readonly SlotPrediction[];
      method: Pick<TrainingSettings, 'architecture' | 'output'>;
      known: readonly string[];
      unknown: readonly string[];
    }
  >;
  'evaluate.analogies': Call<
    { file: FileRef; restrict?: number; method?: 'add' | 'mul' } & OfModel,
    AnalogyEvaluation
  >;
  'evaluate.pairs': Call<{ file: FileRef } & OfModel, PairsEvaluation>;
}

interface SequenceCalls {
  /**
   * Settings that suit the size of the texts; for the cell, over the parent if one is named, else the newest word2vec model of these
   * texts, or the newest of all.
   */
  'sequence.preset': Call<
    { cell?: Cell; parent?: string } & OfSubCorpus,
    {
      settings: SequenceSettings;
      reason: SequencePresetReason;
      documents: number;
      tokens: number;
      warnings: readonly SequencePresetWarning[];
    }
  >;
  'sequence.estimate': Call<
    { settings: Partial<SequenceSettings> } & OfSubCorpus,
    {
      /** With `<unk>` and `<eos>`. */
      vocabulary: number;
      /** Share of the tokens that are no `<unk>`, 0 to 1. */
      keptShare: number;
      trainTokens: number;
      heldOutTokens: number;
      parameters: number;
      bytes: number;
      /** From the speed of earlier trainings on this computer; null before the first. */
      seconds: number | null;
    }
  >;
  /** Steered by `model.pause`, `model.continue` and `model.stopAndKeep`: only one thing is trained at a time. */
  'sequence.train': Call<
    { name?: string; settings: Partial<SequenceSettings>; resume?: boolean } & OfSubCorpus,
    SequenceResult,
    SequenceProgress
  >;
  'sequence.list': Call<None, readonly SequenceSummary[]>;
  'sequence.rename': Call<{ model: string; name: string }, SequenceSummary>;
  'sequence.delete': Call<{ model: string }, null>;
  /** What comes after a text, whose last sentence is taken to be unfinished. */
  'sequence.predict': Call<
    { text: string; top?: number } & OfModel,
    { model: string; predictions: readonly NextWord[]; tokens: readonly ReadToken[] }
  >;
  'sequence.states': Call<{ sentence: string; top?: number } & OfModel, SequenceStates>;
  'sequence.surprisal': Call<
    { text: string } & OfModel,
    { model: string; tokens: readonly ReadToken[]; bitsPerWord: number; perplexity: number }
  >;
  /** Reads the whole corpus once, or these texts. */
  'sequence.sentences': Call<
    {
      order: 'most' | 'least';
      /** Shorter sentences are left out; 5 without it. */
      minWords?: number;
      /** Longer ones too; 60 without it. */
      maxWords?: number;
      heldOutOnly?: boolean;
      texts?: TextsRef;
    } & OfModel &
      Page,
    { model: string; total: number; rows: readonly SentenceRow[] }
  >;
  /** Text drawn word by word from the model’s probabilities; the same seed draws the same. */
  'sequence.sample': Call<
    { start?: string; words?: number; temperature?: number; seed?: number } & OfModel,
    { model: string; text: string; tokens: readonly ReadToken[] }
  >;
  /** The places at which a unit stands highest (or lowest), of the corpus or of the sub-corpus that was trained on. Reads it once. */
  'sequence.unit': Call<
    {
      unit: number;
      /** From 0. */
      layer?: number;
      part?: StatePart;
      lowest?: boolean;
      width?: number;
      limit?: number;
    } & OfModel,
    { model: string; lines: readonly StateLine[] }
  >;
  /** The places, among the same texts, whose states are most like those of a span of a sentence: steps `from` to `to` of `sequence.states`. */
  'sequence.similar': Call<
    { sentence: string; from: number; to: number; layer?: number; width?: number; limit?: number } & OfModel,
    { model: string; lines: readonly StateLine[] }
  >;
}

interface ExchangeCalls {
  'exchange.export': Call<
    {
      what: ExportKind;
      format: ExportFormat;
      target: FileRef;
      preset?: TablePreset;
      /** BCP 47 tag of the person's own locale: the Excel preset takes separator and decimal sign from it. */
      locale?: string;
      /** For `neighbours`. */
      words?: readonly string[];
      /** For `sequence` and `surprisal`: name of a recurrent model; the newest when left out. */
      sequence?: string;
    } & Ranked,
    ExportResult
  >;
}

/** The single source of what can be asked: client, preload, checks, dispatch and command line all follow from it. */
export type Contract = ProjectCalls &
  CorpusCalls &
  DefinedCalls &
  ModelCalls &
  SearchCalls &
  SequenceCalls &
  ExchangeCalls;

export type Method = keyof Contract;
export type Input<M extends Method> = Contract[M]['input'];
export type Checked<M extends Method> = Contract[M]['checked'];
export type Output<M extends Method> = Contract[M]['output'];
export type ProgressOf<M extends Method> = Contract[M]['progress'];
