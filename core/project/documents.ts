import type { DocumentRow } from '../contract/corpus.ts';
import type { FileReport, SkippedFile } from '../contract/import.ts';
import type { ReadDb } from './connection.ts';
import type { Metadata } from './import-rows.ts';
import {
  storedFileReport,
  storedImportSettings,
  storedMetadata,
  storedSkippedFile,
} from './stored-corpus.ts';
import { readStored } from './stored-json.ts';

export interface StoredDocument {
  readonly id: number;
  readonly name: string;
  readonly language: string;
  readonly encoding: string;
  readonly method: DocumentRow['method'];
  readonly metadata: Metadata;
  /** UTF-16 units. */
  readonly characters: number;
  readonly tokens: number;
}

export interface CorpusSummary {
  readonly documents: number;
  readonly tokens: number;
  readonly types: number;
}

export function corpusSummary(db: ReadDb): CorpusSummary {
  return db
    .prepare<[], CorpusSummary>(
      `SELECT (SELECT count(*) FROM documents) AS documents,
              (SELECT coalesce(sum(tokens), 0) FROM documents) AS tokens,
              (SELECT count(*) FROM types) AS types`,
    )
    .get()!;
}

/** Names of many documents, one at a time; undefined for one that there is not. */
export function documentNames(db: ReadDb): (document: number) => string | undefined {
  const name = db.prepare<[number], string>('SELECT name FROM documents WHERE id = ?').pluck();
  return (document) => name.get(document);
}

/** Tags of languages with how many documents each has, the most frequent first. */
export const languagesOf = (db: ReadDb): readonly (readonly [tag: string, documents: number])[] =>
  db
    .prepare<[], [string, number]>(
      'SELECT language, count(*) AS documents FROM documents GROUP BY language ORDER BY documents DESC, language',
    )
    .raw()
    .all();

/** Tags of languages, that of most tokens first, of as many the one that came first. @param has whether a text counts */
export function languagesByTokens(
  db: ReadDb,
  has: (document: number) => boolean = () => true,
): readonly string[] {
  const sums = new Map<string, number>();
  const rows = db.prepare<[], [number, string, number]>(
    'SELECT id, language, tokens FROM documents ORDER BY id',
  );
  for (const [id, language, tokens] of rows.raw().iterate())
    if (has(id)) sums.set(language, (sums.get(language) ?? 0) + tokens);
  return [...sums].sort(([, a], [, b]) => b - a).map(([language]) => language);
}

type StoredRow = Omit<StoredDocument, 'metadata' | 'method'> & {
  readonly metadata: string;
  readonly method: string;
};

const columns = 'id, name, language, encoding, method, metadata, characters, tokens';

const methods: readonly DocumentRow['method'][] = ['spaced', 'characters', 'segmenter', 'given'];

const fromRow = (row: StoredRow): StoredDocument => ({
  ...row,
  // Only a later version or a forger writes another word here.
  method: methods.find((method) => method === row.method) ?? 'spaced',
  metadata: readStored(storedMetadata, row.metadata, 'metadata'),
});

/** Documents in the order in which they were imported. */
export function listDocuments(
  db: ReadDb,
  { offset = 0, limit = -1 }: { readonly offset?: number; readonly limit?: number } = {},
): readonly StoredDocument[] {
  return db
    .prepare<[number, number], StoredRow>(`SELECT ${columns} FROM documents ORDER BY id LIMIT ? OFFSET ?`)
    .all(limit, offset)
    .map(fromRow);
}

export function findDocument(db: ReadDb, id: number): StoredDocument | null {
  const row = db.prepare<[number], StoredRow>(`SELECT ${columns} FROM documents WHERE id = ?`).get(id);
  return row === undefined ? null : fromRow(row);
}

export interface StoredImport {
  readonly id: number;
  readonly importedAt: number;
  readonly settings: unknown;
  readonly files: readonly FileReport[];
  readonly skipped: readonly SkippedFile[];
}

/** Every import with what became of its files, oldest first. */
export function listImports(db: ReadDb): readonly StoredImport[] {
  const reports = db
    .prepare<[number, number], string>(
      'SELECT report FROM import_reports WHERE import_id = ? AND skipped = ? ORDER BY id',
    )
    .pluck();
  return db
    .prepare<[], { id: number; imported_at: number; settings: string }>('SELECT * FROM imports ORDER BY id')
    .all()
    .map(({ id, imported_at, settings }) => ({
      id,
      importedAt: imported_at,
      settings: readStored(storedImportSettings, settings, 'settings of an import'),
      files: reports.all(id, 0).map((report) => readStored(storedFileReport, report, 'report of an import')),
      skipped: reports
        .all(id, 1)
        .map((report) => readStored(storedSkippedFile, report, 'report of an import')),
    }));
}
