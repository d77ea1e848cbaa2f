-- Generated from core/project/migrations: schema 1.

CREATE TABLE checkpoints (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  slot TEXT NOT NULL CHECK (slot IN ('A', 'B')),
  sha256 TEXT NOT NULL,
  written_at INTEGER NOT NULL
) STRICT;

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

CREATE TABLE import_reports (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  file TEXT NOT NULL,
  skipped INTEGER NOT NULL CHECK (skipped IN (0, 1)),
  report TEXT NOT NULL
) STRICT;

CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
  imported_at INTEGER NOT NULL,
  settings TEXT NOT NULL
) STRICT;

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

CREATE TABLE model_words (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  forms TEXT NOT NULL,
  counts BLOB NOT NULL,
  UNIQUE (model_id, first)
) STRICT;

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

CREATE TABLE postings (
  id INTEGER PRIMARY KEY,
  type_id INTEGER NOT NULL REFERENCES types (id),
  import_id INTEGER NOT NULL,
  count INTEGER NOT NULL,
  places BLOB NOT NULL,
  UNIQUE (type_id, import_id)
) STRICT;

CREATE TABLE project (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  saves INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  digest TEXT,
  seal BLOB NOT NULL
) STRICT;

CREATE TABLE settings (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  start INTEGER NOT NULL,
  characters INTEGER NOT NULL,
  text TEXT NOT NULL,
  UNIQUE (document_id, start)
) STRICT;

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

CREATE TABLE types (
  id INTEGER PRIMARY KEY,
  form TEXT NOT NULL UNIQUE,
  count INTEGER NOT NULL,
  documents INTEGER NOT NULL
) STRICT;

CREATE INDEX documents_of_import ON documents (import_id);

CREATE INDEX import_reports_of_import ON import_reports (import_id);

