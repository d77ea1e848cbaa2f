import type { Migration } from './migration.ts';

/** Annotations of tokens, and regions of texts. */
export const layers: Migration = {
  version: 4,
  sql: `
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
`,
};
