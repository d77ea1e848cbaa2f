import type { TokenSettings } from '../../contract/cutting.ts';
import { caseFolded, lowerCaseOf, oneSpelling } from './orthography.ts';
import { normalForm, withoutMarks } from './normal-form.ts';
import { usualSpelling } from './usual-spelling.ts';

/** How texts were written and counted. */
export interface WayOfCounting {
  /** Languages of the texts (BCP 47), the most frequent first; none where that is not known. */
  readonly languages: readonly string[];
  readonly tokens: TokenSettings;
}

/** Case rules that are tried where nothing is known of the language. */
const anyCase = ['und', 'tr'];

/**
 * The forms that a word may be counted under, the likeliest first: as it was typed, in one orthography, as the texts of each language are
 * counted, in lower case, without marks that may not count. Several words are also tried as one.
 */
export function spellingsOf(word: string, { languages, tokens }: WayOfCounting): readonly string[] {
  const written = oneSpelling(usualSpelling(word)).trim();
  const cases = languages.some((language) => language !== 'und') ? languages : anyCase;
  const counted = cases.map((language) => normalForm(language, tokens)(written, 'word') ?? '');
  const lower = [...cases, 'und'].map((language) => lowerCaseOf(language)(written));
  const all = [word, written, ...counted, ...lower, ...lower.map(withoutMarks)].filter((form) => form !== '');
  const joined = /\s/u.test(written) ? all.map((form) => form.trim().replace(/\s+/gu, '_')) : [];
  return [...new Set([...all, ...joined])];
}

/** Finds forms that differ from a word by case alone, where none of its spellings is there; of several the first. */
export function foldedForms(forms: Iterable<string>): ReadonlyMap<string, string> {
  const folded = new Map<string, string>();
  for (const form of forms) {
    if (form === '') continue;
    const key = caseFolded(form);
    if (!folded.has(key)) folded.set(key, form);
  }
  return folded;
}
