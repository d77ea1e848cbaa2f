import { detectLanguage } from './language.ts';
import { countScripts } from './scripts.ts';

/** With fewer letters a text does not tell its language for itself. */
const telling = 200;
/** Texts of so many units together tell the language of the short ones. */
const enough = 20_000;
/** A long text counts for no more than so many letters: most of the files decide. */
const mostOfOne = 1000;

/** The beginning of a file, and the language that it was taken to be in. */
export interface LookedAt {
  readonly language: string;
  readonly beginning: string;
}

const lettersOf = (text: string) => text.match(/\p{L}/gu)?.length ?? 0;
const scriptOf = (text: string) => countScripts(text)[0]?.[0];

const tellsItsLanguage = new RegExp(`^(?:\\P{L}*\\p{L}){${telling}}`, 'u');

/** Most texts are not: no more of them is looked at than it takes. */
export const isTooShort = (beginning: string): boolean => !tellsItsLanguage.test(beginning);

/** What most files of an import are written in: languages by their letters, for each script. */
export interface LanguageOfBatch {
  /** The language of a short text; its own where the others are written in another script. */
  languageFor(short: LookedAt): string;
}

/**
 * Short files say together what one of them does not: one sentence may have no word that only its language has.
 * @param files of the import, or some of them
 */
export function languageOfBatch(files: Iterable<LookedAt>): LanguageOfBatch {
  const votes = new Map<string, Map<string, number>>();
  const shortOnes = new Map<string, string>();
  const vote = (script: string, language: string, letters: number) => {
    if (language === 'und') return;
    const ofScript = votes.get(script) ?? new Map<string, number>();
    votes.set(script, ofScript);
    ofScript.set(language, (ofScript.get(language) ?? 0) + letters);
  };
  for (const { language, beginning } of files) {
    const script = scriptOf(beginning);
    if (script === undefined) continue;
    if (!isTooShort(beginning)) vote(script, language, Math.min(mostOfOne, lettersOf(beginning)));
    else shortOnes.set(script, `${shortOnes.get(script) ?? ''}${beginning}\n`.slice(0, enough));
  }
  for (const [script, together] of shortOnes)
    vote(script, detectLanguage(together).language, lettersOf(together));
  const chosen = new Map(
    [...votes].map(([script, ofScript]) => [script, [...ofScript].sort((a, b) => b[1] - a[1])[0]![0]]),
  );
  return {
    languageFor: ({ language, beginning }) => chosen.get(scriptOf(beginning) ?? '') ?? language,
  };
}
