import type { ReadDb } from './connection.ts';

/**
 * The file that each text came from, by the text’s id: one of several texts of a file is called `file#part`, and a file may have a `#` in
 * its own name.
 */
export function filesOfDocuments(db: ReadDb): ReadonlyMap<number, string> {
  const documents = db
    .prepare<[], [id: number, name: string]>('SELECT id, name FROM documents ORDER BY id')
    .raw()
    .all();
  const files = new Set(
    db
      .prepare<[], string>(
        "SELECT DISTINCT json_extract(report, '$.file') FROM import_reports WHERE skipped = 0 AND json_valid(report)",
      )
      .pluck()
      .all(),
  );
  return new Map(documents.map(([id, name]) => [id, fileOf(name, files)]));
}

function fileOf(name: string, files: ReadonlySet<string>): string {
  if (files.has(name)) return name;
  for (let at = name.lastIndexOf('#'); at > 0; at = name.lastIndexOf('#', at - 1))
    if (files.has(name.slice(0, at))) return name.slice(0, at);
  return name;
}
