import type { ReadDb } from './connection.ts';
import { decodeSpans, decodeTimes, type Spans, type Times } from './region-rows.ts';
import { decodeSentences } from './token-chunks.ts';

/** Regions of one name in one document, by start, the longer first. */
export interface DocumentRegions {
  readonly document: number;
  /** In tokens of the document. Some may have none. */
  readonly tokens: Spans;
  /** In UTF-16 units of its text; null for sentences, which begin and end with their tokens. */
  readonly places: Spans | null;
  readonly times: Times | null;
}

export interface RegionSummary {
  readonly name: string;
  readonly count: number;
  readonly documents: number;
  /** How many documents lead back to a recording. */
  readonly timed: number;
}

/** Names that every project has, whatever its files say: a sentence, and a text as a whole. */
export const ownRegions = ['sentence', 'text'] as const;

/** Every kind of region that files brought, the most frequent first. */
export function listRegions(db: ReadDb): readonly RegionSummary[] {
  return db
    .prepare<[], RegionSummary>(
      `SELECT name, sum(count) AS count, count(*) AS documents, sum(octet_length(times) > 0) AS timed
       FROM regions GROUP BY name ORDER BY sum(count) DESC, name`,
    )
    .all();
}

interface RegionRow {
  readonly count: number;
  readonly tokens: Buffer;
  readonly places: Buffer;
  readonly times: Buffer;
}

/**
 * All regions of a name, document by document in their order; documents that have none do not appear. `sentence` and `text` are those of
 * the project itself where a document brought none of that name. Attributes are layers (`region` is the name), a number for each region.
 * Other statements may run in between.
 * @param only ids of documents: nothing is read of the others
 * @throws AppError E_DAMAGED where what is stored is cut short
 */
export function* readRegions(
  db: ReadDb,
  name: string,
  only?: readonly number[],
): Generator<DocumentRegions, void, undefined> {
  const chosen = only === undefined ? null : new Set(only);
  const own = ownRegions.find((one) => one === name);
  const documents = db
    .prepare<[], { id: number; tokens: number; characters: number }>(
      'SELECT id, tokens, characters FROM documents ORDER BY id',
    )
    .all()
    .filter(({ id }) => chosen?.has(id) ?? true);
  const stored = db.prepare<[number, string], RegionRow>(
    'SELECT count, tokens, places, times FROM regions WHERE document_id = ? AND name = ?',
  );
  const sentences = db
    .prepare<[number], Buffer>('SELECT sentences FROM tokens WHERE document_id = ? ORDER BY first')
    .pluck();
  for (const { id, tokens, characters } of documents) {
    const row = stored.get(id, name);
    if (row !== undefined) {
      yield {
        document: id,
        tokens: within(decodeSpans(row.tokens, row.count), tokens),
        places: within(decodeSpans(row.places, row.count), characters),
        times: decodeTimes(row.times, row.count),
      };
    } else if (tokens === 0) continue;
    else if (own === 'text')
      yield { document: id, tokens: whole(tokens), places: whole(characters), times: null };
    else if (own === 'sentence') {
      const starts = sentences.all(id).flatMap((bytes) => [...decodeSentences(bytes)]);
      yield { document: id, tokens: spansBetween(starts, tokens), places: null, times: null };
    }
  }
}

const whole = (length: number): Spans => ({ starts: Uint32Array.of(0), lengths: Uint32Array.of(length) });

/** From each start to the next. */
function spansBetween(given: readonly number[], end: number): Spans {
  // A text begins with a sentence, wherever else one starts.
  const starts = Uint32Array.from(given[0] === 0 ? given : [0, ...given]);
  return { starts, lengths: starts.map((start, at) => (starts[at + 1] ?? end) - start) };
}

/** Nothing in a project is trusted: no region goes beyond its document. */
function within({ starts, lengths }: Spans, end: number): Spans {
  for (let i = 0; i < starts.length; i++) {
    starts[i] = Math.min(starts[i]!, end);
    lengths[i] = Math.min(lengths[i]!, end - starts[i]!);
  }
  return { starts, lengths };
}

/** Where a token was said: the shortest timed region around it. */
export interface PlaceInRecording {
  /** Milliseconds; −1 where only the other end is known. */
  readonly start: number;
  readonly end: number;
}

/** @param token number of the token in the document */
export function placeInRecording(db: ReadDb, document: number, token: number): PlaceInRecording | null {
  const rows = db
    .prepare<[number], RegionRow>(
      'SELECT count, tokens, places, times FROM regions WHERE document_id = ? AND octet_length(times) > 0',
    )
    .all(document);
  let best: (PlaceInRecording & { readonly tokens: number }) | null = null;
  for (const row of rows) {
    const { starts, lengths } = decodeSpans(row.tokens, row.count);
    const times = decodeTimes(row.times, row.count)!;
    for (let i = 0; i < row.count && starts[i]! <= token; i++) {
      if (token >= starts[i]! + lengths[i]! || (times.starts[i]! < 0 && times.ends[i]! < 0)) continue;
      if (best === null || lengths[i]! < best.tokens)
        best = { start: times.starts[i]!, end: times.ends[i]!, tokens: lengths[i]! };
    }
  }
  return best === null ? null : { start: best.start, end: best.end };
}
