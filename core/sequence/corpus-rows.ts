import { endRow, startOfText } from './sequence-data.ts';
import type { CorpusText } from './split-texts.ts';

/** A whole corpus as a network reads it, each row with the place that it came from. */
export interface CorpusRows {
  /** As in `SequenceData`: `<eos>`, marked, before each text, and `<eos>` behind each sentence. */
  readonly rows: Uint32Array;
  /** Token number in its document, of words; of an `<eos>` that of the word before it. */
  readonly positions: Uint32Array;
  /** First row of each text, ascending, and the document that it is of. */
  readonly textStarts: Uint32Array;
  readonly documents: Uint32Array;
}

/** @param rowOfType row of each type id, that of `<unk>` for words without one */
export function corpusRows(texts: () => Iterable<CorpusText>, rowOfType: Uint32Array): CorpusRows {
  let size = 0;
  let count = 0;
  for (const { ids, sentenceStarts } of texts()) {
    if (ids.length === 0) continue;
    size += 1 + ids.length + Math.max(1, sentenceStarts.length);
    count += 1;
  }
  const result = {
    rows: new Uint32Array(size),
    positions: new Uint32Array(size),
    textStarts: new Uint32Array(count),
    documents: new Uint32Array(count),
  };
  let at = 0;
  let text = 0;
  for (const { document, ids, sentenceStarts } of texts()) {
    if (ids.length === 0) continue;
    result.textStarts[text] = at;
    result.documents[text++] = document;
    result.rows[at++] = (startOfText | endRow) >>> 0;
    let sentence = 1;
    for (let token = 0; token < ids.length; token += 1) {
      if (token > 0 && sentenceStarts[sentence] === token) {
        result.positions[at] = token - 1;
        result.rows[at++] = endRow;
        sentence += 1;
      }
      result.positions[at] = token;
      result.rows[at++] = rowOfType[ids[token]!]!;
    }
    result.positions[at] = ids.length - 1;
    result.rows[at++] = endRow;
  }
  return result;
}

/** Document of a row. */
export function documentOf({ textStarts, documents }: CorpusRows, row: number): number {
  let low = 0;
  let high = textStarts.length;
  while (high - low > 1) {
    const middle = (low + high) >>> 1;
    if (textStarts[middle]! <= row) low = middle;
    else high = middle;
  }
  return documents[low]!;
}

/** Rows of `<eos>`, marked or not. */
export const isEnd = (row: number) => (row & ~startOfText) === endRow;
