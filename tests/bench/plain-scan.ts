import { sentenceTokens, type QueryTexts } from './query-texts.ts';

/** A query that the benchmark asks, and the loop over a typed array that somebody would write for it alone. */
export interface ScannedQuery {
  readonly cql: string;
  /** Milliseconds that it is to take at 4.23 million tokens. */
  readonly bar: number;
  /** Matches, counted token by token: of those within one another the outer ones. */
  readonly scan: (texts: QueryTexts) => number;
}

type Fits = (word: string) => boolean;

const is =
  (word: string): Fits =>
  (other) =>
    other === word;
const endsIn =
  (ending: string): Fits =>
  (word) =>
    word.endsWith(ending);

/** Tokens in a row, with up to `gap` others before the last one. */
function row(texts: QueryTexts, steps: readonly (Fits | null)[], gap = 0): number {
  const { ids, words, tokensPerText } = texts;
  const sets = steps.map((fits) => Uint8Array.from(words, (word) => (fits === null || fits(word) ? 1 : 0)));
  const [first, last] = [sets[0]!, sets.at(-1)];
  const between = sets.slice(1, -1);
  let count = 0;
  let lastEnd = -1;
  for (let at = 0; at < ids.length; at++) {
    if (first[ids[at]!] === 0) continue;
    const inText = at % tokensPerText;
    const left = Math.min(
      sentenceTokens - (inText % sentenceTokens),
      tokensPerText - inText,
      ids.length - at,
    );
    if (between.length + (sets.length > 1 ? 2 : 1) > left) continue;
    if (between.some((set, step) => set[ids[at + 1 + step]!] === 0)) continue;
    if (sets.length === 1) {
      count++;
      continue;
    }
    const from = at + 1 + between.length;
    for (let end = from; end <= from + gap && end - at < left; end++) {
      if (last[ids[end]!] === 0) continue;
      if (end > lastEnd) count++;
      lastEnd = Math.max(lastEnd, end);
      break;
    }
  }
  return count;
}

export const scannedQueries: readonly ScannedQuery[] = [
  { cql: '"the"', bar: 25, scan: (texts) => row(texts, [is('the')]) },
  { cql: '"in" [] "of"', bar: 63, scan: (texts) => row(texts, [is('in'), null, is('of')]) },
  { cql: '".*ing" "of"', bar: 67, scan: (texts) => row(texts, [endsIn('ing'), is('of')]) },
  { cql: '"the" []{0,3} "of" within s', bar: 80, scan: (texts) => row(texts, [is('the'), is('of')], 3) },
  {
    cql: '[word=".*tion"] "of" "the"',
    bar: 51,
    scan: (texts) => row(texts, [endsIn('tion'), is('of'), is('the')]),
  },
];
