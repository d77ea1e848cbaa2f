import { AppError } from '../contract/errors.ts';
import type { ReadDb } from './connection.ts';
import { contentTables } from './digest.ts';
import { allFinite } from './finite.ts';
import { giveBack } from './given-back.ts';
import { misfit } from './stored-checks.ts';
import { knownSchema, readSchema, tablesOf } from './migrations.ts';
import type { SchemaObject } from './migrations.ts';
import { overlong } from './stored-lengths.ts';

/** A flipped bit or two in the text of a statement is damage; a different statement was put there by somebody. */
function differsSlightly(actual: SchemaObject, expected: SchemaObject): boolean {
  const a = actual.sql ?? '';
  const b = expected.sql ?? '';
  if (a.length !== b.length) return false;
  let differing = 0;
  for (let i = 0; i < a.length; i++) if (a.charCodeAt(i) !== b.charCodeAt(i)) differing++;
  return differing <= 4;
}

const same = (a: SchemaObject, b: SchemaObject) =>
  a.type === b.type && a.name === b.name && a.tbl_name === b.tbl_name && a.sql === b.sql;

/**
 * Compares the schema with the known one of its version, before anything is asked of a table: a view in the place of a
 * table can hang the first SELECT.
 * @throws AppError E_UNSAFE for anything that no Firth wrote, E_DAMAGED where parts are missing or a few characters wrong
 */
export function checkSchema(db: ReadDb, version: number, file: string): void {
  const expected = knownSchema(version);
  const actual = readSchema(db, expected.length + 1);
  const names = new Map(expected.map((object) => [`${object.type} ${object.name}`, object]));
  for (const object of actual) {
    const twin = names.get(`${object.type} ${object.name}`);
    if (twin !== undefined && same(object, twin)) continue;
    const slight = twin !== undefined ? [twin] : expected;
    const damaged = slight.some((candidate) => object.sql !== null && differsSlightly(object, candidate));
    throw new AppError(damaged ? 'E_DAMAGED' : 'E_UNSAFE', { file, object: object.name.slice(0, 100) });
  }
  if (actual.length < expected.length) throw new AppError('E_DAMAGED', { file, reason: 'tables missing' });
}

/** Numbers that may be missing in a list, beside 64 for each that is there. */
const roomForGaps = 33_554_432;

/** Each asks for one row that breaks a rule; lengths come from row headers, so no blob is read for them. */
const rules: readonly (readonly [rule: string, sql: string])[] = [
  ['one project row', 'SELECT 1 WHERE (SELECT count(*) FROM project) != 1'],
  [
    'length of token ids',
    'SELECT 1 FROM tokens WHERE octet_length(ids) != count * 4 OR count < 1 OR count > 16384',
  ],
  ['length of counts', 'SELECT 1 FROM model_words WHERE octet_length(counts) != count * 4 OR count < 1'],
  [
    'counts are not negative',
    'SELECT 1 FROM documents WHERE characters < 0 OR tokens < 0 OR first_token < 0',
  ],
  ['types', 'SELECT 1 FROM types WHERE id < 0 OR id > 4294967295 OR count < 0 OR documents < 0'],
  [
    'counts of types',
    'SELECT 1 FROM types WHERE count != (SELECT total(count) FROM postings WHERE type_id = types.id)',
  ],
  [
    'texts of types',
    `SELECT 1 FROM types WHERE documents > count OR (documents = 0 AND count > 0)
     OR documents > (SELECT count(*) FROM documents)`,
  ],
  [
    'counts of all types',
    'SELECT 1 WHERE (SELECT total(count) FROM types) != (SELECT total(tokens) FROM documents)',
  ],
  [
    'tokens of two documents',
    `SELECT 1 FROM (SELECT first_token, lag(first_token + tokens) OVER (ORDER BY first_token) AS before FROM documents)
     WHERE first_token < before`,
  ],
  ['digests of documents', 'SELECT 1 FROM documents WHERE octet_length(digest) != 32'],
  // Lists go by the numbers of types: those that were removed leave gaps, but never thousands of millions.
  [
    'numbers of types',
    `SELECT 1 WHERE (SELECT max(id) FROM types) > (SELECT count(*) FROM types) * 64 + ${roomForGaps}`,
  ],
  ['numbers of tokens', 'SELECT 1 FROM documents WHERE first_token > 4503599627370496'],
  [
    'places of tokens',
    'SELECT 1 FROM tokens WHERE octet_length(places) < count * 2 OR octet_length(places) > count * 20',
  ],
  [
    'order of tokens',
    `SELECT 1 FROM (SELECT first, total(count) OVER (PARTITION BY document_id ORDER BY first
     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM tokens) WHERE first != coalesce(before, 0)`,
  ],
  // UTF-16 units of what is stored in UTF-8.
  [
    'length of a text',
    'SELECT 1 FROM texts WHERE characters > octet_length(text) OR characters < octet_length(text) / 3',
  ],
  [
    'order of a text',
    `SELECT 1 FROM (SELECT start, total(characters) OVER (PARTITION BY document_id ORDER BY start
     ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS before FROM texts) WHERE start != coalesce(before, 0)`,
  ],
  [
    'characters of a document',
    `SELECT 1 FROM documents WHERE characters !=
     (SELECT total(characters) FROM texts WHERE document_id = documents.id)`,
  ],
  ['starts of sentences', 'SELECT 1 FROM tokens WHERE octet_length(sentences) > count * 5'],
  ['postings', 'SELECT 1 FROM postings WHERE octet_length(places) < count OR count < 1'],
  [
    'tokens of a document',
    `SELECT 1 FROM documents WHERE tokens !=
     (SELECT coalesce(sum(count), 0) FROM tokens WHERE document_id = documents.id)`,
  ],
  [
    'words of a model',
    `SELECT 1 FROM models WHERE words !=
     (SELECT coalesce(sum(count), 0) FROM model_words WHERE model_id = models.id)`,
  ],
  ['digests of matrices', 'SELECT 1 FROM matrices WHERE octet_length(sha256) != 64'],
  [
    'matrices of a model',
    `SELECT 1 FROM models JOIN matrices ON model_id = models.id
     WHERE matrices.rows != words OR matrices.dimensions != models.dimensions`,
  ],
];

/** The same of recurrent models, which older projects do not have. */
const sequenceRules: typeof rules = [
  [
    'length of counts of a recurrent model',
    'SELECT 1 FROM sequence_words WHERE octet_length(counts) != count * 4 OR count < 1',
  ],
  [
    'words of a recurrent model',
    `SELECT 1 FROM sequence_models WHERE words !=
     (SELECT coalesce(sum(count), 0) FROM sequence_words WHERE model_id = sequence_models.id)`,
  ],
  [
    'vectors of a recurrent model',
    `SELECT 1 FROM sequence_models WHERE words IS NOT
     (SELECT rows FROM weights WHERE model_id = sequence_models.id AND name = 'embedding.weight')`,
  ],
];

/** The same of layers and regions. */
const layerRules: typeof rules = [
  [
    'digests of layers and regions',
    `SELECT 1 FROM (SELECT digest FROM layer_columns UNION ALL SELECT digest FROM regions) WHERE octet_length(digest) != 32`,
  ],
  [
    'numbers of values',
    `SELECT 1 WHERE (SELECT max(number) FROM layer_values) > (SELECT count(*) FROM layer_values) * 64 + ${roomForGaps}`,
  ],
  ['values of a layer', 'SELECT 1 FROM layer_values WHERE number < 1 OR number > 4294967295 OR count < 1'],
  [
    'length of numbers of values',
    `SELECT 1 FROM layer_chunks WHERE count < 1 OR count > 16384
     OR octet_length(ids) NOT IN (count, count * 2, count * 4)`,
  ],
  [
    'length of a layer',
    `SELECT 1 FROM layer_columns WHERE covered < 1 OR covered > count OR count !=
     (SELECT coalesce(sum(count), 0) FROM layer_chunks WHERE column_id = layer_columns.id)`,
  ],
  [
    'counts of a layer',
    `SELECT 1 FROM layers WHERE (SELECT total(count) FROM layer_values WHERE layer_id = layers.id) !=
     (SELECT total(covered) FROM layer_columns WHERE layer_id = layers.id)`,
  ],
  [
    'tokens of a layer',
    `SELECT 1 FROM layer_columns JOIN layers ON layers.id = layer_id JOIN documents ON documents.id = document_id
     WHERE region = '' AND count != tokens`,
  ],
  [
    'stretches of a layer',
    `SELECT 1 FROM layer_columns JOIN layers ON layers.id = layer_id
     JOIN layer_chunks ON column_id = layer_columns.id
     LEFT JOIN tokens ON tokens.document_id = layer_columns.document_id AND tokens.first = layer_chunks.first
     WHERE region = '' AND tokens.count IS NOT layer_chunks.count`,
  ],
  [
    'attributes of regions',
    `SELECT 1 FROM layer_columns JOIN layers ON layers.id = layer_id
     LEFT JOIN regions ON regions.document_id = layer_columns.document_id AND regions.name = region
     WHERE region != '' AND regions.count IS NOT layer_columns.count`,
  ],
  [
    'stretches of an attribute',
    `SELECT 1 FROM layer_columns JOIN layer_chunks ON column_id = layer_columns.id
     WHERE first < 0 OR first % 16384 != 0 OR first + layer_chunks.count > layer_columns.count`,
  ],
  [
    'regions',
    `SELECT 1 FROM regions WHERE count < 1 OR octet_length(tokens) < count * 2 OR octet_length(places) < count * 2
     OR (octet_length(times) > 0 AND octet_length(times) < count * 2)`,
  ],
];

/** The same of the runs of studies. */
const studyRules: typeof rules = [
  ['numbers of runs', 'SELECT 1 FROM study_runs WHERE number < 1 OR NOT seconds >= 0'],
  [
    'length of vectors of a run',
    `SELECT 1 FROM study_chunks JOIN study_runs ON study_runs.id = run_id JOIN studies ON studies.id = study_id
     JOIN models ON models.id = model_id
     WHERE rows < 1 OR first < 0 OR octet_length(scales) != rows * 4 OR octet_length(numbers) != rows * dimensions`,
  ],
  [
    'words of a run',
    `SELECT 1 FROM study_runs JOIN studies ON studies.id = study_id JOIN models ON models.id = model_id
     WHERE (SELECT coalesce(sum(rows), 0) FROM study_chunks WHERE run_id = study_runs.id) != iif(failure = 'null', words, 0)`,
  ],
];

/** The same of what people made by hand. */
const ownWorkRules: typeof rules = [
  [
    'places of notes',
    `SELECT 1 FROM line_notes JOIN documents ON documents.id = document_id
     WHERE start < 0 OR length < 1 OR start + length > characters OR position < 0 OR position >= tokens`,
  ],
  ['hits of kept queries', 'SELECT 1 FROM saved_queries WHERE hits < 0'],
];

/** The same of what trainings kept on their way. */
const stepRules: typeof rules = [
  [
    'steps of a training',
    `SELECT 1 FROM learning_steps JOIN models ON models.id = model_id
     WHERE number < 1 OR NOT epoch >= 0 OR octet_length(numbers) < 1 OR octet_length(numbers) % (dimensions * 4) != 0`,
  ],
];

/** Where numbers lie in chunks. */
const matrixTables = [
  ['matrices', 'matrix_chunks'],
  ['weights', 'weight_chunks'],
] as const;

function* brokenMatrices(db: ReadDb, there: ReadonlySet<string>): Generator<string> {
  for (const [matrices, chunks] of matrixTables) {
    if (!there.has(chunks)) continue;
    const shapes = db.prepare(
      `SELECT 1 FROM ${matrices} WHERE dimensions < 1 OR dimensions > 65536 OR rows < 0 OR chunk_rows < 1 LIMIT 1`,
    );
    if (shapes.get() !== undefined) yield `dimensions: ${matrices}`;
    const lengths = db.prepare(
      `SELECT 1 FROM ${chunks} AS chunks JOIN ${matrices} AS matrices ON matrices.id = matrix_id
       WHERE octet_length(numbers) != chunks.rows * dimensions * 4 OR chunks.rows < 1
       OR chunks.rows > chunk_rows OR first % chunk_rows != 0 OR first < 0 LIMIT 1`,
    );
    if (lengths.get() !== undefined) yield `length: ${chunks}`;
    const rows = db.prepare(
      `SELECT 1 FROM ${matrices} AS matrices WHERE rows !=
       (SELECT coalesce(sum(rows), 0) FROM ${chunks} WHERE matrix_id = matrices.id) LIMIT 1`,
    );
    if (rows.get() !== undefined) yield `rows: ${matrices}`;
  }
}

const jsonColumns: readonly (readonly [table: string, column: string])[] = [
  ['settings', 'value'],
  ['imports', 'settings'],
  ['import_reports', 'report'],
  ['documents', 'metadata'],
  ['models', 'settings'],
  ['models', 'history'],
  ['models', 'health'],
  ['model_words', 'forms'],
  ['sequence_models', 'settings'],
  ['sequence_models', 'history'],
  ['sequence_models', 'texts'],
  ['sequence_words', 'forms'],
  ['study_runs', 'failure'],
  ['word_lists', 'words'],
  ['word_lists', 'counts'],
  ['saved_queries', 'question'],
];

function* unreadableNumbers(db: ReadDb, there: ReadonlySet<string>): Generator<string> {
  for (const [matrices, chunks] of matrixTables) {
    if (!there.has(matrices)) continue;
    const ids = db.prepare<[], number>(`SELECT id FROM ${chunks} ORDER BY id`).pluck().all();
    const numbers = db.prepare<[number], Buffer>(`SELECT numbers FROM ${chunks} WHERE id = ?`).pluck();
    for (const id of ids) {
      const some = numbers.get(id)!;
      if (!allFinite(some)) yield `finite numbers: ${chunks} ${id}`;
      giveBack(some);
    }
  }
  for (const [table, column] of [
    ['study_chunks', 'scales'],
    ['learning_steps', 'numbers'],
  ] as const) {
    if (!there.has(table)) continue;
    const rows = db.prepare<[], { id: number; numbers: Buffer }>(
      `SELECT id, ${column} AS numbers FROM ${table}`,
    );
    for (const { id, numbers } of rows.iterate())
      if (!allFinite(numbers)) yield `finite numbers: ${table} ${id}`;
  }
}

const outOfBounds = (table: string) =>
  `SELECT 1 WHERE (SELECT max(id) FROM ${table}) > ${Number.MAX_SAFE_INTEGER} OR (SELECT min(id) FROM ${table}) < 0`;

/**
 * What is wrong with the values of a database whose schema is the known one; empty when nothing is. Stops early.
 * @param lengths `any`: whether everything else is as it should be
 * @param indexes whether they lead to every row is looked at too: they are no part of the digest of the contents
 */
export function findProblems(
  db: ReadDb,
  { lengths = 'checked', indexes = false }: { lengths?: 'checked' | 'any'; indexes?: boolean } = {},
): readonly string[] {
  const structure = db
    .prepare<[], string>(indexes ? 'PRAGMA integrity_check(20)' : 'PRAGMA quick_check(20)')
    .pluck()
    .all();
  if (structure.length !== 1 || structure[0] !== 'ok') return structure;
  if ((db.pragma('foreign_key_check') as unknown[]).length > 0) return ['rows that refer to nothing'];
  const there = tablesOf(db);
  const long = lengths === 'checked' ? overlong(db) : null;
  if (long !== null) return [`length of ${long}`];
  for (const problem of brokenMatrices(db, there)) return [problem];
  for (const table of contentTables) {
    // Beyond 2⁵³ a number is another one when it is read, and whoever goes on behind it goes on for ever.
    if (there.has(table) && db.prepare(outOfBounds(table)).get() !== undefined) return [`ids of ${table}`];
  }
  for (const [rule, sql] of rules) if (db.prepare(`${sql} LIMIT 1`).get() !== undefined) return [rule];
  for (const [table, further] of [
    ['sequence_models', sequenceRules],
    ['layers', layerRules],
    ['studies', studyRules],
    ['line_notes', ownWorkRules],
    ['learning_steps', stepRules],
  ] as const)
    if (there.has(table))
      for (const [rule, sql] of further) if (db.prepare(`${sql} LIMIT 1`).get() !== undefined) return [rule];
  for (const [table, column] of jsonColumns) {
    if (!there.has(table)) continue;
    if (db.prepare(`SELECT 1 FROM ${table} WHERE NOT json_valid(${column}) LIMIT 1`).get() !== undefined) {
      return [`JSON in ${table}.${column}`];
    }
  }
  const stored = misfit(db, there);
  if (stored !== null) return [stored];
  for (const problem of unreadableNumbers(db, there)) return [problem];
  return [];
}
