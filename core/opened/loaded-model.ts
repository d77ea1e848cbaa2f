import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { matrixStretches, readMatrix, readMatrixRows } from '../project/matrices.ts';
import { findModel, readModelWords, type StoredModel } from '../project/models.ts';
import { findType, hasTypes, rangesOf } from '../project/types.ts';
import { wordsWithin } from '../project/words-within.ts';
import { kernelRowScores, type RowScores } from '../vectors/row-scores.ts';
import { suggestionsFor } from '../vectors/suggestions.ts';
import { storedSpace, type VectorSpace } from '../vectors/vector-space.ts';
import type { TrainedSubCorpus } from '../contract/corpus.ts';
import { kernelModule } from '../kernel/kernel-modules.ts';
import { textsOf } from './corpus-texts.ts';
import { caseFolded } from '../corpus/tokenize/orthography.ts';
import { foldedForms } from '../corpus/tokenize/spellings.ts';
import { spellings } from './corpus-words.ts';
import { kept } from './memo.ts';
import { typesOf, type Opened } from './opened.ts';
import { stoppedForms } from './stop-words.ts';
import { nameOf, subCorpusOf } from './training-texts.ts';

/** A model out of the project, ready to answer. */
export interface LoadedModel {
  readonly model: StoredModel;
  readonly space: VectorSpace;
  readonly settings: TrainingSettings | null;
  /** Compares with every row: vectors scaled to length 1, or as they are. */
  scores(raw: boolean): RowScores;
  /** Output vectors. @throws AppError E_NO_OUTPUT_LAYER */
  output(): Float32Array;
  /** Types of the corpus that were left out as stop words. */
  stopped(): ReadonlySet<string>;
  /** The row that a person means by a word, −1 where there is none. */
  find(word: string): number;
  /** The same. @throws AppError E_WORD_RARE, E_WORD_UNKNOWN with suggestions */
  row(word: string): number;
  /** Number of documents of each row’s word today, of the corpus or the model’s sub-corpus; null where the project has no corpus. */
  documents(rows: readonly number[]): readonly (number | null)[];
}

/** What is read of a model once: its vectors, and where they were asked for its output vectors and rows ready to be compared. */
interface ReadModel {
  readonly space: VectorSpace;
  readonly scorers: Map<boolean, RowScores>;
  output: Float32Array | null;
}

/** By the number of the model, whose matrices never change. They are large: only so many stay in memory. */
const readModels = kept<ReadModel>({ most: 2, outlives: true });

/** Words of a model by their case folding. */
const foldedWords = kept<ReadonlyMap<string, string>>({ most: 2, outlives: true });

/** By the number of the model, for each state of the corpus. */
const stoppedOfModel = kept<ReadonlySet<string>>();

/** A model by name, the newest without one; read once. @throws AppError E_NO_MODEL, E_MODEL_UNKNOWN */
export function loadModel(opened: Opened, name: string | undefined): LoadedModel {
  const model = findModel(opened.project.db, name);
  const read = opened.remember(readModels, model.id, () => readModel(opened, model));
  return answering(opened, model, read);
}

/** For a model that is deleted: its number may be given to another. */
export function forgetModel(opened: Opened, id: number): void {
  opened.forget(readModels, id);
  opened.forget(foldedWords, id);
  opened.forget(stoppedOfModel, id);
}

function readModel({ project: { db } }: Opened, { id, dimensions }: StoredModel): ReadModel {
  const { forms, counts } = readModelWords(db, id);
  const hasCounts = counts.some((count) => count > 0);
  const space = storedSpace(
    { words: forms, counts: hasCounts ? counts : null, dimensions },
    {
      all: () => readMatrix(db, id, 'input'),
      one: (row) => readMatrixRows(db, id, 'input', [row]),
      stretches: () => matrixStretches(db, id, 'input'),
    },
  );
  return { space, scorers: new Map(), output: null };
}

function answering(opened: Opened, model: StoredModel, read: ReadModel): LoadedModel {
  const { db } = opened.project;
  const { space, scorers } = read;
  const settings = model.settings;
  const subCorpus = subCorpusOf(model);
  const within = (form: string) => (subCorpus === null ? null : wordsOf(opened, subCorpus)(form));
  const stopWords = settings?.stopWords ?? [];
  const stopped = () =>
    opened.remember(
      stoppedOfModel,
      model.id,
      () => new Set(stoppedForms(opened, stopWords, typesOf(opened))),
    );
  const find = (word: string) => {
    const spelled = spellings(opened, word);
    for (const form of spelled) {
      const row = space.rowOf(form);
      if (row >= 0) return row;
    }
    // US is not us, which was left out.
    if (spelled.some((form) => stopped().has(form))) return -1;
    const form = opened
      .remember(foldedWords, model.id, () => foldedForms(space.words))
      .get(caseFolded(word.trim()));
    return form === undefined ? -1 : space.rowOf(form);
  };
  return {
    model,
    space,
    settings,
    scores(raw) {
      const scorer =
        scorers.get(raw) ??
        kernelRowScores(kernelModule(opened.environment, 'nearest', 'relaxed'), space, raw);
      scorers.set(raw, scorer);
      return scorer;
    },
    output() {
      if (!model.matrices.includes('output')) throw new AppError('E_NO_OUTPUT_LAYER', { model: model.name });
      read.output ??= readMatrix(db, model.id, 'output');
      return read.output;
    },
    find,
    stopped,
    row(word) {
      const found = find(word);
      if (found >= 0) return found;
      if (spellings(opened, word).some((form) => stopped().has(form)))
        throw new AppError('E_WORD_STOPPED', { word, model: model.name });
      const texts = subCorpus === null ? {} : { texts: nameOf(subCorpus) };
      for (const form of spellings(opened, word)) {
        const all = findType(db, form);
        if (all === null || settings === null) continue;
        const count = within(form)?.count ?? all.count;
        if (count === 0) throw new AppError('E_WORD_UNKNOWN', { word, ...texts, elsewhere: all.count });
        if (count < settings.minCount)
          throw new AppError('E_WORD_RARE', { word, count, minCount: settings.minCount, ...texts });
      }
      throw new AppError('E_WORD_UNKNOWN', { word, suggestions: suggestionsFor(word, space.words) });
    },
    documents(rows) {
      if (!hasTypes(db)) return rows.map(() => null);
      const words = rows.map((row) => space.words[row]!);
      if (subCorpus !== null) return words.map((word) => within(word)?.documents ?? 0);
      return rangesOf(db, words).map((range) => range ?? 0);
    },
  };
}

type WordsWithin = ReturnType<typeof wordsWithin>;

/** Of the sub-corpora that models were asked of last. */
const wordsInPart = kept<WordsWithin>({ most: 2 });

/** Looks words up in the texts of a sub-corpus, as they are at the time of asking. */
const wordsOf = (opened: Opened, { conditions }: TrainedSubCorpus): WordsWithin =>
  opened.remember(wordsInPart, JSON.stringify(conditions), () =>
    wordsWithin(opened.project.db, textsOf(opened).matching(conditions).documents),
  );
