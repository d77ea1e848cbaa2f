import type { Migration } from './migration.ts';

/** What people make by hand as they work with their texts: lists of words, queries that are kept, and notes on lines; what a training kept on its way; and digests of every row there is. */
export const ownWork: Migration = {
  version: 6,
  sql: `
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
`,
};
