import { lineOf, sameConditions } from '../contract/conditions.ts';
import { checkedTrainedSubCorpus } from '../contract/checks.ts';
import type { ChosenSubCorpus, TrainedSubCorpus } from '../contract/corpus.ts';
import type { PartRef } from '../contract/texts.ts';
import { AppError } from '../contract/errors.ts';
import { corpusDigest } from '../project/corpus-digest.ts';
import { corpusSummary } from '../project/documents.ts';
import { conditionsOfTexts } from './chosen-texts.ts';
import { storedSubCorpora, textsOf } from './corpus-texts.ts';
import { typesOf, type Opened } from './opened.ts';
import { countsOf } from './part-counts.ts';

/** The texts that a model is trained on: the whole corpus, or a sub-corpus. */
export interface TrainingTexts {
  /** What the model will say of them; null for the whole corpus. */
  readonly subCorpus: TrainedSubCorpus | null;
  /** Ids of the documents, in the order of the corpus; undefined for all. */
  readonly only: readonly number[] | undefined;
  readonly documents: number;
  readonly tokens: number;
  /** What they are: sha256 over the digests of the documents. */
  readonly digest: string;
  /** Every type of the corpus with its occurrences in these texts alone, 0 where it has none. */
  types(): { readonly forms: readonly string[]; readonly counts: Uint32Array };
}

/**
 * @throws AppError E_NO_CORPUS, E_SUB_CORPUS_EMPTY, E_SUB_CORPUS_UNKNOWN
 */
export function trainingTexts(opened: Opened, ref: PartRef): TrainingTexts {
  const { db } = opened.project;
  if (ref !== 'all') return subCorpusTexts(opened, chosenSubCorpus(opened, ref));
  const digest = corpusDigest(db);
  if (digest === null) throw new AppError('E_NO_CORPUS');
  const { documents, tokens } = corpusSummary(db);
  return { subCorpus: null, only: undefined, documents, tokens, digest, types: () => typesOf(opened) };
}

function chosenSubCorpus(opened: Opened, ref: Exclude<PartRef, 'all'>): ChosenSubCorpus {
  const conditions = conditionsOfTexts(opened, ref);
  return 'subCorpus' in ref ? { name: ref.subCorpus, conditions } : { conditions };
}

function subCorpusTexts(opened: Opened, { name, conditions }: ChosenSubCorpus): TrainingTexts {
  const { db } = opened.project;
  if (corpusSummary(db).documents === 0) throw new AppError('E_NO_CORPUS');
  const { documents: only, tokens } = textsOf(opened).matching(conditions);
  const digest = corpusDigest(db, only);
  const known = storedSubCorpora(db).find((one) => sameConditions(one.conditions, conditions));
  if (digest === null || tokens === 0)
    throw emptySubCorpus(opened, { ...named(name ?? known?.name), conditions });
  const documents = only.length;
  return {
    subCorpus: { ...named(name ?? known?.name), conditions, documents, tokens, digest },
    only,
    documents,
    tokens,
    digest,
    types: () => ({ forms: typesOf(opened).forms, counts: countsOf(opened, only).counts }),
  };
}

const named = (name: string | undefined) => (name === undefined ? {} : { name });

/** Says which field no text has, where that is why. */
function emptySubCorpus(opened: Opened, { name, conditions }: ChosenSubCorpus): AppError {
  const fields = new Set(textsOf(opened).fields.map((one) => one.name));
  const missing = conditions.find(({ field }) => !fields.has(field));
  return new AppError('E_SUB_CORPUS_EMPTY', {
    ...named(name),
    where: lineOf(conditions),
    ...(missing === undefined ? {} : { field: missing.field }),
  });
}

/** What remains of texts in a checkpoint: by it they are found again. */
export const asChosen = ({
  subCorpus,
}: Pick<TrainingTexts, 'subCorpus'>): { readonly subCorpus?: ChosenSubCorpus } =>
  subCorpus === null ? {} : { subCorpus: { ...named(subCorpus.name), conditions: subCorpus.conditions } };

/**
 * The texts of an interrupted run, as they are now.
 * @param begun what the run was begun with; undefined for the whole corpus
 * @param asked what is asked for now; undefined takes what was begun with
 * @throws AppError E_NOTHING_TO_RESUME where other documents are asked for; E_NO_CORPUS, E_SUB_CORPUS_EMPTY
 */
export function resumedTexts(
  opened: Opened,
  begun: ChosenSubCorpus | undefined,
  asked: PartRef | undefined,
): TrainingTexts {
  const texts = begun === undefined ? trainingTexts(opened, 'all') : subCorpusTexts(opened, begun);
  if (asked !== undefined && trainingTexts(opened, asked).digest !== texts.digest)
    throw new AppError('E_NOTHING_TO_RESUME');
  return texts;
}

/** The sub-corpus that a stored model was trained on, of either kind; null for the whole corpus. Its file may be anybody’s. */
export function subCorpusOf({ history }: { readonly history: unknown }): TrainedSubCorpus | null {
  const { subCorpus } = (history ?? {}) as { readonly subCorpus?: unknown };
  return checkedTrainedSubCorpus(subCorpus);
}

/** Whether its conditions choose other texts by now, or the same ones have changed. */
export function isStale(opened: Opened, { conditions, digest }: TrainedSubCorpus): boolean {
  return corpusDigest(opened.project.db, textsOf(opened).matching(conditions).documents) !== digest;
}

/** What a sub-corpus is called: its name, or its conditions. */
export const nameOf = ({ name, conditions }: ChosenSubCorpus): string => name ?? lineOf(conditions);
