import { createHash } from 'node:crypto';
import { AppError } from '../contract/errors.ts';
import type { Hooks } from '../contract/progress.ts';
import { goOn } from '../stop-signal.ts';
import { nextToken, prepareRows, storeTokens } from './append-import.ts';
import { change } from './changes.ts';
import type { WriteDb } from './connection.ts';
import { markStaleModels } from './corpus-digest.ts';
import { forgetLayers } from './forget-annotations.ts';
import type { NewLayer } from './import-rows.ts';
import { bindNotes } from './line-notes.ts';
import { readTextPieces } from './document-text.ts';
import { storedImportSettings } from './stored-corpus.ts';
import { readStored } from './stored-json.ts';
import { storeAnnotations } from './store-annotations.ts';
import type { TokenPiece } from './token-chunks.ts';
import { formHashes, typesOfImport } from './types-of-import.ts';

/** The new tokens of a document; ids index the forms of the cut. */
export interface NewTokens {
  tokens(): Iterable<TokenPiece>;
  /** What is said of them. Left out where they are those of before: then layers and regions stay as they are. */
  readonly layers?: readonly NewLayer[];
}

/** Every document of a project with its new tokens. */
export interface NewCut {
  readonly forms: readonly string[];
  readonly documents: ReadonlyMap<number, NewTokens>;
  /** Kept with every import, beside what else is known of it. */
  readonly settings: Readonly<Record<string, unknown>>;
}

/**
 * Gives all documents other tokens in one transaction: all of it or, when cancelled or failed, nothing. Texts, names, metadata and
 * regions stay, notes on lines go to the tokens that now stand at their places, and models that were trained on the tokens of before are marked stale.
 * @throws AppError E_CANCELLED, E_NO_SPACE, E_IO, E_INTERNAL when a document is missing
 */
export function recutDocuments(
  db: WriteDb,
  { forms, documents, settings }: NewCut,
  { onProgress, signal }: Hooks = {},
): void {
  const total = documents.size * 2;
  let done = 0;
  const step = (finished: number) => {
    goOn(signal);
    done += finished;
    onProgress?.({ phase: 'storing', done, total });
  };
  change(db, () => {
    let firstToken = nextToken(db);
    db.prepare('DELETE FROM tokens').run();
    db.prepare('DELETE FROM postings').run();
    db.prepare('UPDATE types SET count = 0, documents = 0').run();
    const changed = [...documents].filter(([, { layers }]) => layers !== undefined);
    forgetLayers(
      db,
      changed.map(([id]) => id),
      'of tokens',
    );
    const rows = prepareRows(db);
    const annotated = storeAnnotations(db);
    const hashes = formHashes(forms);
    const ids = db
      .prepare<[number], number>('SELECT id FROM documents WHERE import_id = ? ORDER BY id')
      .pluck();
    const update = db.prepare('UPDATE documents SET tokens = ?, first_token = ?, digest = ? WHERE id = ?');
    const imports = db
      .prepare<[], { id: number; settings: string }>('SELECT id, settings FROM imports ORDER BY id')
      .all();
    for (const { id: importId, settings: before } of imports) {
      const types = typesOfImport(db, forms);
      const inImport = ids.all(importId);
      for (const id of inImport) {
        const document = documents.get(id);
        if (document === undefined) throw new AppError('E_INTERNAL', { reason: 'a document was not cut' });
        const hash = createHash('sha256');
        for (const text of readTextPieces(db, id)) hash.update(text);
        const { layers } = document;
        const annotations = layers === undefined ? null : annotated.beginAgain(id, layers);
        const target = { rows, types, hashes, annotations, stored: () => step(0) };
        const tokens = storeTokens(document, id, firstToken, target, hash);
        update.run(tokens, firstToken, hash.digest(), id);
        bindNotes(db, id);
        firstToken += tokens + 1;
        step(1);
      }
      types.store(importId, () => step(0));
      step(inImport.length);
      const merged = { ...readStored(storedImportSettings, before, 'settings of an import'), ...settings };
      db.prepare('UPDATE imports SET settings = ? WHERE id = ?').run(JSON.stringify(merged), importId);
    }
    annotated.store();
    db.prepare('DELETE FROM types WHERE count = 0').run();
    markStaleModels(db);
  });
}
