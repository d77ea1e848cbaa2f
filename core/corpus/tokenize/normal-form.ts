import type { TokenSettings } from '../../contract/corpus.ts';
import { stemmerFor } from './stems.ts';

/** Stands for every number where numbers are marked. */
export const numberMark = '<num>';

export type TokenKind = 'word' | 'number' | 'punctuation';

/** A raw form becomes the form that is counted; null where the settings leave it out. */
export type NormalForm = (raw: string, kind: TokenKind) => string | null;

/**
 * NFC, one apostrophe, no soft hyphens, lower case by the rules of the language (dotless i of Turkish and Azeri, dotted
 * vowels of Lithuanian, final sigma of Greek), and then its stem where that is wanted.
 */
export function normalForm(language: string, settings: TokenSettings): NormalForm {
  const lower = lowerCaser(language, settings.lowerCase);
  const stem = settings.wordForm === 'stem' ? stemmerFor(language) : null;
  return (raw, kind) => {
    if (kind === 'punctuation') return settings.punctuation === 'keep' ? raw.normalize('NFC') : null;
    if (kind === 'number') {
      if (settings.numbers === 'drop') return null;
      if (settings.numbers === 'mark') return numberMark;
      return raw.normalize('NFC');
    }
    // Most words of most texts: nothing to be done but their case.
    const written = plain.test(raw)
      ? raw
      : raw
          .normalize('NFC')
          .replace(/[’ʼ＇‘]/gu, "'")
          .replace(/[\u00ad\u2060]/gu, '');
    return stem === null ? lower(written) : stem(lower(written));
  };
}

const plain = /^[\w'-]+$/;

function lowerCaser(language: string, lowerCase: boolean): (form: string) => string {
  if (!lowerCase) return (form) => form;
  const [base = ''] = language.split('-');
  return ['tr', 'az', 'lt'].includes(base)
    ? (form) => form.toLocaleLowerCase(base)
    : (form) => form.toLowerCase();
}

const numeral = /^[\p{N}]+(?:[.,’'\u066b\u066c\u00a0\u202f][\p{N}]+)*$/u;
const wordly = /[\p{L}\p{M}\p{N}]/u;

/** What a token is that was not looked at unit by unit. */
export function kindOf(raw: string): TokenKind {
  if (numeral.test(raw)) return 'number';
  return wordly.test(raw) ? 'word' : 'punctuation';
}
