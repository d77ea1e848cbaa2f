import type { Migration } from './migration.ts';

export const first: Migration = {
  version: 1,
  sql: `
-- Book-keeping, one row. "seal" is 16 marker bytes and the sha256 of the whole file with these 32 bytes as zeros.
CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  saves INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  digest TEXT,
  seal BLOB NOT NULL
) STRICT;

-- The newest training checkpoint; its numbers lie in a file of the working folder.
CREATE TABLE checkpoints (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  slot TEXT NOT NULL CHECK (slot IN ('A', 'B')),
  sha256 TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT;

-- Values are JSON.
CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

-- One row for each import; "settings" is JSON (how the texts were cut into tokens).
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  imported_at INTEGER NOT NULL,
  settings TEXT NOT NULL
) STRICT;

-- What became of each file of an import; "report" is JSON.
CREATE TABLE import_reports (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  file TEXT NOT NULL,
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  report TEXT NOT NULL
) STRICT;
CREATE INDEX import_reports_of_import ON import_reports (import_id);

-- "metadata" is a JSON object of numbers and strings. Tokens are numbered through the project from 0, never again
-- once given; a document's are first_token … first_token + tokens - 1. "digest" covers text, places and forms.
CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  name TEXT NOT NULL,
  language TEXT NOT NULL,
  encoding TEXT NOT NULL,
  method TEXT NOT NULL,
  metadata TEXT NOT NULL,
  characters INTEGER NOT NULL,
  tokens INTEGER NOT NULL,
  first_token INTEGER NOT NULL UNIQUE,
  digest BLOB NOT NULL
) STRICT;
CREATE INDEX documents_of_import ON documents (import_id);

-- The decoded text in pieces. "start" and "characters" count UTF-16 units.
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (document_id, start)
) STRICT;

-- Tokens in order, at most 16,384 in a row. "first" counts in the document. "ids": u32, little-endian. "places": for
-- each token the gap since the end of the one before (zigzag) and its length, varints of UTF-16 units; the first gap
-- counts from the start of the document. "sentences": token numbers of the document where sentences start, delta varints.
CREATE TABLE tokens (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  ids BLOB NOT NULL,
  places BLOB NOT NULL,
  sentences BLOB NOT NULL,
  UNIQUE (document_id, first)
) STRICT;

-- "documents" is the range: the number of documents that the type occurs in.
CREATE TABLE types (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL UNIQUE,
  count INTEGER NOT NULL,
  documents INTEGER NOT NULL
) STRICT;

-- Where a type occurs: token numbers of the project, ascending, delta varints; one row for each import it occurs in.
CREATE TABLE postings (
  id INTEGER PRIMARY KEY,
  type_id INTEGER NOT NULL REFERENCES types (id),
  import_id INTEGER NOT NULL,
  count INTEGER NOT NULL,
  places BLOB NOT NULL,
  UNIQUE (type_id, import_id)
) STRICT;

-- "settings", "history" and "health" are JSON. "corpus" is the digest of the corpus that was trained on.
CREATE TABLE models (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('trained', 'imported')),
  words INTEGER NOT NULL,
  dimensions INTEGER NOT NULL,
  settings TEXT NOT NULL,
  history TEXT NOT NULL,
  health TEXT NOT NULL,
  corpus TEXT,
  stale INTEGER NOT NULL CHECK (stale IN (0, 1)),
  created_at INTEGER NOT NULL
) STRICT;

-- A model's own copy of its words. "forms" is a JSON array, "counts" u32, little-endian; row numbers are the matrices'.
CREATE TABLE model_words (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  forms TEXT NOT NULL,
  counts BLOB NOT NULL,
  UNIQUE (model_id, first)
) STRICT;

-- "sha256" covers the whole matrix: rows × dimensions, little-endian float32, row-major.
CREATE TABLE matrices (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  name TEXT NOT NULL CHECK (name IN ('input', 'output')),
  rows INTEGER NOT NULL,
  dimensions INTEGER NOT NULL,
  chunk_rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  UNIQUE (model_id, name)
) STRICT;

CREATE TABLE matrix_chunks (
  id INTEGER PRIMARY KEY,
  matrix_id INTEGER NOT NULL REFERENCES matrices (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  numbers BLOB NOT NULL,
  UNIQUE (matrix_id, first)
) STRICT;
`,
};
