-- The current schema, put together from the migrations; a test keeps it so.

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
, kind TEXT NOT NULL DEFAULT 'model' CHECK (kind IN ('model', 'sequence'))) STRICT;

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
, file TEXT NOT NULL DEFAULT '') STRICT;
CREATE INDEX documents_of_file ON documents (import_id, file);

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

-- A recurrent next-word model. "settings", "history" and "texts" are JSON; "texts" says which stretches of which documents
-- were trained on and which kept from training, by the digests of the documents. "parent" is the model whose vectors were
-- the inputs; they are among the weights, so that the model outlives its parent. "sha256" covers all weights in order.
CREATE TABLE sequence_models (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  words INTEGER NOT NULL,
  parent INTEGER REFERENCES models (id) ON DELETE SET NULL,
  settings TEXT NOT NULL,
  history TEXT NOT NULL,
  texts TEXT NOT NULL,
  corpus TEXT NOT NULL,
  stale INTEGER NOT NULL CHECK (stale IN (0, 1)),
  sha256 TEXT NOT NULL,
  created_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sequence_models_of_parent ON sequence_models (parent);

-- As "model_words". Rows are those of the vectors that are read and of the output layer.
CREATE TABLE sequence_words (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES sequence_models (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  forms TEXT NOT NULL,
  counts BLOB NOT NULL,
  UNIQUE (model_id, first)
) STRICT;

-- As "matrices": a weight under its name in PyTorch; a bias has one dimension.
CREATE TABLE weights (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES sequence_models (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  rows INTEGER NOT NULL,
  dimensions INTEGER NOT NULL,
  chunk_rows INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  UNIQUE (model_id, name)
) STRICT;

CREATE TABLE weight_chunks (
  id INTEGER PRIMARY KEY,
  matrix_id INTEGER NOT NULL REFERENCES weights (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  numbers BLOB NOT NULL,
  UNIQUE (matrix_id, first)
) STRICT;

-- A layer of annotation; "region" is empty where it is one of tokens, and otherwise names the regions whose attribute it is.
CREATE TABLE layers (
  id INTEGER PRIMARY KEY,
  region TEXT NOT NULL,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  UNIQUE (region, name)
) STRICT;

-- The values of a layer by their numbers, from 1; 0 stands for none. "count": tokens or regions that have the value.
CREATE TABLE layer_values (
  id INTEGER PRIMARY KEY,
  layer_id INTEGER NOT NULL REFERENCES layers (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  value TEXT NOT NULL,
  count INTEGER NOT NULL,
  UNIQUE (layer_id, number)
) STRICT;

-- A layer in one document: of "count" tokens or regions, "covered" have a value. "digest": sha256 over the values in order.
CREATE TABLE layer_columns (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  layer_id INTEGER NOT NULL REFERENCES layers (id) ON DELETE CASCADE,
  count INTEGER NOT NULL,
  covered INTEGER NOT NULL,
  digest BLOB NOT NULL,
  UNIQUE (document_id, layer_id)
) STRICT;
CREATE INDEX layer_columns_of_layer ON layer_columns (layer_id);

-- Numbers of values, of tokens in the same stretches as "tokens". "ids": of 1, 2 or 4 bytes each, little-endian.
CREATE TABLE layer_chunks (
  id INTEGER PRIMARY KEY,
  column_id INTEGER NOT NULL REFERENCES layer_columns (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  count INTEGER NOT NULL,
  ids BLOB NOT NULL,
  UNIQUE (column_id, first)
) STRICT;

-- Stretches of a document that have a name in common, by start, the longer first. "tokens": for each the tokens from the
-- start of the one before to its own, and how many it has. "places": the same in UTF-16 units of the text. "times": empty,
-- or milliseconds of a recording: those from the start of the one before (zigzag), and how many it lasts (zigzag); a start or end of
-- −1 is not known. All are varints.
CREATE TABLE regions (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  count INTEGER NOT NULL,
  tokens BLOB NOT NULL,
  places BLOB NOT NULL,
  times BLOB NOT NULL,
  digest BLOB NOT NULL,
  UNIQUE (document_id, name)
) STRICT;

-- The same training as that of a model, again and again. "kind": what the runs differ in. What a run is follows from the model, the
-- kind and the number of the run.
CREATE TABLE studies (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  created_at INTEGER NOT NULL,
  UNIQUE (model_id, kind)
) STRICT;

-- A run by its number, from 1. "failure": null, or the code and details of what it failed with, JSON; it then has no chunks.
-- "sha256": over the scales and numbers of its chunks in order.
CREATE TABLE study_runs (
  id INTEGER PRIMARY KEY,
  study_id INTEGER NOT NULL REFERENCES studies (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  failure TEXT NOT NULL,
  seconds REAL NOT NULL,
  sha256 TEXT NOT NULL,
  UNIQUE (study_id, number)
) STRICT;

-- Vectors of a run for the words of the model, in their order. "scales": float32, one a row, 0 where the run does not have the word.
-- "numbers": int8, rows × dimensions of the model; times the scale they are the vector.
CREATE TABLE study_chunks (
  id INTEGER PRIMARY KEY,
  run_id INTEGER NOT NULL REFERENCES study_runs (id) ON DELETE CASCADE,
  first INTEGER NOT NULL,
  rows INTEGER NOT NULL,
  scales BLOB NOT NULL,
  numbers BLOB NOT NULL,
  UNIQUE (run_id, first)
) STRICT;

-- Words that belong together for a person. "words": JSON array, each once, in the order of the person. "counts": null, or how often
-- each occurs where the list comes from, JSON array.
CREATE TABLE word_lists (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  words TEXT NOT NULL,
  counts TEXT NOT NULL,
  changed_at INTEGER NOT NULL
) STRICT;

-- A question that was kept. "question": JSON, the query and how it was read. "hits": what it found on that day.
CREATE TABLE saved_queries (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  question TEXT NOT NULL,
  hits INTEGER NOT NULL,
  saved_at INTEGER NOT NULL
) STRICT;

-- What a person says of a place: "start" and "length" are UTF-16 units of the text, which no new cut changes. "position": the token of
-- the document that holds its first unit; null where none does since the text was cut anew. "category": empty for none.
CREATE TABLE line_notes (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
  position INTEGER,
  start INTEGER NOT NULL,
  length INTEGER NOT NULL,
  category TEXT NOT NULL,
  marked INTEGER NOT NULL CHECK (marked IN (0, 1)),
  hidden INTEGER NOT NULL CHECK (hidden IN (0, 1)),
  note TEXT NOT NULL,
  changed_at INTEGER NOT NULL,
  UNIQUE (document_id, start)
) STRICT;

-- Vectors of watched words on the way of a training: float32, watched words × dimensions, in the order of the history of the model.
-- "number": of the step, from 1. "epoch": epochs that were done. "loss": since the step before. "sha256": over number, epoch, loss (float64) and numbers.
CREATE TABLE learning_steps (
  id INTEGER PRIMARY KEY,
  model_id INTEGER NOT NULL REFERENCES models (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  epoch REAL NOT NULL,
  loss REAL,
  numbers BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  UNIQUE (model_id, number)
) STRICT;

-- What the rows of a table were as the file was saved. "ids": those that have digests here, ascending, delta varints. "digests": for each
-- (in "types" and "postings" for 64 of them together) the first 8 bytes of the sha256 over its values.
CREATE TABLE digests (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  ids BLOB NOT NULL,
  digests BLOB NOT NULL
) STRICT;
