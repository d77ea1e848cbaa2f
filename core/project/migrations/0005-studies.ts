import type { Migration } from './migration.ts';

/** Studies: what the same training gives on other texts or from other seeds. */
export const studies: Migration = {
  version: 5,
  sql: `
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
`,
};
