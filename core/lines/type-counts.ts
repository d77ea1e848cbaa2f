/** Frequencies by type id. */
export interface TypeCounts {
  readonly tokens: number;
  readonly counts: Uint32Array;
  /** The range: number of documents that the type occurs in. */
  readonly documents: Uint32Array;
}

/**
 * Counts every type.
 * @param documents type ids of each document, whole
 * @param size above every id
 */
export function countTypes(documents: Iterable<Uint32Array>, size: number): TypeCounts {
  const counts = new Uint32Array(size);
  const ranges = new Uint32Array(size);
  const lastSeen = new Uint32Array(size);
  let tokens = 0;
  let number = 0;
  for (const ids of documents) {
    number += 1;
    tokens += ids.length;
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at]!;
      counts[id]!++;
      if (lastSeen[id] === number) continue;
      lastSeen[id] = number;
      ranges[id]!++;
    }
  }
  return { tokens, counts, documents: ranges };
}
