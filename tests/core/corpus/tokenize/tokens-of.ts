import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import { defaultTokenSettings, type TokenSettings } from '../../../../core/contract/corpus.ts';
import { createLexicon } from '../../../../core/corpus/tokenize/lexicon.ts';
import type { TokenPiece } from '../../../../core/corpus/tokenize/token-pieces.ts';
import {
  createTokenizer,
  type Dropped,
  type TokenizerMethod,
} from '../../../../core/corpus/tokenize/tokenizer.ts';

const { kernels } = commandLineEnvironment();

export interface Tokenized {
  readonly forms: readonly string[];
  /** What stands in the text at the place of each token. */
  readonly raw: readonly string[];
  readonly sentences: readonly number[];
  readonly tokens: number;
  readonly dropped: Dropped;
  readonly counts: ReadonlyMap<string, number>;
}

export interface Choices {
  readonly language?: string;
  readonly method?: TokenizerMethod;
  readonly settings?: Partial<TokenSettings>;
}

/** Tokenizes the parts one after the other as one document. */
export function tokensOf(parts: string | readonly string[], choices: Choices = {}): Tokenized {
  const text = typeof parts === 'string' ? parts : parts.join('');
  const lexicon = createLexicon();
  const pieces: TokenPiece[] = [];
  const tokenizer = createTokenizer({
    method: choices.method ?? 'spaced',
    language: choices.language ?? 'en',
    settings: { ...defaultTokenSettings, ...choices.settings },
    lexicon,
    kernels,
    emit: (piece) => pieces.push(piece),
  });
  for (const part of typeof parts === 'string' ? [parts] : parts) tokenizer.push(part);
  const { tokens, dropped } = tokenizer.end();
  return {
    forms: pieces.flatMap(({ ids }) => [...ids].map((id) => lexicon.forms[id]!)),
    raw: pieces.flatMap(({ starts, lengths }) =>
      [...starts].map((start, at) => text.slice(start, start + lengths[at]!)),
    ),
    sentences: pieces.flatMap(({ sentenceStarts }) => [...sentenceStarts]),
    tokens,
    dropped,
    counts: new Map(lexicon.forms.map((form, id) => [form, lexicon.counts[id]!])),
  };
}

/** The text cut at the given places, never inside a surrogate pair. */
export function cutAt(text: string, places: readonly number[]): string[] {
  const inside = places.map((place) => {
    const at = place % (text.length + 1);
    const code = text.charCodeAt(at);
    return code >= 0xdc00 && code < 0xe000 ? at - 1 : at;
  });
  const cuts = [0, ...inside.map((at) => Math.max(0, at)).sort((a, b) => a - b), text.length];
  return cuts.slice(1).map((end, at) => text.slice(cuts[at], end));
}
