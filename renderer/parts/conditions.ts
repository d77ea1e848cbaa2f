import type { ChosenSubCorpus, FieldCondition } from '../../core/contract/corpus.ts';
import type { TextsRef } from '../../core/contract/texts.ts';
import type { Dictionary } from '../i18n/en.ts';

type Words = Pick<Dictionary['texts'], 'between' | 'since' | 'until' | 'every'>;

/** “year: 1811 – 1818” */
export function conditionText({ field, values, from, to }: FieldCondition, t: Words): string {
  if (values !== undefined) return `${field}: ${values.join(', ')}`;
  if (from !== undefined && to !== undefined) return `${field}: ${t.between(from, to)}`;
  if (from !== undefined) return `${field}: ${t.since(from)}`;
  return to === undefined ? field : `${field}: ${t.until(to)}`;
}

/** All of them in a line. */
export function conditionsText(conditions: readonly FieldCondition[], t: Words): string {
  return conditions.length === 0 ? t.every : conditions.map((one) => conditionText(one, t)).join(' · ');
}

/** The name of a sub-corpus or, where it has none, its conditions. */
export const subCorpusName = ({ name, conditions }: ChosenSubCorpus, t: Words): string =>
  name ?? conditionsText(conditions, t);

/** Texts as the note of a picture calls them. */
export function textsName(texts: TextsRef, t: Words, counted: (count: number) => string): string {
  if (texts === 'all') return t.every;
  if ('subCorpus' in texts) return texts.subCorpus;
  return 'conditions' in texts ? conditionsText(texts.conditions, t) : counted(texts.documents.length);
}

/** A model as it is offered for choice: with its texts, where these are not the whole corpus. */
export function modelOption(
  { name, subCorpus }: { readonly name: string; readonly subCorpus: ChosenSubCorpus | null },
  t: Words,
): { readonly value: string; readonly name: string } {
  if (subCorpus === null) return { value: name, name };
  const texts = subCorpusName(subCorpus, t);
  // Models are called by their texts, unless somebody called them otherwise.
  return { value: name, name: name.startsWith(texts) ? name : `${name} · ${texts}` };
}
