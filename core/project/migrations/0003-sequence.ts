import type { Migration } from './migration.ts';

/** Recurrent next-word models, and checkpoints that say what was being trained. */
export const sequence: Migration = {
  version: 3,
  sql: `
ALTER TABLE checkpoints ADD COLUMN kind TEXT NOT NULL DEFAULT 'model' CHECK (kind IN ('model', 'sequence'));

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
`,
};
