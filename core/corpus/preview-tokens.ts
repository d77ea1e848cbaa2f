import type { Places } from '../environment.ts';
import { emptyDictionary, type Dictionary, type TokenSettings } from '../contract/cutting.ts';
import { chooseMethod, detectLanguage } from './language.ts';
import { createLexicon } from './tokenize/lexicon.ts';
import { tokenizerWith } from './tokenize/dictionary.ts';

export interface PreviewToken {
  readonly form: string;
  /** UTF-16 units. */
  readonly start: number;
  readonly length: number;
}

/** How a short text would be cut, and what would be left out. `language` may be `auto`. */
export function previewTokens(
  text: string,
  language: string,
  settings: TokenSettings,
  { kernels }: Pick<Places, 'kernels'>,
  dictionary: Dictionary = emptyDictionary,
): {
  readonly tokens: readonly PreviewToken[];
  /** Tokens at which a sentence starts. */
  readonly sentenceStarts: readonly number[];
  readonly dropped: readonly string[];
} {
  const chosen = language === 'auto' ? detectLanguage(text).language : language;
  const method = chooseMethod(chosen, text, settings);
  const lexicon = createLexicon();
  const tokens: PreviewToken[] = [];
  const starting: number[] = [];
  const tokenizer = tokenizerWith(
    {
      method,
      language: chosen,
      settings,
      lexicon,
      kernels,
      emit: ({ ids, starts, lengths, sentenceStarts }) => {
        starting.push(...sentenceStarts);
        ids.forEach((id, at) =>
          tokens.push({ form: lexicon.forms[id]!, start: starts[at]!, length: lengths[at]! }),
        );
      },
    },
    dictionary,
  );
  tokenizer.push(text);
  tokenizer.end();
  return { tokens, sentenceStarts: starting, dropped: leftOut(text, tokens) };
}

/** What stands between the tokens, apart from white space. */
function leftOut(text: string, tokens: readonly PreviewToken[]): string[] {
  const dropped: string[] = [];
  let at = 0;
  for (const { start, length } of [...tokens, { start: text.length, length: 0 }]) {
    dropped.push(...text.slice(at, start).split(/\s+/u).filter(Boolean));
    at = start + length;
  }
  return dropped;
}
