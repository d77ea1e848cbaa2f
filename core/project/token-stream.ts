import type { ReadDb } from './connection.ts';
import { giveBack } from './given-back.ts';
import { decodePlaces, decodeSentences, uint32Of } from './token-chunks.ts';
import type { TokenPiece } from './token-chunks.ts';

export interface TokenIds {
  readonly document: number;
  /** Type ids, in the order of the text; at most 16,384. Valid until the next piece is asked for. */
  readonly ids: Uint32Array;
  readonly lastOfDocument: boolean;
}

interface IdRow {
  readonly id: number;
  readonly document: number;
  readonly ids: Buffer;
  readonly last: number;
}

/**
 * The tokens of the corpus, document by document, for training and counting. Documents without tokens do not appear.
 * Other statements may run between the pieces.
 * @param only ids of documents: nothing is read of the others
 */
export function* readTokenIds(db: ReadDb, only?: readonly number[]): Generator<TokenIds, void, undefined> {
  if (only !== undefined) yield* readSomeTokenIds(db, only);
  else yield* readAllTokenIds(db);
}

function* readAllTokenIds(db: ReadDb): Generator<TokenIds, void, undefined> {
  const page = db.prepare<[number], IdRow>(
    `SELECT tokens.id, document_id AS document, ids, first + count = tokens AS last
     FROM tokens CROSS JOIN documents ON documents.id = document_id
     WHERE tokens.id > ? ORDER BY tokens.id LIMIT 16`,
  );
  for (let after = -1; ;) {
    const rows = page.all(after);
    if (rows.length === 0) return;
    for (const { document, ids, last } of rows) {
      yield { document, ids: uint32Of(ids), lastOfDocument: last === 1 };
      giveBack(ids);
    }
    after = rows.at(-1).id;
  }
}

/** Each document once, in the order of the corpus. */
const inOrder = (documents: readonly number[]) => [...new Set(documents)].sort((a, b) => a - b);

function* readSomeTokenIds(db: ReadDb, documents: readonly number[]): Generator<TokenIds, void, undefined> {
  const page = db.prepare<[number, number], { first: number; ids: Buffer; last: number }>(
    `SELECT first, ids, first + count = tokens AS last
     FROM documents CROSS JOIN tokens ON document_id = documents.id
     WHERE documents.id = ? AND first > ? ORDER BY first LIMIT 16`,
  );
  for (const document of inOrder(documents))
    for (let after = -1; ;) {
      const rows = page.all(document, after);
      if (rows.length === 0) break;
      for (const { ids, last } of rows) {
        yield { document, ids: uint32Of(ids), lastOfDocument: last === 1 };
        giveBack(ids);
      }
      after = rows.at(-1).first;
    }
}

interface TokenRow {
  readonly first: number;
  readonly count: number;
  readonly ids: Buffer;
  readonly places: Buffer;
  readonly sentences: Buffer;
}

/** The tokens of one document with their places in its text and the starts of its sentences. */
export function* readTokens(db: ReadDb, document: number): Generator<TokenPiece, void, undefined> {
  const page = db.prepare<[number, number], TokenRow>(
    'SELECT first, count, ids, places, sentences FROM tokens WHERE document_id = ? AND first > ? ORDER BY first LIMIT 4',
  );
  for (let last = -1; ;) {
    const rows = page.all(document, last);
    if (rows.length === 0) return;
    for (const { count, ids, places, sentences } of rows) {
      yield {
        ids: uint32Of(ids),
        ...decodePlaces(places, count),
        sentenceStarts: decodeSentences(sentences),
      };
    }
    last = rows.at(-1).first;
  }
}

/** Places of some tokens of a document as they are stored. */
export interface StoredPlaces {
  /** Number of the first of them in the document. */
  readonly first: number;
  readonly count: number;
  /** As {@link decodePlaces} reads them. */
  readonly places: Buffer;
}

/** The same without taking it apart, for the kernel; document by document. */
export function placesReader(db: ReadDb): (document: number) => readonly StoredPlaces[] {
  const all = db.prepare<[number], StoredPlaces>(
    'SELECT first, count, places FROM tokens WHERE document_id = ? AND count > 0 ORDER BY first',
  );
  return (document) => all.all(document);
}

export interface TextTokens {
  readonly document: number;
  /** Type ids of all its tokens. */
  readonly ids: Uint32Array;
  /** Tokens at which a sentence starts. */
  readonly sentenceStarts: Uint32Array;
}

/**
 * The corpus text by text, with its sentences. Texts without tokens do not appear. Other statements may run in between.
 * @param only ids of documents: nothing is read of the others
 */
export function* readTexts(db: ReadDb, only?: readonly number[]): Generator<TextTokens, void, undefined> {
  const chosen = only === undefined ? null : new Set(only);
  const documents = db
    .prepare<[], { id: number; tokens: number }>(
      'SELECT id, tokens FROM documents WHERE tokens > 0 ORDER BY id',
    )
    .all()
    .filter(({ id }) => chosen?.has(id) ?? true);
  const chunks = db.prepare<[number], Omit<TokenRow, 'places'>>(
    'SELECT first, count, ids, sentences FROM tokens WHERE document_id = ? ORDER BY first',
  );
  for (const { id, tokens } of documents) {
    const ids = new Uint32Array(tokens);
    const starts: number[] = [];
    for (const { first, ids: some, sentences } of chunks.all(id)) {
      ids.set(uint32Of(some), first);
      for (const start of decodeSentences(sentences)) starts.push(start);
    }
    yield { document: id, ids, sentenceStarts: Uint32Array.from(starts) };
  }
}
