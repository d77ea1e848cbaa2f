import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import type { Input, Method } from '../../../core/contract/contract.ts';
import { AppError } from '../../../core/contract/errors.ts';
import type { Engine } from '../../../core/engine/engine.ts';
import type { WriteDb } from '../../../core/project/connection.ts';
import { contentTables } from '../../../core/project/digest.ts';
import { storeRowDigests } from '../../../core/project/row-digests.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { smallPlace, type SmallPlace } from './small-engine.ts';

/** Ids beyond what a number holds, lengths below zero, lists that promise more than there is. */
const hostile: Readonly<Record<string, readonly string[]>> = {
  INTEGER: ['-1', '0', '7', '4294967296', '9007199254740993', '9223372036854775807', '-9223372036854775808'],
  REAL: ['-1e308', '9e999', '0'],
  TEXT: ["''", "'null'", "'7'", "'../../x'", 'char(0, 27, 10, 8238)'],
  BLOB: ["x''", 'zeroblob(8)', "x'ffffffffffffffffffffffff'", 'zeroblob(70000)'],
};

/** In the place of each value of stored JSON; what stands for 1e999 is read as an infinite number. */
const hostileLeaves = [
  'null',
  '-1',
  '1e999',
  '1e308',
  '4294967296',
  '0.5',
  '""',
  '"\\u0000"',
  '"__proto__"',
  '[]',
  '{}',
];
const deep = `${'['.repeat(5000)}${']'.repeat(5000)}`;

export interface Attack {
  readonly table: string;
  readonly column: string;
  /** An expression of SQL. */
  readonly value: string;
  /** One row, or all. */
  readonly where: string;
}

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** The same JSON with one value after the other in the place of each that stands in it. */
function hostileJson(json: string): readonly string[] {
  let whole: unknown;
  try {
    whole = JSON.parse(json);
  } catch {
    return [];
  }
  const found: string[] = [];
  const walk = (value: unknown, write: (inner: string) => string) => {
    for (const leaf of hostileLeaves) found.push(write(leaf));
    if (typeof value !== 'object' || value === null) return;
    const entries = Object.entries(value).slice(0, 40);
    for (const [key, inner] of entries)
      walk(inner, (text) => {
        const others = Object.entries(value).map(([name, other]) => {
          const said = name === key ? text : JSON.stringify(other);
          return Array.isArray(value) ? said : `${JSON.stringify(name)}:${said}`;
        });
        return write(Array.isArray(value) ? `[${others.join(',')}]` : `{${others.join(',')}}`);
      });
    if (!Array.isArray(value))
      found.push(write(`{"__proto__":{"a":1},${JSON.stringify(value).slice(1).replace(/^\}$/u, '"b":1}')}`));
  };
  walk(whole, (text) => text);
  return [...new Set([...found, deep])].slice(0, 400);
}

/** Every column of every table, with every value that its type can be made to hold. */
export function attacksOn(path: string): readonly Attack[] {
  const db = new Database(path, { readonly: true });
  const attacks = contentTables.flatMap((table) => {
    const last = `WHERE rowid = (SELECT max(rowid) FROM ${table})`;
    return db
      .prepare<[string], { name: string; type: string }>('SELECT name, type FROM pragma_table_info(?)')
      .all(table)
      .flatMap(({ name: column, type }) => {
        const values = (hostile[type] ?? []).flatMap((value) =>
          [last, ''].map((where) => ({ table, column, value, where })),
        );
        const jsons = db
          .prepare<[], { id: number; value: string }>(
            `SELECT max(id) AS id, ${column} AS value FROM ${table}
             WHERE typeof(${column}) = 'text' AND substr(${column}, 1, 1) IN ('{', '[') GROUP BY ${table === 'settings' ? 'name' : '1 = 1'}`,
          )
          .all()
          .flatMap(({ id, value }) =>
            hostileJson(value).map((json) => ({
              table,
              column,
              value: quoted(json),
              where: `WHERE id = ${id}`,
            })),
          );
        return [...values, ...jsons];
      });
  });
  db.close();
  return attacks;
}

/** Writes it as somebody would who knows how projects are sealed. False where the schema itself keeps it out. */
function attack(path: string, { table, column, value, where }: Attack): boolean {
  const db = new Database(path);
  try {
    db.pragma('foreign_keys = OFF');
    db.pragma('ignore_check_constraints = ON');
    db.exec(`UPDATE ${table} SET ${column} = ${value} ${where}`);
    db.prepare('UPDATE project SET digest = ?').run(storeRowDigests(db as unknown as WriteDb));
  } catch (thrown) {
    if (thrown instanceof Database.SqliteError) return false;
    throw thrown;
  } finally {
    db.close();
  }
  sealFile(path);
  return true;
}

const asking = <M extends Method>(method: M, input: Input<M>) => ({ method, input });
const ofDecade = (year: string) => [{ field: 'year', values: [year] }];

const questions = [
  asking('project.info', {}),
  asking('project.digest', {}),
  asking('corpus.documents', {}),
  asking('corpus.words', {}),
  asking('corpus.stopWords', {}),
  asking('corpus.phrases', {}),
  asking('corpus.reports', {}),
  asking('corpus.fields', {}),
  asking('corpus.fieldValues', { field: 'year' }),
  asking('corpus.layers', {}),
  asking('corpus.subCorpora', {}),
  asking('corpus.matching', { conditions: ofDecade('1841') }),
  asking('corpus.cutting', {}),
  asking('lists.list', {}),
  asking('lists.show', { name: 'pets' }),
  asking('notes.list', {}),
  asking('savedQueries.list', {}),
  asking('lines.concordance', { word: 'cat' }),
  asking('lines.context', { document: 1, position: 3 }),
  asking('lines.collocates', { word: 'cat' }),
  asking('query.lines', { query: 'the [lemma="cat"]' }),
  asking('query.lines', { query: '$pets', sort: [1, -1], texts: { subCorpus: 'early' } }),
  asking('query.distribution', { query: 'cat', by: 'year' }),
  asking('query.strips', { query: 'cat' }),
  asking('query.attributes', {}),
  asking('query.keywords', { target: { conditions: ofDecade('1841') } }),
  asking('query.ngrams', { n: 2 }),
  asking('word.page', { word: 'cat' }),
  asking('model.list', {}),
  asking('model.methods', {}),
  asking('model.preset', {}),
  asking('model.estimate', {}),
  asking('search.neighbours', { word: 'cat' }),
  asking('search.vectors', { words: ['cat'] }),
  asking('search.matrix', { words: ['cat', 'dog'] }),
  asking('map.words', {}),
  asking('study.list', {}),
  asking('study.cost', {}),
  asking('learning.steps', {}),
  asking('learning.paths', {}),
  asking('learning.matrix', { state: 'initial' }),
  asking('sequence.list', {}),
  asking('sequence.predict', { text: 'the cat' }),
  asking('sequence.sentences', {}),
  asking('project.close', {}),
] as readonly { readonly method: Method; readonly input: Input<Method> }[];

/** What a hostile file may be answered with; anything else is a fault of the program. */
const internal: ReadonlySet<string> = new Set(['E_INTERNAL', 'E_ENGINE_STOPPED', 'E_REQUEST_INVALID']);

const spoken = `# newdoc id = said\n# year = 1865\n# sent_id = 1\n${['The', 'cat', 'sat', 'on', 'the', 'mat']
  .map((form, at) => `${at + 1}\t${form}\t${form.toLowerCase()}\tN\t_\tCase=Nom\t0\troot\t_\t_\n`)
  .join('')}\n`;

/** A saved project that every call of the program itself has filled. */
async function filled(place: SmallPlace): Promise<string> {
  const folder = join(place.folder, 'texts');
  mkdirSync(folder);
  const plain = 'The cat sat on the mat. A dog saw the cat, and the cat saw the dog. The milk was gone. ';
  writeFileSync(join(folder, 'one_1841.txt'), plain.repeat(12));
  writeFileSync(join(folder, 'two_1865.txt'), plain.repeat(9).replaceAll('milk', 'cream'));
  writeFileSync(join(folder, 'said_1865.conllu'), spoken.repeat(6).replaceAll(/id = said/gu, 'id = said'));
  const engine = place.engine();
  const call = engine.call.bind(engine) as Engine['call'];
  await call('project.open', { file: { path: place.project }, create: true });
  await call('corpus.import', { files: [{ path: folder }], metadataPattern: '{title}_{year}' });
  await call('corpus.setFieldKind', { field: 'year', kind: 'number' });
  await call('corpus.setDictionary', { dictionary: { words: ['ice cream'], splits: [['mat', 'rat']] } });
  await call('corpus.setSubCorpora', { subCorpora: [{ name: 'early', conditions: ofDecade('1841') }] });
  await call('lists.set', { name: 'pets', words: ['cat', 'dog'] });
  await call('savedQueries.save', { name: 'kept', query: '[word="the"] $pets' });
  await call('notes.set', { document: 1, position: 3, note: 'here', category: 'a' });
  const settings = { dimensions: 4, epochs: 2, minCount: 1, window: 2, mode: 'reproducible' } as const;
  const { model } = await call('model.train', { name: 'first', settings, watched: ['cat', 'dog'] });
  await call('study.run', { model, runs: 2 });
  const network = { cell: 'rnn', hidden: 8, minCount: 1, epochs: 1 } as const;
  await call('sequence.train', { name: 'recurrent', settings: network });
  await call('project.close', { save: true });
  return place.project;
}

export interface Outcome {
  readonly refused: number;
  readonly opened: number;
  readonly answered: number;
  readonly slowestMs: number;
  readonly slowest: string;
}

/** Opens each, and asks what can be asked of those that open: every call is answered or refused by a code that says why. */
export async function checkAttacks(choose: (attack: Attack, at: number) => boolean): Promise<Outcome> {
  const place = smallPlace();
  const counted = { refused: 0, opened: 0, answered: 0, slowestMs: 0, slowest: '' };
  const wrong: string[] = [];
  const ask = async (path: string, label: string) => {
    const engine = place.engine();
    const answered = async (method: Method, input: Input<Method>) => {
      try {
        await engine.call(method, input);
        return true;
      } catch (thrown) {
        if (!(thrown instanceof AppError) || internal.has(thrown.code))
          wrong.push(`${label}: ${method} ${String(thrown)}`.slice(0, 400));
        return false;
      }
    };
    try {
      if (!(await answered('project.open', { file: { path }, readOnly: true } as Input<Method>)))
        return false;
      for (const { method, input } of questions) counted.answered += Number(await answered(method, input));
      return true;
    } finally {
      await engine.close();
    }
  };
  try {
    const pristine = await filled(place);
    const attacks = attacksOn(pristine);
    expect(await ask(pristine, 'as it was')).toBe(true);
    expect(counted.answered, 'every question has an answer in the project as it was').toBe(questions.length);
    for (const [at, one] of attacks.entries()) {
      if (!choose(one, at)) continue;
      const path = join(place.folder, 'hostile.firth');
      copyFileSync(pristine, path);
      if (!attack(path, one)) continue;
      const label = `${one.table}.${one.column} = ${one.value.slice(0, 200)} ${one.where === '' ? '(all)' : '(one)'}`;
      const began = performance.now();
      if (await ask(path, label)) counted.opened++;
      else counted.refused++;
      const took = performance.now() - began;
      if (took > counted.slowestMs) Object.assign(counted, { slowestMs: Math.round(took), slowest: label });
      rmSync(path);
    }
    expect(wrong).toEqual([]);
  } finally {
    place.remove();
  }
  return counted;
}
