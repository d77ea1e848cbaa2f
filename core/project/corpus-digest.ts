import { createHash } from 'node:crypto';
import type { ReadDb, WriteDb } from './connection.ts';

/**
 * What the corpus is, as 64 hex digits: sha256 over the digests of its documents in order (text, places and forms of the
 * tokens). Names, metadata and the numbers that types happen to have do not enter. Null without documents.
 */
export function corpusDigest(db: ReadDb): string | null {
  const digests = db.prepare<[], Buffer>('SELECT digest FROM documents ORDER BY id').pluck().all();
  if (digests.length === 0) return null;
  const hash = createHash('sha256');
  for (const digest of digests) hash.update(digest);
  return hash.digest('hex');
}

/** Marks trained models, recurrent ones too, whose corpus is no longer this one, and unmarks them when it is again. */
export function markStaleModels(db: WriteDb): void {
  const corpus = corpusDigest(db);
  db.prepare('UPDATE models SET stale = (corpus IS NOT NULL AND corpus IS NOT ?)').run(corpus);
  db.prepare('UPDATE sequence_models SET stale = (corpus IS NOT ?)').run(corpus);
}

/** Digest of each document, hex: the same text cut the same way has the same one, whatever its name and number. */
export function documentDigests(db: ReadDb): ReadonlyMap<number, string> {
  const rows = db
    .prepare<[], { id: number; digest: Buffer }>('SELECT id, digest FROM documents ORDER BY id')
    .all();
  return new Map(rows.map(({ id, digest }) => [id, digest.toString('hex')]));
}
