/** Set on the last token of each document: windows do not reach across it. */
export const lastOfDocument = 0x8000_0000;

interface Piece {
  /** Type ids of the corpus. */
  readonly ids: Uint32Array;
  readonly lastOfDocument: boolean;
}

/**
 * Writes the rows of all tokens whose word has one, in the order of the text, and marks where documents end.
 * @param rowOfType row of each type, −1 for words that are left out
 * @param target one number for each token that has a row
 */
export function encodeTokens(pieces: Iterable<Piece>, rowOfType: Int32Array, target: Uint32Array): void {
  let at = 0;
  let documentStart = 0;
  for (const piece of pieces) {
    for (const id of piece.ids) {
      const row = rowOfType[id]!;
      if (row >= 0) target[at++] = row;
    }
    if (!piece.lastOfDocument) continue;
    if (at > documentStart) target[at - 1] = target[at - 1]! | lastOfDocument;
    documentStart = at;
  }
  if (at !== target.length) throw new RangeError(`${at} tokens where ${target.length} were counted`);
}
