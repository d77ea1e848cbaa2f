/** Tokens that the word scanner found in a stretch of text, by number: read at once, so that the two hot loops stay apart. */
export interface FoundWords {
  count: number;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly hashes: Int32Array;
  /** What it is (below 4), and whether a sentence starts with it. */
  readonly marks: Uint8Array;
  /** Entry of the dictionary that cut it; −1 where there is none. */
  readonly entries: Int32Array;
  /** Words that are not spelled as they stand there, by their number. */
  readonly forms: Map<number, string>;
}

export const foundKind = { word: 0, number: 1, punctuation: 2, mask: 3 } as const;
export const startsSentence = 4;

export const mostFound = 8192;

export function noWords(): FoundWords {
  return {
    count: 0,
    starts: new Uint32Array(mostFound),
    ends: new Uint32Array(mostFound),
    hashes: new Int32Array(mostFound),
    marks: new Uint8Array(mostFound),
    entries: new Int32Array(mostFound),
    forms: new Map(),
  };
}
