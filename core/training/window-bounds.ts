import type { TrainingSettings } from '../contract/settings/training.ts';
import { lastOfDocument } from './encode-tokens.ts';

interface Text {
  /** Type ids of all its tokens. */
  readonly ids: Uint32Array;
  /** Tokens at which a sentence starts. */
  readonly sentenceStarts: Uint32Array;
}

interface Piece {
  readonly ids: Uint32Array;
  readonly lastOfDocument: boolean;
}

/** Where the tokens of a training come from. */
export interface TokenSource {
  /** As they are stored, with the ends of texts alone. */
  readonly pieces: () => Iterable<Piece>;
  /** Text by text, with their sentences. */
  readonly texts: () => Iterable<Text>;
}

/** Tokens for a training, marked where no window reaches on: at the ends of texts, or of sentences too. */
export const boundedTokens = (
  { within }: Pick<TrainingSettings, 'within'>,
  { pieces, texts }: TokenSource,
): Iterable<Piece> => (within === 'sentence' ? markedSentences(texts()) : pieces());

function* markedSentences(texts: Iterable<Text>): Generator<Piece, void, undefined> {
  for (const { ids, sentenceStarts } of texts) {
    const marked = ids.slice();
    for (const start of sentenceStarts)
      if (start > 0) marked[start - 1] = marked[start - 1]! | lastOfDocument;
    yield { ids: marked, lastOfDocument: true };
  }
}
