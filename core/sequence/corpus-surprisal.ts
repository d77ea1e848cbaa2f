import { isEnd, type CorpusRows } from './corpus-rows.ts';
import { readCorpus } from './read-corpus.ts';
import { bitsOf, type Reader } from './reader.ts';
import { startOfText, unknownRow } from './sequence-data.ts';

/**
 * Surprisal of every row of the corpus given all before it that the model remembers, in bits; NaN at the beginning of a text.
 * @returns a stepper that yields the share done, 0 to 1
 */
export function* corpusSurprisal(
  reader: Reader,
  corpus: CorpusRows,
  memory: 'sentence' | 'document',
): Generator<number, Float32Array, undefined> {
  const bits = new Float32Array(corpus.rows.length).fill(NaN);
  yield* readCorpus(reader, corpus, memory, ({ places, targets }) => {
    const logs = reader.targetLogProbabilities(targets);
    for (let cell = 0; cell < places.length; cell += 1)
      if (places[cell]! >= 0) bits[places[cell]! + 1] = bitsOf(logs[cell]!);
  });
  return bits;
}

/** Sentences of a corpus by number: columns of a table that may have millions of rows. */
export interface SentenceCosts {
  /** Rows of the first word, and of the `<eos>` behind the last. */
  readonly firsts: Uint32Array;
  readonly ends: Uint32Array;
  /** Words without a row of their own. */
  readonly unknown: Uint32Array;
  /** Mean surprisal of a word, the end of the sentence counted, in bits. */
  readonly bitsPerWord: Float32Array;
}

export function sentenceCosts({ rows }: CorpusRows, bits: Float32Array): SentenceCosts {
  const count = rows.reduce((sum, row) => sum + Number(isEnd(row) && row < startOfText), 0);
  const costs = {
    firsts: new Uint32Array(count),
    ends: new Uint32Array(count),
    unknown: new Uint32Array(count),
    bitsPerWord: new Float32Array(count),
  };
  let sentence = 0;
  let first = 0;
  let sum = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at]!;
    if (row >= startOfText) {
      first = at + 1;
      sum = 0;
      continue;
    }
    sum += bits[at]!;
    if (row === unknownRow) costs.unknown[sentence]! += 1;
    if (!isEnd(row)) continue;
    costs.firsts[sentence] = first;
    costs.ends[sentence] = at;
    costs.bitsPerWord[sentence] = sum / (at - first + 1);
    sentence += 1;
    first = at + 1;
    sum = 0;
  }
  return costs;
}

/**
 * Numbers of the sentences that are asked for, in their order; equal ones in the order of the corpus.
 * @param wanted whether a sentence (by its number) counts, apart from its length
 */
export function orderSentences(
  { firsts, ends, bitsPerWord }: SentenceCosts,
  {
    order,
    minWords,
    maxWords,
    wanted,
  }: {
    readonly order: 'most' | 'least';
    readonly minWords: number;
    readonly maxWords: number;
    readonly wanted: (sentence: number) => boolean;
  },
): Uint32Array {
  const numbers: number[] = [];
  for (let sentence = 0; sentence < firsts.length; sentence += 1) {
    const words = ends[sentence]! - firsts[sentence]!;
    if (words >= minWords && words <= maxWords && wanted(sentence)) numbers.push(sentence);
  }
  const sign = order === 'most' ? -1 : 1;
  return Uint32Array.from(numbers).sort((a, b) => sign * (bitsPerWord[a]! - bitsPerWord[b]!) || a - b);
}
