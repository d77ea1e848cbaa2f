/** Set on the last token of each document, and of each sentence where windows end with it: windows do not reach across it. */
export const lastOfDocument = 0x8000_0000;

/** What is left of a token without its mark. */
export const typeId = 0x7fff_ffff;

interface Piece {
  /** Type ids of the corpus; those behind which no window reaches are marked. */
  readonly ids: Uint32Array;
  readonly lastOfDocument: boolean;
}

/**
 * Writes the rows of all tokens whose word has one, in the order of the text, and marks where documents, and sentences that are marked, end.
 * @param rowOfType row of each type, −1 for words that are left out
 * @param target one number for each token that has a row
 */
export function encodeTokens(pieces: Iterable<Piece>, rowOfType: Int32Array, target: Uint32Array): void {
  let at = 0;
  let start = 0;
  const end = () => {
    if (at > start) target[at - 1] = target[at - 1]! | lastOfDocument;
    start = at;
  };
  for (const piece of pieces) {
    for (const id of piece.ids) {
      const row = rowOfType[id & typeId]!;
      if (row >= 0) target[at++] = row;
      if (id >= lastOfDocument) end();
    }
    if (piece.lastOfDocument) end();
  }
  if (at !== target.length) throw new RangeError(`${at} tokens where ${target.length} were counted`);
}
