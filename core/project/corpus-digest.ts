import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from './connection.ts';

/**
 * What the corpus is, as 64 hex digits: sha256 over the digests of its documents in order (text, places and forms of the
 * tokens). Names, metadata and the numbers that types happen to have do not enter. Null without documents.
 * @param only ids of the documents that are meant: the digest is that of a corpus of these alone
 */
export function corpusDigest(db: ReadDb, only?: readonly number[]): string | null {
  const rows = digestRows(db, only);
  if (rows.length === 0) return null;
  const hash = createHash('sha256');
  for (const { digest } of rows) hash.update(digest);
  return hash.digest('hex');
}

/** The same with the numbers of the documents, which a text that was taken out and put in again need not keep. */
export function numberedCorpusDigest(db: ReadDb, only?: readonly number[]): string | null {
  const rows = digestRows(db, only);
  if (rows.length === 0) return null;
  const hash = createHash('sha256');
  for (const { id, digest } of rows) hash.update(`${id} `).update(digest);
  return hash.digest('hex');
}

function digestRows(
  db: ReadDb,
  only?: readonly number[],
): readonly { readonly id: number; readonly digest: Buffer }[] {
  const rows = db
    .prepare<[], { id: number; digest: Buffer }>('SELECT id, digest FROM documents ORDER BY id')
    .all();
  if (only === undefined) return rows;
  const chosen = new Set(only);
  return rows.filter(({ id }) => chosen.has(id));
}

/**
 * Marks trained models, recurrent ones too, whose corpus is no longer this one, and unmarks them when it is again. Models of a sub-corpus
 * are left out: whether its texts are still the same hangs on their metadata, and is found out when it is asked.
 */
export function markStaleModels(db: WriteDb): void {
  const corpus = corpusDigest(db);
  const ofAll = "json_type(history, '$.subCorpus') IS NULL";
  db.prepare(`UPDATE models SET stale = (corpus IS NOT NULL AND corpus IS NOT ?) WHERE ${ofAll}`).run(corpus);
  db.prepare(`UPDATE sequence_models SET stale = (corpus IS NOT ?) WHERE ${ofAll}`).run(corpus);
}

/** Digest of each document, hex: the same text cut the same way has the same one, whatever its name and number. */
export const documentDigests = (db: ReadDb): ReadonlyMap<number, string> =>
  new Map(digestRows(db).map(({ id, digest }) => [id, digest.toString('hex')]));
