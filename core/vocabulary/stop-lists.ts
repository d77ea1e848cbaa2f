import lists from 'stopwords-iso' with { type: 'json' };
import { contentWords } from './content-words.ts';

/** The stop list of a language. */
export interface StopList {
  /** Words of grammar, in lower case, NFC and with `'`; of several words joined by low lines, as the dictionary joins them. */
  readonly words: readonly string[];
  /** Entries of the list that mean something: whoever studies words may want to keep them. */
  readonly content: readonly string[];
  /** Whether somebody looked through the list for such words. */
  readonly isReviewed: boolean;
}

/** Tags whose list is that of another one. */
const listOf: Readonly<Record<string, string>> = {
  nb: 'no',
  nn: 'no',
  fil: 'tl',
  yue: 'zh',
  lzh: 'zh',
  cmn: 'zh',
  in: 'id',
  iw: 'he',
  pes: 'fa',
  arb: 'ar',
};

/** What stopwords-iso lacks: particles of classical Chinese, words of Cantonese; elided words, of which it has the letters alone. */
const more: Readonly<Record<string, string>> = {
  lzh: '之 乎 者 也 矣 焉 哉 耶 邪 歟 而 以 於 于 其 夫 則 乃 且 蓋 故 是 此 彼 爾 汝 吾 余 予 所 與 為 既 亦 猶 若 如 雖 苟 兮',
  yue: '嘅 咗 喺 係 唔 佢 哋 佢哋 我哋 你哋 呢 嗰 咁 噉 啲 嘢 乜 乜嘢 邊 邊個 點 點解 冇 喎 啦 㗎 嘞 吖 啫 咩 先 仲 都 畀 俾 同埋 嚟 緊 晒 嗎 呀',
  fr: "c' d' j' l' m' n' s' t' qu' jusqu' lorsqu' puisqu' quoiqu'",
  it: "c' d' gl' l' m' n' s' t' v' un' all' dall' dell' nell' sull' coll' quell' com' dov' cos' quant' anch' quest'",
  ca: "d' l' m' n' s' t'",
};

/** The stop list of a language (BCP 47): that of stopwords-iso with its slips mended; empty for languages without one. */
export function stopList(language: string): StopList {
  const base = language.split('-')[0]!.toLowerCase();
  const source = listOf[base] ?? base;
  const entries = [
    ...(new Map<string, readonly string[]>(Object.entries(lists)).get(source) ?? []),
    ...(Object.hasOwn(more, base) ? more[base]!.split(' ') : []),
  ];
  const words = [...new Set(entries.flatMap((entry) => mended(entry, source)))];
  const meaning = Object.hasOwn(contentWords, source) ? new Set(contentWords[source]!.split(/\s+/u)) : null;
  return {
    words: words.filter((word) => meaning?.has(word) !== true),
    content: words.filter((word) => meaning?.has(word) === true),
    isReviewed: meaning !== null,
  };
}

/** An entry as it should be; of two that were glued together, both; nothing where no word is left. */
function mended(entry: string, language: string): readonly string[] {
  return (
    entry
      // Two spaces stand where a line end was lost.
      .split(/\s{2,}/u)
      .map((part) => oneWord(part, language))
      .filter((word) => /\p{L}/u.test(word) && !/^\p{M}/u.test(word))
      .flatMap((word) => (language === 'fa' || language === 'ur' ? [word, withArabicLetters(word)] : [word]))
  );
}

function oneWord(part: string, language: string): string {
  const letters = part
    .normalize('NFC')
    // A quotation mark in the place of letters: himse” for himself.
    .replace(/^.*[”^|].*$/u, (broken) => (broken.endsWith('”') ? '' : broken.replaceAll(/[\^|]/gu, '')))
    // The increment sign for the letter delta.
    .replaceAll('\u2206', 'δ')
    .replaceAll(/\u0e4d([\u0e48-\u0e4b]?)\u0e32/gu, '$1\u0e33')
    .replaceAll(/[’ʼ]/gu, "'")
    .toLowerCase();
  const own = language === 'lt' ? letters.replaceAll('ë', 'ė') : letters;
  const persian = language === 'fa' ? own.replaceAll('ي', 'ی').replaceAll('ك', 'ک') : own;
  const bare = persian.replace(/[,:;]+$/u, '').trim();
  return bare.replaceAll(/\s+/gu, '_');
}

/** Persian and Urdu texts are often typed with the yeh and kaf of Arabic. */
const withArabicLetters = (word: string) => word.replaceAll('ی', 'ي').replaceAll('ک', 'ك');
