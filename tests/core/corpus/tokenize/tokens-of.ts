import { commandLineEnvironment } from '../../../../core/cli/environment.ts';
import {
  defaultTokenSettings,
  emptyDictionary,
  type Dictionary,
  type TokenSettings,
} from '../../../../core/contract/cutting.ts';
import { tokenizerWith } from '../../../../core/corpus/tokenize/dictionary.ts';
import { createLexicon } from '../../../../core/corpus/tokenize/lexicon.ts';
import type { TokenPiece } from '../../../../core/corpus/tokenize/token-pieces.ts';
import type { Dropped, TokenizerMethod } from '../../../../core/corpus/tokenize/tokenizer.ts';

const { kernels } = commandLineEnvironment();

export interface Tokenized {
  readonly forms: readonly string[];
  /** What stands in the text at the place of each token. */
  readonly raw: readonly string[];
  readonly sentences: readonly number[];
  readonly tokens: number;
  readonly dropped: Dropped;
  readonly respelled: number;
  readonly counts: ReadonlyMap<string, number>;
  /** Layers of which something was said, with a value for each token. */
  readonly layers: readonly { readonly name: string; readonly said: readonly string[] }[];
}

export interface Choices {
  readonly language?: string;
  readonly method?: TokenizerMethod;
  readonly settings?: Partial<TokenSettings>;
  readonly dictionary?: Dictionary;
}

/** Tokenizes the parts one after the other as one document. */
export function tokensOf(parts: string | readonly string[], choices: Choices = {}): Tokenized {
  const text = typeof parts === 'string' ? parts : parts.join('');
  const lexicon = createLexicon();
  const pieces: TokenPiece[] = [];
  const tokenizer = tokenizerWith(
    {
      method: choices.method ?? 'spaced',
      language: choices.language ?? 'en',
      settings: { ...defaultTokenSettings, ...choices.settings },
      lexicon,
      kernels,
      emit: (piece) => pieces.push(piece),
    },
    choices.dictionary ?? emptyDictionary,
  );
  for (const part of typeof parts === 'string' ? [parts] : parts) tokenizer.push(part);
  const { tokens, dropped, respelled, layers } = tokenizer.end();
  const forms = pieces.flatMap(({ ids }) => [...ids].map((id) => lexicon.forms[id]!));
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  return {
    forms,
    counts,
    raw: pieces.flatMap(({ starts, lengths }) =>
      [...starts].map((start, at) => text.slice(start, start + lengths[at]!)),
    ),
    sentences: pieces.flatMap(({ sentenceStarts }) => [...sentenceStarts]),
    layers: layers
      .map(({ name, values }, layer) => ({
        name,
        said: pieces.flatMap(({ ids, layers: columns = [] }) =>
          [...ids].map((_, at) => values[columns[layer]?.[at] ?? 0]!),
        ),
      }))
      .filter(({ said }) => said.some((value) => value !== '')),
    tokens,
    dropped,
    respelled,
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
