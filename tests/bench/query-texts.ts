import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { randomState, randomStream } from '../../core/random.ts';

/** Words of the corpus, a thousand texts, sentences of 25 words: what a plain scan goes over, beside the files that are imported. */
export interface QueryTexts {
  readonly says: string;
  /** For each token a number of `words`. */
  readonly ids: Uint32Array;
  readonly words: readonly string[];
  readonly tokensPerText: number;
}

export const sentenceTokens = 25;

/** @param shared folder in which `lang/en/enwiki25.gz` may lie */
export function queryTexts(shared: string, texts: number): QueryTexts {
  const file = join(shared, 'lang', 'en', 'enwiki25.gz');
  const isThere = existsSync(file);
  const all = isThere
    ? gunzipSync(readFileSync(file))
        .toString()
        .split(/\s+/u)
        .filter((word) => word !== '')
    : generated(4_230_000);
  const tokensPerText = Math.ceil(all.length / 1000);
  const known = new Map<string, number>();
  const words: string[] = [];
  const ids = Uint32Array.from(all.slice(0, tokensPerText * texts), (word) => {
    const id = known.get(word) ?? words.push(word) - 1;
    known.set(word, id);
    return id;
  });
  const says = isThere
    ? `enwiki25 as ${texts} texts`
    : `enwiki25 is not here: ${texts} texts of words drawn by Zipf’s law, whose counts mean nothing`;
  return { says, ids, words, tokensPerText };
}

/** The words that the queries ask for, and many others, some with their endings. */
function generated(tokens: number): string[] {
  const types = 100_000;
  const common = ['the', 'of', 'in'];
  const endings = ['ing', 'tion', '', '', '', '', '', ''];
  const words = Array.from(
    { length: types },
    (_, rank) =>
      common[rank] ??
      `w${rank.toString(36).replaceAll(/\d/gu, (digit) => 'abcdefghij'[Number(digit)]!)}x${endings[rank % endings.length]!}`,
  );
  const random = randomStream(randomState(1));
  // By Zipf’s law: the logarithm of the rank is drawn evenly.
  return Array.from({ length: tokens }, () => words[Math.floor(types ** random.fraction()) - 1]!);
}

export function writeQueryTexts(folder: string, { ids, words, tokensPerText }: QueryTexts): void {
  mkdirSync(folder, { recursive: true });
  for (let from = 0, text = 1; from < ids.length; from += tokensPerText, text++) {
    const own = Array.from(ids.subarray(from, from + tokensPerText), (id) => words[id]!);
    const sentences: string[] = [];
    for (let at = 0; at < own.length; at += sentenceTokens)
      sentences.push(`${own.slice(at, at + sentenceTokens).join(' ')}.`);
    writeFileSync(join(folder, `${String(text).padStart(4, '0')}.txt`), `${sentences.join('\n\n')}\n`);
  }
}
