import type { ReadDb, WriteDb } from './connection.ts';
import { giveBack } from './given-back.ts';
import { uint32Of } from './token-chunks.ts';
import { varintWriter } from './varints.ts';

/** Places that one pass over the tokens sorts in memory: 128 MiB. */
const placesPerPass = 1 << 25;

interface Pass {
  readonly types: readonly number[];
  readonly places: number;
}

/** Cuts the types into runs whose occurrences fit into memory together. */
function passesOver(counts: ReadonlyMap<number, number>, limit: number): readonly Pass[] {
  const passes: Pass[] = [];
  let types: number[] = [];
  let places = 0;
  for (const id of [...counts.keys()].sort((a, b) => a - b)) {
    const count = counts.get(id)!;
    if (types.length > 0 && places + count > limit) {
      passes.push({ types, places });
      types = [];
      places = 0;
    }
    types.push(id);
    places += count;
  }
  if (types.length > 0) passes.push({ types, places });
  return passes;
}

interface ChunkRow {
  readonly id: number;
  readonly place: number;
  readonly ids: Buffer;
}

function* chunksOfImport(db: ReadDb, importId: number): Generator<ChunkRow, void, undefined> {
  // CROSS JOIN keeps tokens outermost: any other order would sort their blobs.
  const page = db.prepare<[number, number], ChunkRow>(
    `SELECT tokens.id, first_token + first AS place, ids FROM tokens
     CROSS JOIN documents ON documents.id = document_id
     WHERE import_id = ? AND tokens.id > ? ORDER BY tokens.id LIMIT 16`,
  );
  const documents = db
    .prepare<[number], { low: number | null }>(
      'SELECT min(tokens.id) AS low FROM tokens WHERE document_id >= (SELECT min(id) FROM documents WHERE import_id = ?)',
    )
    .get(importId);
  for (let last = (documents?.low ?? 1) - 1; ;) {
    const rows = page.all(importId, last);
    if (rows.length === 0) return;
    for (const row of rows) {
      yield row;
      giveBack(row.ids);
    }
    last = rows.at(-1).id;
  }
}

/**
 * Builds the index of an import: for every type the numbers of its tokens, by counting sort, in as many passes over the
 * import's tokens as memory asks for.
 * @param counts occurrences in the import by type id
 * @param onTokens told how many tokens were indexed
 */
export function appendPostings(
  db: WriteDb,
  importId: number,
  counts: ReadonlyMap<number, number>,
  onTokens: (tokens: number) => void,
  limit = placesPerPass,
): void {
  const insert = db.prepare('INSERT INTO postings (type_id, import_id, count, places) VALUES (?, ?, ?, ?)');
  const base = db
    .prepare<[number], number | null>('SELECT min(first_token) FROM documents WHERE import_id = ?')
    .pluck()
    .get(importId);
  const writer = varintWriter(1 << 20);
  for (const { types, places } of passesOver(counts, limit)) {
    const low = types[0]!;
    const next = new Uint32Array(types.at(-1)! - low + 1).fill(0xffffffff);
    let used = 0;
    for (const id of types) {
      next[id - low] = used;
      used += counts.get(id)!;
    }
    const sorted = new Uint32Array(places);
    for (const { place, ids } of chunksOfImport(db, importId)) {
      const tokens = uint32Of(ids);
      const from = place - (base ?? 0);
      for (let i = 0; i < tokens.length; i++) {
        const slot = tokens[i]! - low;
        if (slot >= 0 && slot < next.length && next[slot] !== 0xffffffff) sorted[next[slot]!++] = from + i;
      }
    }
    for (let start = 0, t = 0; t < types.length; t++) {
      const id = types[t]!;
      const end = start + counts.get(id)!;
      for (let i = start, last = 0; i < end; i++) {
        const place = sorted[i]! + (base ?? 0);
        writer.put(place - last);
        last = place;
      }
      insert.run(id, importId, end - start, writer.take());
      start = end;
      if (t % 4096 === 4095) onTokens(0);
    }
    onTokens(places);
  }
}
