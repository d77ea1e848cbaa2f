/** Tokens of a document in order, at most 16,384. Offsets and lengths count UTF-16 units of the document’s text. */
export interface TokenPiece {
  /** Ids of the lexicon. */
  readonly ids: Uint32Array;
  readonly starts: Uint32Array;
  readonly lengths: Uint32Array;
  /** Token numbers within the document at which a sentence starts. */
  readonly sentenceStarts: Uint32Array;
}

export const tokensPerPiece = 16_384;

export interface PieceCollector {
  add(id: number, start: number, length: number): void;
  /** The next token starts a sentence. */
  startSentence(): void;
  /** Hands out what is left. @returns number of tokens in all */
  finish(): number;
}

/** Gathers tokens and hands them out in pieces. */
export function collectPieces(emit: (piece: TokenPiece) => void): PieceCollector {
  const ids = new Uint32Array(tokensPerPiece);
  const starts = new Uint32Array(tokensPerPiece);
  const lengths = new Uint32Array(tokensPerPiece);
  let sentences: number[] = [];
  let filled = 0;
  let before = 0;
  let startsSentence = true;

  const flush = () => {
    if (filled === 0) return;
    emit({
      ids: ids.slice(0, filled),
      starts: starts.slice(0, filled),
      lengths: lengths.slice(0, filled),
      sentenceStarts: Uint32Array.from(sentences),
    });
    before += filled;
    filled = 0;
    sentences = [];
  };

  return {
    add(id, start, length) {
      if (startsSentence) {
        sentences.push(before + filled);
        startsSentence = false;
      }
      ids[filled] = id;
      starts[filled] = start;
      lengths[filled] = length;
      filled += 1;
      if (filled === tokensPerPiece) flush();
    },
    startSentence() {
      startsSentence = true;
    },
    finish() {
      flush();
      return before;
    },
  };
}
