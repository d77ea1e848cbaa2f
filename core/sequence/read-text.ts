import type { NextWord, ReadToken } from '../contract/sequence.ts';
import { bitsOf, type Reader } from './reader.ts';
import { endOfSentence, endRow, unknownRow } from './sequence-data.ts';

/** What a model knows of words. */
export interface RowsOfWords {
  /** By row. */
  readonly words: readonly string[];
  /** Row of a word as the corpus writes it, {@link unknownRow} for those that have none. */
  readonly rowOf: (word: string) => number;
}

/** Sentences as a network reads them: `<eos>`, the first one, `<eos>`, the second one, … */
export interface TextInputs {
  readonly inputs: Uint32Array;
  readonly words: readonly string[];
  /** 1 where a state begins anew. */
  readonly resets: Uint8Array;
}

/**
 * @param sentences words of each, none of them empty
 * @param memory how far back a state of this model reaches
 */
export function inputsOf(
  sentences: readonly (readonly string[])[],
  { rowOf }: RowsOfWords,
  memory: 'sentence' | 'document',
): TextInputs {
  const words = sentences.flatMap((sentence) => [endOfSentence, ...sentence]);
  const starts = new Set<number>();
  let at = 0;
  for (const sentence of sentences) {
    if (memory === 'sentence' || at === 0) starts.add(at);
    at += sentence.length + 1;
  }
  let next = 0;
  const inputs = Uint32Array.from(
    sentences.flatMap((sentence) => [endRow, ...sentence.map((word) => rowOf(word))]),
  );
  const resets = Uint8Array.from(inputs, () => Number(starts.has(next++)));
  return { inputs, words, resets };
}

/** Steps that are read at once: memory for more would be wasted on ordinary sentences. */
export const mostSteps = 64;

/**
 * Reads a text from a state of zero.
 * @param after called behind each stretch: its first step and the number of its steps, for what is to be asked there
 */
export function readThrough(
  reader: Reader,
  { inputs, resets }: TextInputs,
  after: (first: number, steps: number) => void,
): void {
  reader.begin();
  for (let first = 0; first < inputs.length; first += mostSteps) {
    const end = Math.min(inputs.length, first + mostSteps);
    reader.read(inputs.slice(first, end), end - first, 1, resets.slice(first, end));
    after(first, end - first);
  }
}

/** Every token of a text with its surprisal given what was read before it, and of the end of its last sentence. */
export function surprisals(
  reader: Reader,
  text: TextInputs,
): { readonly tokens: readonly ReadToken[]; readonly endBits: number } {
  const { inputs, words } = text;
  const targets = Uint32Array.from(inputs, (_, at) => inputs[at + 1] ?? endRow);
  const bits = new Float64Array(inputs.length);
  readThrough(reader, text, (first, steps) => {
    const some = reader.targetLogProbabilities(targets.slice(first, first + steps));
    for (let step = 0; step < steps; step += 1) bits[first + step] = bitsOf(some[step]!);
  });
  const tokens = words.map((word, at) => ({
    word,
    known: inputs[at] !== unknownRow,
    bits: at === 0 ? null : bits[at - 1]!,
  }));
  return { tokens, endBits: bits[bits.length - 1]! };
}

/** The most probable rows, falling; equal ones by row. */
export function likeliest(
  logProbabilities: Float32Array,
  words: readonly string[],
  top: number,
): readonly NextWord[] {
  const best: number[] = [];
  for (let row = 0; row < logProbabilities.length; row += 1) {
    const value = logProbabilities[row]!;
    if (best.length === top && !(value > logProbabilities[best[top - 1]!]!)) continue;
    let at = best.length;
    while (at > 0 && value > logProbabilities[best[at - 1]!]!) at -= 1;
    best.splice(at, 0, row);
    if (best.length > top) best.pop();
  }
  return best.map((row) => ({ word: words[row]!, probability: Math.exp(logProbabilities[row]!) }));
}
