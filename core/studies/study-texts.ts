import { lastOfDocument, typeId } from '../training/encode-tokens.ts';

/** Texts in the words of the model that a study is about: every run is made of these alone. */
export interface StudyTexts {
  /** By the rows of the model. */
  readonly words: readonly string[];
  /** Rows of all tokens whose word the model has, text after text; those behind which no window reaches are marked. */
  readonly tokens: Uint32Array;
  /** First of `tokens` of each text, and behind the last text their number. */
  readonly starts: Uint32Array;
  /** Tokens of each text, those too whose word the model does not have. */
  readonly sizes: Uint32Array;
}

interface Piece {
  /** Type ids of the corpus. */
  readonly ids: Uint32Array;
  readonly lastOfDocument: boolean;
}

/**
 * @param pieces the tokens of the texts in their order
 * @param rowOfType row of each type in the model, −1 for words that it does not have
 */
export function studyTexts(
  words: readonly string[],
  pieces: Iterable<Piece>,
  rowOfType: Int32Array,
): StudyTexts {
  const parts: Uint32Array[] = [];
  const starts = [0];
  const sizes: number[] = [];
  let kept = 0;
  let size = 0;
  for (const { ids, lastOfDocument: isLast } of pieces) {
    const rows = new Uint32Array(ids.length);
    let at = 0;
    let start = 0;
    for (const id of ids) {
      const row = rowOfType[id & typeId]!;
      if (row >= 0) rows[at++] = row;
      if (id < lastOfDocument) continue;
      if (at > start) rows[at - 1] = rows[at - 1]! | lastOfDocument;
      start = at;
    }
    parts.push(rows.subarray(0, at));
    kept += at;
    size += ids.length;
    if (!isLast) continue;
    starts.push(kept);
    sizes.push(size);
    size = 0;
  }
  const tokens = new Uint32Array(kept);
  let at = 0;
  for (const part of parts) {
    tokens.set(part, at);
    at += part.length;
  }
  return { words, tokens, starts: Uint32Array.from(starts), sizes: Uint32Array.from(sizes) };
}
