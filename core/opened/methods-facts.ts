import { lineOf } from '../contract/conditions.ts';
import type { MethodsFacts } from '../contract/methods.ts';
import { version } from '../contract/version.ts';
import { corpusSummary, languagesOf } from '../project/documents.ts';
import { describeMatrix } from '../project/matrices.ts';
import { findModel } from '../project/models.ts';
import { listStudies } from '../project/studies.ts';
import { lastCut } from './cutting.ts';
import { asAsked } from './divided-study.ts';
import { studyOf } from './loaded-study.ts';
import type { Opened } from './opened.ts';
import { isStale, subCorpusOf } from './training-texts.ts';

/** What is stored of a model and its texts, and nothing that is not. @throws AppError E_NO_MODEL, E_MODEL_UNKNOWN */
export function methodsFacts(opened: Opened, name: string | undefined): MethodsFacts {
  const { db } = opened.project;
  const model = findModel(db, name);
  const subCorpus = subCorpusOf(model);
  const stale = subCorpus === null ? model.stale : isStale(opened, subCorpus);
  const { settings, history } = model;
  const { dictionary, tokens: cutting } = lastCut(db);
  const study = studyOf(opened, model.id);
  return {
    version,
    model: model.name,
    vocabulary: model.words,
    dimensions: model.dimensions,
    vectors: describeMatrix(db, model.id, 'input').sha256,
    training:
      settings === null
        ? null
        : {
            settings,
            // One that was stopped and kept has fewer than it was to have.
            epochs: history?.loss.length === 0 ? settings.epochs : (history?.loss.length ?? settings.epochs),
            tokens: history?.totalTokens ?? null,
            corpus: model.corpus,
            stale,
            documents: subCorpus?.documents ?? (stale ? null : corpusSummary(db).documents),
            part: subCorpus === null ? null : lineOf(subCorpus.conditions),
            languages: subCorpus === null && !stale ? languagesOf(db) : [],
            cutting: stale ? null : cutting,
            dictionary: dictionary.words.length + dictionary.splits.length,
          },
    study: study === null ? null : { kind: study.kind, runs: study.runs.length },
    further: listStudies(db).flatMap(({ modelId, kind, division, runs }) => {
      const made = runs.filter(({ failure }) => failure === null).length;
      if (modelId !== model.id || kind === study?.kind || made === 0) return [];
      const parts = division === null ? null : { ...asAsked(division), parts: division.parts };
      return [{ kind, runs: made, division: parts }];
    }),
  };
}
