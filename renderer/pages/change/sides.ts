import type { FieldCondition, SubCorpus } from '../../../core/contract/corpus.ts';
import type { TextsRef } from '../../../core/contract/texts.ts';

/** What the texts of a side are to fulfil; null where that cannot be said: all texts, or single ones. */
export function conditionsOf(
  texts: TextsRef,
  subCorpora: readonly SubCorpus[],
): readonly FieldCondition[] | null {
  if (texts === 'all' || 'documents' in texts) return null;
  if ('conditions' in texts) return texts.conditions;
  return subCorpora.find(({ name }) => name === texts.subCorpus)?.conditions ?? null;
}

/** Words that somebody typed, with spaces or commas between them. */
export const typedWords = (typed: string): readonly string[] => [
  ...new Set(typed.split(/[\s,，、;；]+/).filter((word) => word !== '')),
];
