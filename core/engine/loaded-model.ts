import { AppError } from '../contract/errors.ts';
import type { TrainingSettings } from '../contract/training.ts';
import { readMatrix } from '../project/matrices.ts';
import { findModel, readModelWords, type StoredModel } from '../project/models.ts';
import { findType, rangesOf } from '../project/types.ts';
import { wordsWithin, type Occurring } from '../project/words-within.ts';
import { kernelRowScores, type RowScores } from '../vectors/row-scores.ts';
import { suggestionsFor } from '../vectors/suggestions.ts';
import { vectorSpace, type VectorSpace } from '../vectors/vector-space.ts';
import type { TrainedSubCorpus } from '../contract/corpus.ts';
import { spellings } from './corpus-words.ts';
import { kernelModule } from './kernel-modules.ts';
import type { Session } from './session.ts';
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
  /** The row that a person means by a word, −1 where there is none. */
  find(word: string): number;
  /** The same. @throws AppError E_WORD_RARE, E_WORD_UNKNOWN with suggestions */
  row(word: string): number;
  /** Number of documents of each row’s word today, of the corpus or the model’s sub-corpus; null where the project has no corpus. */
  documents(rows: readonly number[]): readonly (number | null)[];
}

/** Matrices are large: only so many models stay in memory. */
const mostLoaded = 2;

/** A model by name, the newest without one; read once. @throws AppError E_NO_MODEL, E_MODEL_UNKNOWN */
export function loadModel(session: Session, name: string | undefined): LoadedModel {
  const { db } = session.project;
  const model = findModel(db, name);
  const known = session.loaded.get(model.name);
  if (known?.model.id === model.id) return known;
  const { forms, counts } = readModelWords(db, model.id);
  const values = readMatrix(db, model.id, 'input');
  const hasCounts = counts.some((count) => count > 0);
  const space = vectorSpace({
    words: forms,
    counts: hasCounts ? counts : null,
    dimensions: model.dimensions,
    values,
  });
  const loaded = answering(session, model, space);
  session.loaded.delete(model.name);
  session.loaded.set(model.name, loaded);
  if (session.loaded.size > mostLoaded) session.loaded.delete(session.loaded.keys().next().value!);
  return loaded;
}

function answering(session: Session, model: StoredModel, space: VectorSpace): LoadedModel {
  const { db } = session.project;
  const settings = model.settings as TrainingSettings | null;
  const subCorpus = subCorpusOf(model);
  const within = subCorpus === null ? null : wordsOf(session, subCorpus);
  const scorers = new Map<boolean, RowScores>();
  let output: Float32Array | null = null;
  const find = (word: string) =>
    spellings(word)
      .map((form) => space.rowOf(form))
      .find((row) => row >= 0) ?? -1;
  return {
    model,
    space,
    settings,
    scores(raw) {
      const scorer =
        scorers.get(raw) ??
        kernelRowScores(kernelModule(session.environment, 'nearest', 'relaxed'), space, raw);
      scorers.set(raw, scorer);
      return scorer;
    },
    output() {
      if (!model.matrices.includes('output')) throw new AppError('E_NO_OUTPUT_LAYER', { model: model.name });
      output ??= readMatrix(db, model.id, 'output');
      return output;
    },
    find,
    row(word) {
      const found = find(word);
      if (found >= 0) return found;
      // Models of before there were stop words have none.
      const stopped = new Set((settings as Partial<TrainingSettings> | null)?.stopWords);
      if (spellings(word).some((form) => stopped.has(form)))
        throw new AppError('E_WORD_STOPPED', { word, model: model.name });
      const texts = subCorpus === null ? {} : { texts: nameOf(subCorpus) };
      for (const form of spellings(word)) {
        const all = findType(db, form);
        if (all === null || settings === null) continue;
        const count = within?.(form)?.count ?? all.count;
        if (count === 0) throw new AppError('E_WORD_UNKNOWN', { word, ...texts, elsewhere: all.count });
        if (count < settings.minCount)
          throw new AppError('E_WORD_RARE', { word, count, minCount: settings.minCount, ...texts });
      }
      throw new AppError('E_WORD_UNKNOWN', { word, suggestions: suggestionsFor(word, space.words) });
    },
    documents(rows) {
      if (session.types().forms.length === 0) return rows.map(() => null);
      const words = rows.map((row) => space.words[row]!);
      if (within !== null) return words.map((word) => within(word)?.documents ?? 0);
      return rangesOf(db, words).map((range) => range ?? 0);
    },
  };
}

/** Looks words up in the texts of a sub-corpus, as they are at the time of asking. */
function wordsOf(session: Session, { conditions }: TrainedSubCorpus): (form: string) => Occurring | null {
  let known: { readonly texts: object; readonly within: ReturnType<typeof wordsWithin> } | null = null;
  return (form) => {
    const texts = session.texts();
    if (known?.texts !== texts)
      known = { texts, within: wordsWithin(session.project.db, texts.matching(conditions).documents) };
    return known.within(form);
  };
}
