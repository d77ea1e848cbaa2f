import type { ReadDb, WriteDb } from './connection.ts';

/**
 * Runs `work` in one transaction and counts it as a change of the project, so that "not saved yet" can be told by
 * comparing two numbers. `work` is synchronous; a throw leaves no trace.
 */
export function change<T>(db: WriteDb, work: () => T): T {
  return db
    .transaction(() => {
      const result = work();
      db.prepare('UPDATE project SET revision = revision + 1').run();
      return result;
    })
    .immediate();
}

/** Number of changes that this project has ever seen. */
export function readRevision(db: ReadDb): number {
  return db.prepare<[], number>('SELECT revision FROM project').pluck().get() ?? 0;
}
