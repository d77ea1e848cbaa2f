import { isEnd, type CorpusRows } from './corpus-rows.ts';
import { rankedPlaces, type RankedPlace } from './ranked-places.ts';
import { corpusReading, readCorpus } from './read-corpus.ts';
import type { Reader } from './reader.ts';

/** A span of steps as one vector: the mean of their hidden states. */
export interface Span {
  readonly mean: Float32Array;
  /** Steps. */
  readonly length: number;
  readonly layer: number;
}

/** @param states steps × hidden */
export function spanOf(states: Float32Array, hidden: number, from: number, to: number, layer: number): Span {
  const mean = new Float32Array(hidden);
  for (let step = from; step <= to; step += 1)
    for (let unit = 0; unit < hidden; unit += 1)
      mean[unit]! += states[step * hidden + unit]! / (to - from + 1);
  return { mean, length: to - from + 1, layer };
}

/**
 * Reads the corpus once for the words in a row, as many as the span has steps and within a sentence, whose mean hidden state points most
 * nearly the same way (cosine). Of each sentence only the best: its neighbours overlap with it.
 * @returns a stepper that yields the share done; the places are those of the first words
 */
export function* similarSpans(
  reader: Reader,
  corpus: CorpusRows,
  {
    memory,
    span,
    keep,
  }: { readonly memory: 'sentence' | 'document'; readonly span: Span; readonly keep: number },
): Generator<number, readonly RankedPlace[], undefined> {
  const { hidden } = reader.shape;
  const { mean, length, layer } = span;
  const best = rankedPlaces(keep);
  const windows = Array.from({ length: corpusReading.batch }, () => slidingMean(hidden, length));
  const found = windows.map(() => ({ place: -1, score: -Infinity }));
  const norm = Math.hypot(...mean);
  const finish = (lane: number) => {
    const { place, score } = found[lane]!;
    if (score > best.least) best.add(place, score);
    found[lane] = { place: -1, score: -Infinity };
    windows[lane]!.clear();
  };
  yield* readCorpus(reader, corpus, memory, ({ places, batch }) => {
    const values = reader.part('hidden', layer);
    for (let cell = 0; cell < places.length; cell += 1) {
      const lane = cell % batch;
      const place = places[cell]!;
      if (place < 0 || isEnd(corpus.rows[place]!)) {
        finish(lane);
        continue;
      }
      const score = windows[lane]!.add(values, cell * hidden, mean, norm);
      if (score > found[lane]!.score) found[lane] = { place: place - length + 1, score };
    }
  });
  windows.forEach((_, lane) => finish(lane));
  return best.ranked();
}

function slidingMean(hidden: number, length: number) {
  const ring = new Float32Array(length * hidden);
  const sum = new Float64Array(hidden);
  let count = 0;
  return {
    clear() {
      ring.fill(0);
      sum.fill(0);
      count = 0;
    },
    /** Takes the state at `at` in; cosine of the window that ends there, −Infinity while it is not full. */
    add(values: Float32Array, at: number, mean: Float32Array, norm: number): number {
      const slot = (count % length) * hidden;
      let product = 0;
      let squares = 0;
      for (let unit = 0; unit < hidden; unit += 1) {
        const value = values[at + unit]!;
        const total = (sum[unit]! += value - ring[slot + unit]!);
        ring[slot + unit] = value;
        product += total * mean[unit]!;
        squares += total * total;
      }
      count += 1;
      return count < length ? -Infinity : product / Math.max(1e-12, norm * Math.sqrt(squares));
    },
  };
}
