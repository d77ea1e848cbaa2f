import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openProject } from '../../../core/project/open-project.ts';
import { contentTables } from '../../../core/project/digest.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { codeOf, savedProject, temporaryPlace } from './temporary-project.ts';
import { extent } from '../../extent.ts';

/** Rewrites a saved project as an attacker would, seal and all. */
function attack(path: string, statements: readonly string[]): void {
  const db = new Database(path);
  db.unsafeMode();
  db.pragma('foreign_keys = OFF');
  db.pragma('writable_schema = ON');
  for (const statement of statements) db.exec(statement);
  db.close();
  sealFile(path);
}

const endless =
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS id, i AS a FROM n';

/** Turns a strict table lax for one change: what is written then is not what the schema promises. */
const smuggle = (table: string, change: string) => [
  `CREATE TABLE kept (sql TEXT); INSERT INTO kept SELECT sql FROM sqlite_schema WHERE name = '${table}'`,
  `CREATE TABLE lax AS SELECT * FROM ${table}`,
  change.replaceAll(table, 'lax'),
  `UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'lax') WHERE name = '${table}'`,
  `DELETE FROM sqlite_schema WHERE name IN ('lax', 'kept')`,
];

const attacks: readonly (readonly [string, readonly string[]])[] = [
  ...contentTables.map(
    (table) =>
      [
        `an endless view in the place of ${table}`,
        [`DROP TABLE ${table}`, `CREATE VIEW ${table} AS ${endless}`],
      ] as const,
  ),
  ['an endless view beside the tables', [`CREATE VIEW extra AS ${endless}`]],
  ...['project', 'settings', 'texts', 'models', 'documents'].map(
    (table) =>
      [
        `a trigger on ${table}`,
        [`CREATE TRIGGER evil AFTER UPDATE ON ${table} BEGIN DELETE FROM texts; END`],
      ] as const,
  ),
  [
    'a trigger with a name that looks like a table',
    ['CREATE TRIGGER settings2 AFTER INSERT ON texts BEGIN SELECT 1; END'],
  ],
  ['a full-text table', ['CREATE VIRTUAL TABLE evil USING fts5(a)']],
  ['an r-tree', ['CREATE VIRTUAL TABLE evil USING rtree(a, b, c)']],
  [
    'a virtual table of an unknown module',
    [
      `INSERT INTO sqlite_schema VALUES ('table','evil','evil',0,'CREATE VIRTUAL TABLE evil USING nobody(x)')`,
    ],
  ],
  ['another table', ['CREATE TABLE evil (a)']],
  ['another index', ['CREATE INDEX evil ON texts (text)']],
  ['an index over an expression', ['CREATE INDEX evil ON texts (length(text) + abs(id))']],
  ['a partial index', ['CREATE INDEX evil ON texts (start) WHERE length(text) > 3']],
  ['statistics that mislead the planner', [`ANALYZE`, `UPDATE sqlite_stat1 SET stat = '1 1'`]],
  ['a column more', ['ALTER TABLE settings ADD COLUMN evil TEXT']],
  ['a generated column', ['ALTER TABLE settings ADD COLUMN evil TEXT AS (upper(value))']],
  ['a default that runs a function', [`ALTER TABLE settings ADD COLUMN evil TEXT DEFAULT 'x'`]],
  ['a renamed column', ['ALTER TABLE texts RENAME COLUMN text TO txt']],
  [
    'a collation in the schema',
    [
      `UPDATE sqlite_schema SET sql = replace(sql, 'form TEXT NOT NULL', 'form TEXT NOT NULL COLLATE NOCASE') WHERE name = 'types'`,
    ],
  ],
  [
    'a check that calls a function',
    [
      `UPDATE sqlite_schema SET sql = replace(sql, 'value TEXT NOT NULL', 'value TEXT NOT NULL CHECK (randomblob(1000000000) IS NOT NULL)') WHERE name = 'settings'`,
    ],
  ],
  ['a text of 30 MB', ['UPDATE texts SET text = hex(zeroblob(15000000))']],
  ...extent<readonly (readonly [string, readonly string[]])[]>(
    [],
    [
      ['metadata of 40 MB', [`UPDATE documents SET metadata = '{"a":"' || hex(zeroblob(20000000)) || '"}'`]],
      ['token ids of 50 MB', ['UPDATE tokens SET ids = zeroblob(50000000), count = 12500000']],
      ['a matrix chunk of 50 MB', ['UPDATE matrix_chunks SET numbers = zeroblob(50000000)']],
    ],
  ),
  ['token ids that promise more than they hold', ['UPDATE tokens SET count = 9']],
  ['a matrix chunk that is too short', ['UPDATE matrix_chunks SET numbers = zeroblob(4)']],
  ['a matrix of a thousand million rows', ['UPDATE matrices SET rows = 1000000000']],
  ['a model of other dimensions than its matrix', ['UPDATE models SET dimensions = 1000']],
  ['dimensions below one', ['UPDATE matrices SET dimensions = -20']],
  [
    'a number that is none',
    [`UPDATE matrix_chunks SET numbers = CAST(x'0000c07f' || substr(numbers, 5) AS BLOB)`],
  ],
  [
    'an infinite number',
    [`UPDATE matrix_chunks SET numbers = CAST(x'0000807f' || substr(numbers, 5) AS BLOB)`],
  ],
  [
    'a weight that is no number',
    [`UPDATE weight_chunks SET numbers = CAST(x'0000c07f' || substr(numbers, 5) AS BLOB)`],
  ],
  ['a weight chunk that is too short', ['UPDATE weight_chunks SET numbers = zeroblob(4)']],
  ['weights of a thousand million rows', ['UPDATE weights SET rows = 1000000000']],
  ['a recurrent model of more words than it has', ['UPDATE sequence_models SET words = 1000000']],
  [
    'a recurrent model without its vectors',
    [`UPDATE weights SET name = 'x' WHERE name = 'embedding.weight'`],
  ],
  ['a history of a recurrent model that is no JSON', [`UPDATE sequence_models SET history = '{'`]],
  ['settings of a model that are another kind', [`UPDATE models SET settings = '{"window":"5"}'`]],
  [
    'settings of a model that nobody could choose',
    [`UPDATE models SET settings = '{"dimensions":1000000000}'`],
  ],
  ['settings of a model of no known architecture', [`UPDATE models SET settings = '{"architecture":{}}'`]],
  ['a history of a model that is a number', [`UPDATE models SET history = '7'`]],
  ['losses that are words', [`UPDATE models SET history = '{"loss":["low"]}'`]],
  [
    'settings of a recurrent model of another kind',
    [`UPDATE sequence_models SET settings = '{"hidden":1e9}'`],
  ],
  ['no settings of a recurrent model', [`UPDATE sequence_models SET settings = 'null'`]],
  ['texts of a recurrent model that are none', [`UPDATE sequence_models SET texts = '{"training":[[1]]}'`]],
  ['a dictionary that is a number', [`INSERT INTO settings (name, value) VALUES ('dictionary', '7')`]],
  [
    'sub-corpora without conditions',
    [`INSERT INTO settings (name, value) VALUES ('subCorpora', '[{"name":"a"}]')`],
  ],
  ['fields of an unknown kind', [`INSERT INTO settings (name, value) VALUES ('fieldKinds', '[["a","b"]]')`]],
  [
    'token settings of an import that are none',
    [`UPDATE imports SET settings = '{"tokens":{"method":"x"}}'`],
  ],
  ['weights of nobody', ['UPDATE weights SET model_id = 99']],
  ['a negative number of tokens', ['UPDATE documents SET tokens = -1']],
  [
    'postings of nobody',
    ['INSERT INTO postings (type_id, import_id, count, places) VALUES (999999, 1, 1, zeroblob(1))'],
  ],
  ['words that occur oftener than the index says', ['UPDATE types SET count = count + 1 WHERE id = 1']],
  ['words in more texts than there are', ['UPDATE types SET documents = count + 1']],
  ['an index that holds fewer words than the texts', ['DELETE FROM postings WHERE type_id = 1']],
  ['two texts with the same tokens', ['UPDATE documents SET first_token = 1 WHERE id = 2']],
  ['a digest that is none', [`UPDATE documents SET digest = x'00'`]],
  ['a digest of a layer that is none', [`UPDATE layer_columns SET digest = zeroblob(31)`]],
  ['a layer that covers less than its values do', ['UPDATE layer_columns SET covered = 1']],
  ['a digest of a matrix that is none', [`UPDATE matrices SET sha256 = 'x'`]],
  ['settings of a model that are a list', [`UPDATE models SET settings = '[[]]'`]],
  ['postings that promise more than they hold', ['UPDATE postings SET count = 1000000000']],
  [
    'a text of no document',
    ['INSERT INTO texts (document_id, start, characters, text) VALUES (77, 0, 0, "")'.replace('""', `''`)],
  ],
  [
    'JSON that is none',
    [`UPDATE settings SET value = '{'`, `INSERT INTO settings (name, value) VALUES ('a', '{')`],
  ],
  [
    'two project rows',
    smuggle(
      'project',
      'INSERT INTO project SELECT 2, revision, saves, created_at, digest, seal FROM project',
    ),
  ],
  ['no project row', ['DELETE FROM project']],
  ['text where a number belongs', smuggle('imports', `UPDATE imports SET imported_at = 'soon'`)],
  ['a number where text belongs', smuggle('imports', 'UPDATE imports SET settings = 5')],
  ['nothing where something must be', smuggle('imports', 'UPDATE imports SET settings = NULL')],
];

describe('a hostile project file is refused and runs nothing (P29)', () => {
  it.each(attacks)('%s', (_, statements) => {
    const place = temporaryPlace();
    savedProject(place);
    attack(place.path, statements);
    const bytes = readFileSync(place.path);
    expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_UNSAFE');
    expect(readFileSync(place.path).equals(bytes)).toBe(true);
  });

  it('counts at least 40 attacks', () => expect(attacks.length).toBeGreaterThanOrEqual(40));
});

it('opens a file that another program has rewritten without changing its contents', () => {
  const place = temporaryPlace();
  const digest = savedProject(place);
  const db = new Database(place.path);
  db.exec('VACUUM');
  db.close();
  const project = openProject(place.environment, place.path);
  expect(project.digest()).toBe(digest);
  project.close();
});

it('calls a file damaged whose contents another program has changed', () => {
  const place = temporaryPlace();
  savedProject(place);
  const db = new Database(place.path);
  db.exec(`UPDATE documents SET name = 'other'`);
  db.close();
  expect(codeOf(() => openProject(place.environment, place.path))).toBe('E_DAMAGED');
});
