import { getContext, setContext } from 'svelte';
import type { ChosenSubCorpus } from '../../core/contract/corpus.ts';

/** Null for the whole corpus; undefined where words come from no model, so that lines are shown of whatever texts were chosen last. */
export type TextsOfWords = ChosenSubCorpus | null | undefined;

const key = Symbol('texts of words');

/** Says of which texts the words in a part of the window speak: lines that are opened from there are limited to them. */
export function wordsSpeakOf(texts: () => TextsOfWords): void {
  setContext(key, texts);
}

export function textsOfWords(): () => TextsOfWords {
  return getContext<(() => TextsOfWords) | undefined>(key) ?? (() => undefined);
}
