import { previewTokens } from '../corpus/preview-tokens.ts';
import { lowerCaseOf } from '../corpus/tokenize/orthography.ts';
import { mainLanguage } from './corpus-words.ts';
import { lastCut } from './cutting.ts';
import type { Opened } from './opened.ts';

/** A sentence cut into tokens as the corpus was: by its last settings and the language that most of it is in. */
export function tokensOf(opened: Opened, sentence: string): string[] {
  return cut(opened, sentence).tokens.map(({ form }) => form);
}

/** The same, with what is written in the place of each. */
export function writtenTokensOf(
  opened: Opened,
  text: string,
): readonly { readonly form: string; readonly written: string }[] {
  return cut(opened, text).tokens.map(({ form, start, length }) => ({
    form,
    written: text.slice(start, start + length),
  }));
}

/** Small letters as most forms of the corpus have them. */
export const smallLettersOf = (opened: Opened): ((text: string) => string) =>
  lowerCaseOf(mainLanguage(opened));

/** A text cut into sentences of tokens in the same way; empty where no token is left. */
export function sentencesOf(opened: Opened, text: string): string[][] {
  const { tokens, sentenceStarts } = cut(opened, text);
  return sentenceStarts.map((start, at) =>
    tokens.slice(start, sentenceStarts[at + 1] ?? tokens.length).map(({ form }) => form),
  );
}

function cut(opened: Opened, text: string) {
  const { project, environment } = opened;
  const { tokens, dictionary } = lastCut(project.db);
  return previewTokens(text, mainLanguage(opened), tokens, environment, dictionary);
}
