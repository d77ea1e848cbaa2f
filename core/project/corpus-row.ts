import type { ReadDb } from './connection.ts';
import { uint32Of } from './token-chunks.ts';
import { eachAscending } from './varints.ts';

/** Every token of the corpus, text after text. */
export interface CorpusRow {
  /** Ids of the documents that have tokens, in their order. */
  readonly documents: readonly number[];
  /** First tokens of the documents, and behind the last one the number of tokens. */
  readonly starts: Uint32Array;
  /** Type ids. */
  readonly ids: Uint32Array;
  /** 1 for a token that goes on in the sentence of the token before it. */
  readonly sentenceGoesOn: Uint8Array;
}

/** Reads it in one piece. @throws RangeError where a document has more tokens than it says, or its sentences are cut short */
export function readCorpusRow(db: ReadDb): CorpusRow {
  const sizes = db
    .prepare<[], [id: number, tokens: number]>(
      'SELECT id, tokens FROM documents WHERE tokens > 0 ORDER BY id',
    )
    .raw()
    .all();
  const starts = new Uint32Array(sizes.length + 1);
  sizes.forEach(([, tokens], at) => (starts[at + 1] = starts[at]! + tokens));
  const all = starts[sizes.length]!;
  const ids = new Uint32Array(all);
  const sentenceGoesOn = new Uint8Array(all).fill(1);
  const textOf = new Map(sizes.map(([id], text) => [id, text]));
  for (let text = 0; text < sizes.length; text++) sentenceGoesOn[starts[text]!] = 0;
  // In the order in which they are stored, which is quicker than text by text.
  const page = db
    .prepare<[number], [id: number, document: number, first: number, ids: Buffer, sentences: Buffer]>(
      'SELECT id, document_id, first, ids, sentences FROM tokens WHERE id > ? ORDER BY id LIMIT 16',
    )
    .raw();
  for (let last = -1; ;) {
    const rows = page.all(last);
    if (rows.length === 0) break;
    for (const [id, document, first, some, sentences] of rows) {
      last = id;
      const text = textOf.get(document);
      if (text === undefined) continue;
      const [from, end] = [starts[text]!, starts[text + 1]!];
      ids.subarray(from, end).set(uint32Of(some), first);
      eachAscending(sentences, (start) => {
        if (start < end - from) sentenceGoesOn[from + start] = 0;
      });
    }
  }
  return { documents: sizes.map(([id]) => id), starts, ids, sentenceGoesOn };
}
