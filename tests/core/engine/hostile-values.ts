import Database from 'better-sqlite3';
import { contentTables } from '../../../core/project/digest.ts';
import type { Smuggled } from './smuggled-value.ts';

/** Numbers at the edges of every kind of number, and values that are none. */
const numbers = [
  ...['-1', '0', '1', '2', '255', '65536', '2147483647', '2147483648', '4294967295', '4294967296'],
  ...['9007199254740991', '9007199254740992', '9007199254740993', '9223372036854775807'],
  ...['-9223372036854775807 - 1', '0.5', '1e308', '-1e308', '9e999', '-9e999'],
];

/** Texts that are none, of no length, long, of halves of characters, of bytes that are no UTF-8. */
const texts = [
  ...[`''`, `'x'`, `'a' || char(0) || 'b'`, `CAST(x'eda080' AS TEXT)`, `CAST(x'ff61' AS TEXT)`],
  ...[`@ || @`, `@ || 'x'`, `substr(@, 1, length(@) - 1)`, `substr(@, 2)`, `@ || CAST(x'eda080' AS TEXT)`],
  ...[`'__proto__'`, `'constructor'`, `printf('%.*c', 70000, 'n')`, `hex(zeroblob(1000000))`],
];

const bytes = [
  ...[`x''`, `x'00'`, `zeroblob(2000000)`, `zeroblob(octet_length(@))`, `CAST(@ AS TEXT)`],
  `CAST(substr(@, 1, octet_length(@) - 1) AS BLOB)`,
  `CAST(substr(@, 2) AS BLOB)`,
  `CAST(substr(@, 1, octet_length(@) / 2) AS BLOB)`,
  `CAST(@ || x'00' AS BLOB)`,
  `CAST(@ || @ AS BLOB)`,
  // Varints that never end, or that are larger than any number; numbers that are none.
  `CAST(x'80' || substr(@, 2) AS BLOB)`,
  `CAST(x'ffffffffffffffff7f' || substr(@, 10) AS BLOB)`,
  `CAST(substr(@, 1, octet_length(@) - 1) || x'ff' AS BLOB)`,
  `CAST(unhex(replace(hex(zeroblob(octet_length(@))), '00', 'FF')) AS BLOB)`,
];

const json = [
  ...[`'{'`, `'null'`, `'7'`, `'"x"'`, `'true'`, `'[]'`, `'{}'`, `'[1]'`, `'[[]]'`, `'[null]'`, `'{"a":1}'`],
  ...[`'{"__proto__":{"a":1},"constructor":[]}'`, `'-1e999'`, `'"\\ud800"'`],
  `replace(hex(zeroblob(50000)), '00', '[')`,
  `replace(hex(zeroblob(400)), '00', '[') || replace(hex(zeroblob(400)), '00', ']')`,
];

const quoted = (value: unknown) => `'${JSON.stringify(value).replaceAll(`'`, `''`)}'`;

/** A value of JSON with each of its parts left out, or another in its place. */
function* otherParts(value: unknown, most = 40): Generator {
  const others = [null, -1, 0.5, 1e308, 'x', '', [], {}, true];
  type Path = readonly (string | number)[];
  function* paths(part: unknown, path: Path = []): Generator<Path> {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      yield [...path, key];
      yield* paths(inner, [...path, key]);
    }
  }
  const all = [...paths(value)];
  const step = Math.max(1, Math.ceil((all.length * (others.length + 1)) / most));
  for (let at = 0; at < all.length * (others.length + 1); at += step) {
    const path = all[Math.floor(at / (others.length + 1))]!;
    const copy = structuredClone(value);
    let holder = copy as Record<string | number, unknown>;
    for (const key of path.slice(0, -1)) holder = holder[key] as typeof holder;
    const last = path.at(-1)!;
    const which = at % (others.length + 1);
    if (which < others.length) holder[last] = others[which];
    else Reflect.deleteProperty(holder, last);
    yield copy;
  }
}

function asJson(value: unknown): unknown {
  try {
    return typeof value === 'string' ? JSON.parse(value) : undefined;
  } catch {
    return undefined;
  }
}

/** Each value for each column of each table of a project. */
export function smuggledValues(path: string): readonly Smuggled[] {
  const db = new Database(path, { readonly: true });
  const values: Smuggled[] = [];
  for (const table of [...contentTables, 'digests', 'project']) {
    const columns = db
      .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
      .all(table);
    const first = db
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY rowid LIMIT 1`)
      .get();
    if (first === undefined) throw new Error(`nothing in ${table}`);
    for (const { name, type } of columns) {
      // The seal that is put in afterwards.
      if (table === 'project' && name === 'seal') continue;
      const last = `(SELECT ${name} FROM ${table} ORDER BY rowid DESC LIMIT 1)`;
      const parsed = asJson(first[name]);
      const isJson = typeof parsed === 'object' || (table === 'settings' && name === 'value');
      const own =
        type === 'INTEGER' || type === 'REAL'
          ? [...numbers, '@ + 1', '@ - 1', '-@', '@ * 1000', last]
          : type === 'BLOB'
            ? [...bytes, last]
            : [...texts, last, ...(isJson ? [...json, ...[...otherParts(parsed)].map(quoted)] : [])];
      const strangers = type === 'TEXT' ? ['1', `x'00'`] : [`'x'`, ...(type === 'BLOB' ? ['1'] : [`x'00'`])];
      for (const value of ['NULL', ...strangers, ...own])
        for (const rows of ['first', 'all'] as const) {
          // Rows have a number each.
          if (name === 'id' && rows === 'all') continue;
          values.push({ table, column: name, value, rows });
        }
    }
  }
  db.close();
  return values;
}

/**
 * Columns whose values can be told from others: what differs from the answers of before is wrong there. What stands in any other may be
 * whatever its writer liked.
 */
export const told: Readonly<Record<string, readonly string[]>> = {
  documents: ['characters', 'tokens', 'first_token'],
  texts: ['start', 'characters'],
  tokens: ['first', 'count'],
  types: ['count'],
  postings: ['type_id', 'import_id', 'count', 'places'],
  models: ['words', 'dimensions'],
  model_words: ['first', 'count'],
  matrices: ['rows', 'dimensions', 'chunk_rows'],
  matrix_chunks: ['matrix_id', 'first', 'rows'],
  sequence_models: ['words'],
  sequence_words: ['first', 'count'],
  weights: ['name', 'rows', 'dimensions', 'chunk_rows'],
  weight_chunks: ['matrix_id', 'first', 'rows'],
  layer_values: ['count'],
  layer_columns: ['count', 'covered', 'digest'],
  layer_chunks: ['column_id', 'first', 'count'],
  regions: ['count', 'digest'],
  study_runs: ['sha256'],
  study_chunks: ['first', 'rows'],
  learning_steps: ['sha256', 'numbers'],
  digests: ['name', 'ids', 'digests'],
};
