import type { SentenceToken, TrainingPair } from '../contract/training.ts';
import type { TrainingSettings } from '../contract/settings/training.ts';
import { randomState, randomStream } from '../random.ts';
import { aliasTable, keepThresholds, noiseShares } from '../vocabulary/noise.ts';
import { readChunk, windowsOf } from './examples.ts';
import { randomPurpose } from './random-purpose.ts';

/** The words of a model with what the random choices need to know of them. */
export interface PairsVocabulary {
  readonly words: readonly string[];
  readonly counts: Uint32Array;
  /** Tokens of the corpus, before the minimum count. */
  readonly totalTokens: number;
  /** Row of a word, −1 where it has none. */
  rowOf(word: string): number;
}

/**
 * What the window makes of a sentence, as in the first epoch of a training with this seed: subsampling, windows and
 * negatives are drawn as the kernel draws them. Under hierarchical and full softmax there are no negatives.
 */
export function trainingPairs(
  sentence: readonly string[],
  vocabulary: PairsVocabulary,
  settings: TrainingSettings,
): { readonly tokens: readonly SentenceToken[]; readonly pairs: readonly TrainingPair[] } {
  const { words, counts, totalTokens } = vocabulary;
  const known = sentence
    .map((word, position) => ({ position, row: vocabulary.rowOf(word) }))
    .filter(({ row }) => row >= 0);
  const source = {
    settings,
    keep: keepThresholds(counts, totalTokens, settings.subsample),
    noise: aliasTable(noiseShares(counts, settings.noiseExponent)),
    random: randomStream(randomState(settings.seed, randomPurpose.epoch, 0, 0)),
  };
  const rows = Uint32Array.from(known, ({ row }) => row);
  const pairs: TrainingPair[] = [];
  const kept = new Set<number>();
  for (let at = 0; at < rows.length;) {
    const chunk = readChunk(rows, at, source);
    at = chunk.end;
    const positionOf = (place: number) => known[chunk.positions[place]!]!.position;
    chunk.positions.forEach((_, place) => kept.add(positionOf(place)));
    for (const window of [...windowsOf(chunk, source)].flat()) {
      const word = (place: number) => words[chunk.rows[place]!]!;
      const centre = word(window.at);
      const position = positionOf(window.at);
      for (const context of window.contexts) {
        pairs.push({ input: word(context), output: centre, label: 1, position });
        for (const negative of window.negatives)
          pairs.push({ input: word(context), output: words[negative]!, label: 0, position });
      }
    }
  }
  const isKnown = new Set(known.map(({ position }) => position));
  const tokens = sentence.map((word, position) => ({
    word,
    known: isKnown.has(position),
    subsampled: isKnown.has(position) && !kept.has(position),
  }));
  return { tokens, pairs };
}
