import type { ReadToken } from '../contract/sequence.ts';
import { randomState, randomStream } from '../random.ts';
import { inputsOf, readThrough, type RowsOfWords } from './read-text.ts';
import { bitsOf, type Reader } from './reader.ts';
import { endOfSentence, endRow, unknownRow } from './sequence-data.ts';

export interface SampleOptions {
  /** What stands before, in words; its last sentence is gone on with. */
  readonly start: readonly (readonly string[])[];
  /** Words to draw, ends of sentences not counted. */
  readonly words: number;
  /** Below 1 the likely becomes likelier, above 1 less likely; at 0 the likeliest is taken each time. */
  readonly temperature: number;
  readonly seed: number;
  readonly memory: 'sentence' | 'document';
}

/** Purpose of the random stream. */
const drawing = 0x64726177;

/**
 * Draws text word by word from what a network holds likely. `<unk>` is never drawn: it is no word. The bits of a token are those that the
 * network itself gives it, at temperature 1.
 * @returns what was drawn, ends of sentences among it; an unfinished last sentence has none
 */
export function sampleText(
  reader: Reader,
  vocabulary: RowsOfWords,
  { start, words, temperature, seed, memory }: SampleOptions,
): readonly ReadToken[] {
  const random = randomStream(randomState(seed, drawing));
  let last = 0;
  readThrough(reader, inputsOf(start.length > 0 ? start : [[]], vocabulary, memory), (_, steps) => {
    last = steps - 1;
  });
  const tokens: ReadToken[] = [];
  let sentenceWords = start.at(-1)?.length ?? 0;
  for (let drawn = 0; drawn < words;) {
    const logs = reader.logProbabilities(last);
    // A sentence has at least one word.
    const row = draw(
      logs,
      temperature,
      sentenceWords === 0 ? [unknownRow, endRow] : [unknownRow],
      random.fraction(),
    );
    tokens.push({
      word: row === endRow ? endOfSentence : vocabulary.words[row]!,
      known: true,
      bits: bitsOf(logs[row]!),
    });
    if (row === endRow) sentenceWords = 0;
    else {
      sentenceWords += 1;
      drawn += 1;
    }
    reader.read(Uint32Array.of(row), 1, 1, Uint8Array.of(Number(row === endRow && memory === 'sentence')));
    last = 0;
  }
  return tokens;
}

function draw(logs: Float32Array, temperature: number, never: readonly number[], fraction: number): number {
  let best = -1;
  for (let row = 0; row < logs.length; row += 1)
    if (!never.includes(row) && (best < 0 || logs[row]! > logs[best]!)) best = row;
  if (temperature === 0) return best;
  const weight = (row: number) =>
    never.includes(row) ? 0 : Math.exp((logs[row]! - logs[best]!) / temperature);
  let total = 0;
  for (let row = 0; row < logs.length; row += 1) total += weight(row);
  let left = fraction * total;
  for (let row = 0; row < logs.length; row += 1) {
    left -= weight(row);
    if (left < 0) return row;
  }
  return best;
}

/** Sentences a line each, words between spaces. */
export function textOf(tokens: readonly ReadToken[]): string {
  return tokens
    .map(({ word }) => (word === endOfSentence ? '\n' : word))
    .join(' ')
    .replaceAll(/ ?\n ?/gu, '\n')
    .trim();
}
