import type { StatePart } from '../contract/sequence.ts';
import { isEnd, type CorpusRows } from './corpus-rows.ts';
import { readCorpus } from './read-corpus.ts';
import type { Reader } from './reader.ts';
import { rankedPlaces, type RankedPlaces } from './ranked-places.ts';

/** Where each unit of a part of a layer stands highest and lowest. */
export interface UnitPeaks {
  /** By unit. */
  readonly highest: readonly RankedPlaces[];
  readonly lowest: readonly RankedPlaces[];
}

/**
 * Reads the corpus once for all units of some parts.
 * @param keep places for each unit
 * @returns a stepper that yields the share done, 0 to 1; the peaks come in the order of `parts`
 */
export function* unitPeaks(
  reader: Reader,
  corpus: CorpusRows,
  {
    memory,
    parts,
    keep,
  }: {
    readonly memory: 'sentence' | 'document';
    readonly parts: readonly { readonly part: StatePart; readonly layer: number }[];
    readonly keep: number;
  },
): Generator<number, readonly UnitPeaks[], undefined> {
  const { hidden } = reader.shape;
  const peaks = parts.map(() => ({
    highest: Array.from({ length: hidden }, () => rankedPlaces(keep)),
    lowest: Array.from({ length: hidden }, () => rankedPlaces(keep)),
  }));
  yield* readCorpus(reader, corpus, memory, ({ places }) => {
    parts.forEach(({ part, layer }, which) => {
      const values = reader.part(part, layer);
      const { highest, lowest } = peaks[which]!;
      for (let cell = 0; cell < places.length; cell += 1) {
        const place = places[cell]!;
        if (place < 0 || isEnd(corpus.rows[place]!)) continue;
        for (let unit = 0; unit < hidden; unit += 1) {
          const value = values[cell * hidden + unit]!;
          if (value > highest[unit]!.least) highest[unit]!.add(place, value);
          if (-value > lowest[unit]!.least) lowest[unit]!.add(place, -value);
        }
      }
    });
  });
  return peaks;
}
