import { createHash } from 'node:crypto';
import type { Hash } from 'node:crypto';
import type { Hooks } from '../contract/progress.ts';
import { AppError } from '../contract/errors.ts';
import { goOn } from '../stop-signal.ts';
import { change } from './changes.ts';
import type { WriteDb } from './connection.ts';
import { markStaleModels } from './corpus-digest.ts';
import type { NewDocument, NewImport } from './import-rows.ts';
import { bytesOf, encodePlaces, encodeSentences, tokensPerChunk } from './token-chunks.ts';
import { storeAnnotations, type DocumentAnnotations } from './store-annotations.ts';
import type { TokenPiece } from './token-chunks.ts';
import { formHashes, typesOfImport } from './types-of-import.ts';
import type { ImportTypes } from './types-of-import.ts';

function broken(reason: string): AppError {
  return new AppError('E_INTERNAL', { reason: `import: ${reason}` });
}

interface Rows {
  readonly addText: (documentId: number, start: number, text: string) => void;
  readonly addTokens: (documentId: number, first: number, piece: TokenPiece) => void;
}

/** Writes a document's text; returns its length in UTF-16 units. */
function storeText(document: NewDocument, documentId: number, rows: Rows, hash: Hash): number {
  let start = 0;
  for (const text of document.text()) {
    if (text.length === 0) continue;
    rows.addText(documentId, start, text);
    hash.update(text);
    start += text.length;
  }
  return start;
}

interface TokenTarget {
  readonly rows: Rows;
  readonly types: ImportTypes;
  /** A hash of each form: the digest of a document does not depend on which numbers its types have. */
  readonly hashes: Uint32Array;
  /** Null where they stay as they are. */
  readonly annotations: DocumentAnnotations | null;
  readonly stored: (tokens: number) => void;
}

/** @param firstToken number of the document's first token in the project */
export function storeTokens(
  document: Pick<NewDocument, 'tokens'>,
  documentId: number,
  firstToken: number,
  target: TokenTarget,
  hash: Hash,
): number {
  const { rows, types, hashes, annotations, stored } = target;
  let first = 0;
  for (const piece of document.tokens()) {
    const { length } = piece.ids;
    if (length === 0) continue;
    if (length > tokensPerChunk) throw broken('a piece of tokens is too long');
    if (piece.starts.length !== length || piece.lengths.length !== length) throw broken('a piece is uneven');
    hash.update(bytesOf(piece.ids.map((id) => hashes[id]!)));
    rows.addTokens(documentId, first, {
      ...piece,
      ids: types.take(documentId, firstToken + first, piece.ids),
    });
    annotations?.add(first, piece);
    hash.update(bytesOf(piece.starts)).update(bytesOf(piece.lengths)).update(bytesOf(piece.sentenceStarts));
    first += length;
    stored(length);
  }
  annotations?.end();
  return first;
}

export function prepareRows(db: WriteDb): Rows {
  const text = db.prepare('INSERT INTO texts (document_id, start, characters, text) VALUES (?, ?, ?, ?)');
  const tokens = db.prepare(
    'INSERT INTO tokens (document_id, first, count, ids, places, sentences) VALUES (?, ?, ?, ?, ?, ?)',
  );
  return {
    addText: (documentId, start, piece) => void text.run(documentId, start, piece.length, piece),
    addTokens: (documentId, first, { ids, starts, lengths, sentenceStarts }) => {
      const sentences = encodeSentences(sentenceStarts);
      tokens.run(documentId, first, ids.length, bytesOf(ids), encodePlaces(starts, lengths), sentences);
    },
  };
}

function storeReports(db: WriteDb, importId: number, { files, skipped }: NewImport['reports']): void {
  const insert = db.prepare(
    'INSERT INTO import_reports (import_id, file, skipped, report) VALUES (?, ?, ?, ?)',
  );
  for (const report of files) insert.run(importId, report.file, 0, JSON.stringify(report));
  for (const report of skipped) insert.run(importId, report.file, 1, JSON.stringify(report));
}

/** Token numbers are never given twice: what has been removed leaves a gap. */
export function nextToken(db: WriteDb): number {
  return db
    .prepare<[], number>('SELECT coalesce(max(first_token + tokens + 1), 0) FROM documents')
    .pluck()
    .get()!;
}

/**
 * Appends an import in one transaction: all of it or, when cancelled (asked after every piece) or failed, nothing. Documents stream through; what
 * stays in memory is a few numbers for each type and the index, little more than a byte for each token.
 * @returns the number of documents and tokens that were added
 * @throws AppError E_CANCELLED, E_NO_SPACE, E_IO, E_INTERNAL when the import contradicts itself
 */
export function appendImport(
  db: WriteDb,
  { forms, tokens: expected, documents, reports, settings, importedAt }: NewImport,
  { onProgress, signal }: Hooks = {},
): { readonly documents: number; readonly tokens: number } {
  let done = 0;
  const step = (phase: string, tokens: number) => {
    goOn(signal);
    done += tokens;
    onProgress?.({ phase, done, total: expected });
  };
  return change(db, () => {
    const importId = Number(
      db
        .prepare('INSERT INTO imports (imported_at, settings) VALUES (?, ?)')
        .run(importedAt, JSON.stringify(settings ?? null)).lastInsertRowid,
    );
    storeReports(db, importId, reports);
    const insert = db.prepare(
      `INSERT INTO documents (import_id, name, language, encoding, method, metadata, characters, tokens, file, first_token, digest)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    );
    const finish = db.prepare('UPDATE documents SET digest = ? WHERE id = ?');
    const types = typesOfImport(db, forms);
    const annotated = storeAnnotations(db);
    const target = {
      rows: prepareRows(db),
      types,
      hashes: formHashes(forms),
      stored: (tokens: number) => step('storing', tokens),
    };
    let added = 0;
    let firstToken = nextToken(db);
    for (const document of documents) {
      const { name, file, language, encoding, method, metadata, characters, tokenCount } = document;
      const facts = [
        name,
        language,
        encoding,
        method,
        JSON.stringify(metadata),
        characters,
        tokenCount,
        file,
      ] as const;
      const id = Number(insert.run(importId, ...facts, firstToken, Buffer.alloc(32)).lastInsertRowid);
      const hash = createHash('sha256');
      if (storeText(document, id, target.rows, hash) !== characters) throw broken('characters do not add up');
      const annotations = annotated.begin(id, document.annotations?.() ?? { layers: [], regions: [] });
      if (storeTokens(document, id, firstToken, { ...target, annotations }, hash) !== tokenCount)
        throw broken('tokens do not add up');
      finish.run(hash.digest(), id);
      // One number is left free, so that even an empty document has a place of its own.
      firstToken += tokenCount + 1;
      added++;
      step('storing', 0);
    }
    annotated.store();
    types.store(importId, () => step('indexing', 0));
    markStaleModels(db);
    return { documents: added, tokens: types.total() };
  });
}
