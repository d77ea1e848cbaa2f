import type { FieldCondition } from '../contract/corpus.ts';
import { AppError } from '../contract/errors.ts';
import type { TextsRef } from '../contract/texts.ts';
import { storedSubCorpora, textsOf } from './corpus-texts.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** The texts that a call means, as they are now. */
export interface ChosenTexts {
  /** Ids of the documents, in the order of the corpus; undefined for all. */
  readonly only: readonly number[] | undefined;
  readonly has: (document: number) => boolean;
}

/** More than a person goes to and fro between. */
const resolved = kept<ChosenTexts>({ most: 20 });

const everything: ChosenTexts = { only: undefined, has: () => true };

/** @throws AppError E_SUB_CORPUS_UNKNOWN */
export function chosenTexts(opened: Opened, ref: TextsRef): ChosenTexts {
  if (ref === 'all') return everything;
  return opened.remember(resolved, JSON.stringify(ref), () => {
    const only = idsOf(opened, ref);
    const ids = new Set(only);
    return { only, has: (document) => ids.has(document) };
  });
}

function idsOf(opened: Opened, ref: Exclude<TextsRef, 'all'>): readonly number[] {
  const corpus = textsOf(opened);
  if (!('documents' in ref)) return corpus.matching(conditionsOfTexts(opened, ref)).documents;
  const wanted = new Set(ref.documents);
  return corpus.matching([]).documents.filter((id) => wanted.has(id));
}

/** What makes them a part of the corpus. @throws AppError E_SUB_CORPUS_UNKNOWN */
export function conditionsOfTexts(
  { project: { db } }: Opened,
  ref: { readonly subCorpus: string } | { readonly conditions: readonly FieldCondition[] },
): readonly FieldCondition[] {
  if ('conditions' in ref) return ref.conditions;
  const stored = storedSubCorpora(db);
  const found = stored.find(({ name }) => name === ref.subCorpus);
  if (found !== undefined) return found.conditions;
  throw new AppError('E_SUB_CORPUS_UNKNOWN', {
    subCorpus: ref.subCorpus,
    subCorpora: stored.map(({ name }) => name),
  });
}
