import type { TokenSettings } from '../../contract/cutting.ts';
import { isPlain, lowerCaseOf, oneSpelling } from './orthography.ts';
import { stemmerFor } from './stems.ts';
import { withoutDivision } from './undivided.ts';
import { usualSpelling } from './usual-spelling.ts';

/** Stands for every number where numbers are marked. */
export const numberMark = '<num>';

export type TokenKind = 'word' | 'number' | 'punctuation';

/** A raw form becomes the form that is counted; null where the settings leave it out. */
export type NormalForm = (raw: string, kind: TokenKind) => string | null;

/**
 * In its usual spelling and one orthography, lower case by the rules of the language, without marks and as its stem where that is wanted.
 */
export function normalForm(language: string, settings: TokenSettings): NormalForm {
  const lower = settings.lowerCase ? lowerCaseOf(language) : (form: string) => form;
  const stem = stemOf(language, settings);
  const stripped = settings.marks === 'strip' ? withoutMarks : (form: string) => form;
  return (raw, kind) => {
    if (kind === 'punctuation') return settings.punctuation === 'keep' ? raw.normalize('NFC') : null;
    if (kind === 'number') {
      if (settings.numbers === 'drop') return null;
      return settings.numbers === 'mark' ? numberMark : usualNumber(raw);
    }
    // Most words of most texts: nothing to be done but their case.
    const written = isPlain(raw) ? raw : oneSpelling(usualSpelling(withoutDivision(raw)));
    const counted = lower(stripped(written));
    return stem === null ? counted : stem(counted);
  };
}

/** What makes the stem of a form that is counted; null where words count as they are written. */
export function stemOf(
  language: string,
  { wordForm, lowerCase }: Pick<TokenSettings, 'wordForm' | 'lowerCase'>,
): ((form: string) => string) | null {
  const stem = wordForm === 'stem' ? stemmerFor(language) : null;
  if (stem === null) return null;
  const lower = lowerCaseOf(language);
  // Stemmers know lower case alone.
  return lowerCase ? stem : (form) => stem(lower(form));
}

/** What makes the stem that stands beside a word; null where none does, or where words count by their stems. */
export function stemBeside(
  language: string,
  { wordForm, stemLayer, lowerCase }: TokenSettings,
): ((form: string) => string) | null {
  if (stemLayer !== 'keep' || wordForm === 'stem') return null;
  return stemOf(language, { wordForm: 'stem', lowerCase });
}

/** The layer that stands beside the words because of their stems: how each is written, or its stem; null for none. */
export function layerBeside(language: string, settings: TokenSettings): 'written' | 'stem' | null {
  if (stemOf(language, settings) !== null) return 'written';
  return stemBeside(language, settings) === null ? null : 'stem';
}

/** Digits, points and commas of full width are those of other numbers. */
const usualNumber = (raw: string) =>
  isPlain(raw) ? raw : oneSpelling(usualSpelling(raw)).replaceAll('．', '.').replaceAll('，', ',');

/** Vowel signs, points and lengthening of Arabic; points and accents of Hebrew. */
const semiticMarks =
  /[\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08d3-\u08ff\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;
/** Accents, breathings, iota below and signs of length; the diaeresis tells two vowels from a diphthong and stays. */
const greekMarks = /(?<=\p{Script=Greek}\p{M}*)[\u0300\u0301\u0304\u0306\u0313\u0314\u0342\u0343\u0345]/gu;
const greek = /\p{Script=Greek}/u;

/** Signs that many texts write and many do not. What is left of a word that is nothing else is the word itself. */
export function withoutMarks(form: string): string {
  const bare = form.replace(semiticMarks, '');
  const stripped = greek.test(bare) ? bare.normalize('NFD').replace(greekMarks, '').normalize('NFC') : bare;
  return stripped === '' ? form : stripped;
}

const numeral = /^[\p{N}]+(?:[.,．’'\u066b\u066c\u00a0\u202f-][\p{N}]+)*$/u;
const wordly = /[\p{L}\p{N}\p{Co}]/u;

/** What a token is that was not looked at unit by unit. */
export function kindOf(raw: string): TokenKind {
  // Begins with an ideograph: nearly all of what Chinese is cut into.
  if (raw >= '\u4e00' && raw < '\ua000') return 'word';
  if (numeral.test(raw)) return 'number';
  return wordly.test(raw) ? 'word' : 'punctuation';
}
