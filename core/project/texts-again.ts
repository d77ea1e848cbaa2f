import type { ReadDb } from './connection.ts';

/** Texts of the newest import that are there from an earlier one, word for word. */
export interface TextsAgain {
  readonly count: number;
  /** Names of the first of them. */
  readonly first: readonly string[];
}

const mostNamed = 5;

/** By the digests of the texts: what they are called does not count. */
export function textsAgain(db: ReadDb): TextsAgain {
  const rows = db
    .prepare<[], { name: string; digest: Buffer; isNew: number }>(
      `SELECT name, digest, import_id = (SELECT max(id) FROM imports) AS isNew FROM documents
       WHERE tokens > 0 ORDER BY isNew, id`,
    )
    .iterate();
  const before = new Set<string>();
  const first: string[] = [];
  let count = 0;
  for (const { name, digest, isNew } of rows) {
    const key = digest.toString('latin1');
    if (isNew === 0) before.add(key);
    else if (before.has(key)) {
      count += 1;
      if (first.length < mostNamed) first.push(name);
    }
  }
  return { count, first };
}
