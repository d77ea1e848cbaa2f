import type { StopWordRow } from '../contract/words.ts';
import { elidedWords } from '../corpus/tokenize/elisions.ts';
import { lowerCaseOf } from '../corpus/tokenize/orthography.ts';
import { inSimplified } from '../corpus/tokenize/simplified-characters.ts';
import { spellingsOf } from '../corpus/tokenize/spellings.ts';
import { stopList } from '../vocabulary/stop-lists.ts';
import { mainLanguage, wayOfCounting } from './corpus-words.ts';
import type { Opened } from './opened.ts';

interface Types {
  readonly forms: readonly string[];
  readonly counts: Uint32Array;
}

/**
 * The types that the entries of a stop list are in the corpus: folded as its texts are, by their stems where these count, elided words
 * with their apostrophe, traditional characters for simplified ones. Where case counts, a capital at the beginning does not.
 * @param forms of the corpus
 * @returns by entry, only those that there are
 */
function formsOfEntries(
  opened: Opened,
  entries: readonly string[],
  forms: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const way = wayOfCounting(opened);
  const entryOf = new Map<string, string>();
  for (const entry of entries) {
    const spelled = spellingsOf(entry, way);
    for (const form of [...spelled, ...spelled.flatMap((one) => elisionsOf(one, way.languages))])
      if (!entryOf.has(form)) entryOf.set(form, entry);
  }
  const lower = lowerCaseOf(way.languages[0] ?? 'und');
  const found = new Map<string, string[]>();
  for (const form of forms) {
    if (form === '') continue;
    const entry =
      entryOf.get(form) ??
      (isCapitalised(form) ? entryOf.get(lower(form)) : entryOf.get(inSimplifiedHan(form)));
    if (entry !== undefined) found.set(entry, [...(found.get(entry) ?? []), form]);
  }
  return found;
}

const isCapitalised = (form: string) => /^\p{Lu}\P{Lu}*$/u.test(form);
const han = /^\p{Script=Han}+$/u;
const inSimplifiedHan = (form: string) => (han.test(form) ? inSimplified(form) : form);

/** `l` is also `l'` in languages that write it so. */
const elisionsOf = (form: string, languages: readonly string[]): readonly string[] =>
  languages.some((language) => elidedWords(language)?.has(form) === true) ? [`${form}'`] : [];

/** Every type that a stop list leaves out of a model. */
export function stoppedForms(
  opened: Opened,
  entries: readonly string[],
  { forms }: Types,
): readonly string[] {
  if (entries.length === 0) return [];
  return [...new Set([...entries, ...[...formsOfEntries(opened, entries, forms).values()].flat()])];
}

/** Which entries occur, and how often, the most frequent first. @param language whose content words are marked */
export function occurringEntries(
  opened: Opened,
  entries: readonly string[],
  { forms, counts }: Types,
  language = mainLanguage(opened),
): readonly StopWordRow[] {
  const countOf = new Map(forms.map((form, id) => [form, counts[id]!]));
  const content = new Set(stopList(language).content);
  return [...formsOfEntries(opened, entries, forms)]
    .map(([entry, all]) => ({
      entry,
      forms: all.filter((form) => countOf.get(form)! > 0),
      count: all.reduce((sum, form) => sum + countOf.get(form)!, 0),
      isContent: content.has(entry),
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || (a.entry < b.entry ? -1 : 1));
}
