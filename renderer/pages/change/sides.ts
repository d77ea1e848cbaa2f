import type { FieldCondition, SubCorpus } from '../../../core/contract/corpus.ts';
import { typedWords } from '../../parts/typed-words.ts';
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

/** The words of a pole, each once; semicolons part them too. */
export const wordsOfPole = (typed: string): readonly string[] => [
  ...new Set(typedWords(typed.replaceAll(/[;；]/g, ' '))),
];
