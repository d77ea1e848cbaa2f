import type { TextsRef } from '../contract/texts.ts';
import { previewTokens } from '../corpus/preview-tokens.ts';
import { lowerCaseOf } from '../corpus/tokenize/orthography.ts';
import { languagesByTokens } from '../project/documents.ts';
import { findType } from '../project/types.ts';
import { chosenTexts } from './chosen-texts.ts';
import { mainLanguage, wayOfCounting } from './corpus-words.ts';
import { lastCut } from './cutting.ts';
import { kept } from './memo.ts';
import type { Opened } from './opened.ts';

/** A sentence cut into tokens as the corpus was: by its last settings and the language that most of it is in. */
export function tokensOf(opened: Opened, sentence: string): string[] {
  return cut(opened, sentence).tokens.map(({ form }) => form);
}

interface WrittenToken {
  readonly form: string;
  readonly written: string;
}

/**
 * What is looked for, cut as the texts are in which it is looked for, with what is written in the place of each token. In texts of several
 * languages as that one cuts it whose words are all there, the longest: 老太太 is a word of Chinese, whatever else there is.
 */
export function writtenTokensOf(opened: Opened, text: string, texts: TextsRef): readonly WrittenToken[] {
  const [main = 'und', ...others] = languagesIn(opened, texts);
  const first = writtenIn(opened, text, main);
  const isThere = (tokens: readonly WrittenToken[]) =>
    tokens.every(({ form }) => findType(opened.project.db, form) !== null);
  if (others.length === 0 || first.length < 2) return first;
  let best = isThere(first) ? first : null;
  for (const language of others.slice(0, mostLanguages)) {
    const tokens = writtenIn(opened, text, language);
    if (tokens.length > 0 && tokens.length < (best?.length ?? Infinity) && isThere(tokens)) best = tokens;
  }
  return best ?? first;
}

/** Beside the main one; a corpus of more is hardly asked in all of them at once. */
const mostLanguages = 4;

function writtenIn(opened: Opened, text: string, language: string): readonly WrittenToken[] {
  return cut(opened, text, language).tokens.map(({ form, start, length }) => ({
    form,
    written: text.slice(start, start + length),
  }));
}

/** Small letters as most forms of these texts have them. */
export const smallLettersOf = (opened: Opened, texts: TextsRef): ((text: string) => string) =>
  lowerCaseOf(languagesIn(opened, texts)[0] ?? 'und');

const languages = kept<readonly string[]>({ most: 20 });

const languagesIn = (opened: Opened, texts: TextsRef): readonly string[] =>
  texts === 'all'
    ? wayOfCounting(opened).languages
    : opened.remember(languages, JSON.stringify(texts), () =>
        languagesByTokens(opened.project.db, chosenTexts(opened, texts).has),
      );

/** A text cut into sentences of tokens in the same way; empty where no token is left. */
export function sentencesOf(opened: Opened, text: string): string[][] {
  const { tokens, sentenceStarts } = cut(opened, text);
  return sentenceStarts.map((start, at) =>
    tokens.slice(start, sentenceStarts[at + 1] ?? tokens.length).map(({ form }) => form),
  );
}

function cut(opened: Opened, text: string, language = mainLanguage(opened)) {
  const { project, environment } = opened;
  const { tokens, dictionary } = lastCut(project.db);
  return previewTokens(text, language, tokens, environment, dictionary);
}
