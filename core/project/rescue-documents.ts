import type { ReadDb, WriteDb } from './connection.ts';
import { appendImport } from './append-import.ts';
import type { Metadata, NewDocument, NewImport } from './import-rows.ts';
import { lenientRows, type Lose } from './lenient-rows.ts';
import { rescueAnnotations, type RescuedStretch } from './rescue-annotations.ts';
import { storedMetadata } from './stored-corpus.ts';
import { readStored } from './stored-json.ts';
import { decodePlaces, decodeSentences, uint32Of } from './token-chunks.ts';
import type { TokenPiece } from './token-chunks.ts';

interface DocumentRow {
  readonly id: number;
  readonly import_id: number;
  readonly name: string;
  readonly language: string;
  readonly encoding: string;
  readonly method: string;
  /** Not there before schema 2. */
  readonly file?: string;
  readonly metadata: string;
  readonly characters: number;
  readonly tokens: number;
  readonly digest: Buffer;
}

interface Parts {
  readonly texts: { readonly id: number; readonly start: number; readonly characters: number }[];
  readonly chunks: { readonly id: number; readonly first: number; readonly count: number }[];
}

/** What belongs to which document, found without an index: those may be what is damaged. */
function sortParts(db: ReadDb, lose: Lose): Map<number, Parts> {
  const parts = new Map<number, Parts>();
  const of = (document: number) => {
    const known = parts.get(document) ?? { texts: [], chunks: [] };
    parts.set(document, known);
    return known;
  };
  interface Text {
    id: number;
    document_id: number;
    start: number;
    characters: number;
  }
  interface Chunk {
    id: number;
    document_id: number;
    first: number;
    count: number;
  }
  for (const row of lenientRows<Text>(db, 'SELECT id, document_id, start, characters FROM texts', () =>
    lose('pieces of text'),
  )) {
    of(row.document_id).texts.push(row);
  }
  for (const row of lenientRows<Chunk>(db, 'SELECT id, document_id, first, count FROM tokens', () =>
    lose('stretches of tokens'),
  )) {
    of(row.document_id).chunks.push(row);
  }
  for (const { texts, chunks } of parts.values()) {
    texts.sort((a, b) => a.start - b.start);
    chunks.sort((a, b) => a.first - b.first);
  }
  return parts;
}

const missing = '\u{fffd}';

/** A document's text with U+FFFD in the place of every unit that is lost, so that tokens keep their places. */
function readPieces(
  db: ReadDb,
  { texts }: Parts,
  characters: number,
  limit: number,
): { text: string; lost: boolean } {
  const read = db.prepare<[number], string>('SELECT text FROM texts WHERE id = ?').pluck();
  let text = '';
  let lost = false;
  for (const { id, start, characters: length } of texts) {
    // A negative length is damage as well.
    if (start < text.length || length < 0 || start + length > limit) continue;
    if (start > text.length) {
      text += missing.repeat(start - text.length);
      lost = true;
    }
    try {
      const piece = read.get(id) ?? '';
      text += piece.length === length ? piece : missing.repeat(length);
      lost ||= piece.length !== length;
    } catch {
      text += missing.repeat(length);
      lost = true;
    }
  }
  if (characters > text.length && characters <= limit) {
    text += missing.repeat(characters - text.length);
    lost = true;
  }
  return { text, lost };
}

function readChunks(
  db: ReadDb,
  { chunks }: Parts,
  characters: number,
): { pieces: TokenPiece[]; stretches: RescuedStretch[]; tokens: number } {
  const read = db.prepare<[number], { count: number; ids: Buffer; places: Buffer; sentences: Buffer }>(
    'SELECT count, ids, places, sentences FROM tokens WHERE id = ?',
  );
  const pieces: TokenPiece[] = [];
  const stretches: RescuedStretch[] = [];
  let tokens = 0;
  for (const { id, first } of chunks) {
    try {
      const { count, ids, places, sentences } = read.get(id)!;
      const piece = {
        ids: uint32Of(ids),
        ...decodePlaces(places, count),
        sentenceStarts: decodeSentences(sentences),
      };
      const inText = piece.starts.every((start, i) => start + piece.lengths[i]! <= characters);
      if (piece.ids.length !== count || !inText) continue;
      pieces.push(piece);
      stretches.push({ first, count });
      tokens += count;
    } catch {
      // Named by the caller, who knows how many tokens there should be.
    }
  }
  return { pieces, stretches, tokens };
}

function readForms(db: ReadDb, lose: Lose): Map<number, string> {
  const forms = new Map<number, string>();
  const rows = lenientRows<{ id: number; form: string }>(db, 'SELECT id, form FROM types', () =>
    lose('some types'),
  );
  for (const { id, form } of rows) forms.set(id, form);
  return forms;
}

/** Gives every form a number of the new import; a form that is lost is taken from the text as it is written there. */
function formNumbers(known: ReadonlyMap<number, string>) {
  const numbers = new Map<string, number>();
  const forms: string[] = [];
  const numberOf = (form: string) => {
    let number = numbers.get(form);
    if (number === undefined) {
      number = forms.push(form) - 1;
      numbers.set(form, number);
    }
    return number;
  };
  const renumber = (piece: TokenPiece, text: string): TokenPiece => {
    const from = (i: number) => text.slice(piece.starts[i], piece.starts[i]! + piece.lengths[i]!);
    return { ...piece, ids: piece.ids.map((id, i) => numberOf(known.get(id) ?? from(i))) };
  };
  return { forms, renumber };
}

/** None where what is there has not the form of metadata. */
function parseMetadata(json: string): Metadata {
  try {
    return readStored(storedMetadata, json, 'metadata');
  } catch {
    return {};
  }
}

/** The import that documents belong to, as it was made. */
export type ImportFacts = Pick<NewImport, 'reports' | 'settings' | 'importedAt'>;

export interface RescuedDocuments {
  /** Numbers of the documents in their order, each with that of its import; −1 where it is not known. */
  readonly ids: readonly { readonly id: number; readonly importId: number }[];
  /** Copies some of them as one import. Holds the texts in memory, one after the other. */
  store(ids: readonly number[], facts: ImportFacts): void;
  /** Names what was copied and is not as it was. @returns the numbers that the documents have now, by those that they had */
  finish(): ReadonlyMap<number, number>;
}

/** Every document of which something can be read, on its way into a new project. What is lost is named. */
export function rescueDocuments(db: ReadDb, target: WriteDb, lose: Lose): RescuedDocuments {
  const rows = new Map<number, DocumentRow>();
  for (const row of lenientRows<DocumentRow>(db, 'SELECT * FROM documents', () =>
    lose('names of documents'),
  )) {
    rows.set(row.id, row);
  }
  const parts = sortParts(db, lose);
  const all = [...new Set([...rows.keys(), ...parts.keys()])].sort((a, b) => a - b);
  const known = readForms(db, lose);
  // No text has more units than the file has bytes: a length beyond that is damage itself.
  const pages = db.pragma('page_count', { simple: true }) as number;
  const limit = pages * (db.pragma('page_size', { simple: true }) as number);
  const read = (id: number) => {
    const row = rows.get(id);
    const own = parts.get(id) ?? { texts: [], chunks: [] };
    const { text, lost } = readPieces(db, own, row?.characters ?? 0, limit);
    return { row, text, lost, ...readChunks(db, own, text.length) };
  };
  const annotations = rescueAnnotations(db, lose);
  const names: [id: number, name: string][] = [];
  const digests: (Buffer | undefined)[] = [];
  const documents = function* (
    ids: readonly number[],
    storing: ReturnType<typeof formNumbers>,
  ): Generator<NewDocument> {
    for (const id of ids) {
      const { row, text, pieces, stretches, tokens, lost } = read(id);
      const name = row?.name ?? `rescued ${id}`;
      if (lost) lose(`${name}: parts of the text`);
      if (row !== undefined && tokens < row.tokens) lose(`${name}: ${row.tokens - tokens} tokens`);
      digests.push(row?.digest);
      names.push([id, name]);
      const said = annotations.of(id, name, stretches, text.length);
      yield {
        name,
        file: row?.file ?? name,
        language: row?.language ?? 'und',
        encoding: row?.encoding ?? 'utf-8',
        method: row?.method ?? 'spaced',
        metadata: parseMetadata(row?.metadata ?? '{}'),
        characters: text.length,
        tokenCount: tokens,
        // Cut as imports are; a surrogate pair at the border stays together.
        text: () => textPieces(text),
        tokens: () =>
          pieces.map((piece, at) => ({
            ...storing.renumber(piece, text),
            layers: said.columns.map((column) => column[at]!),
          })),
        annotations: () => said,
      };
    }
  };
  return {
    ids: all.map((id) => ({ id, importId: rows.get(id)?.import_id ?? -1 })),
    store(ids, facts) {
      // Two readings, because an import knows its forms before it stores: once for the forms, once for the rows.
      const counting = formNumbers(known);
      let expected = 0;
      for (const id of ids) {
        const { text, pieces, tokens } = read(id);
        for (const piece of pieces) counting.renumber(piece, text);
        expected += tokens;
      }
      appendImport(target, {
        ...facts,
        forms: counting.forms,
        tokens: expected,
        documents: documents(ids, formNumbers(known)),
      });
    },
    finish() {
      nameAltered(target, digests, lose);
      annotations.nameAltered(target, names);
      const now = target.prepare<[], number>('SELECT id FROM documents ORDER BY id').pluck().all();
      return new Map(names.map(([before], at) => [before, now[at]!]));
    },
  };
}

export function* textPieces(text: string, size = 65_536): Generator<string> {
  for (let at = 0; at < text.length;) {
    let end = Math.min(text.length, at + size);
    const unit = text.charCodeAt(end - 1);
    if (end < text.length && unit >= 0xd800 && unit < 0xdc00) end++;
    yield text.slice(at, end);
    at = end;
  }
}

/** A document that can be read but gives another digest than it had is named, too. */
function nameAltered(target: WriteDb, digests: readonly (Buffer | undefined)[], lose: Lose): void {
  const rescued = target
    .prepare<[], { name: string; digest: Buffer }>('SELECT name, digest FROM documents ORDER BY id')
    .all();
  for (const [i, { name, digest }] of rescued.entries()) {
    if (digests[i]?.equals(digest) !== true) lose(`${name}: not as it was`);
  }
}
