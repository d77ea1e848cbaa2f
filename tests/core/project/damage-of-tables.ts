import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect } from 'vitest';
import { contentTables } from '../../../core/project/digest.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { fullProject, thingsIn } from './full-project.ts';
import { codeOf, type Place } from './temporary-project.ts';

const pageSize = 16_384;

/** Where the bytes of a table lie that mean something: heads, lists of places and cells of its pages and those of its indexes. */
function bytesOfTable(path: string, table: string, file: Buffer): readonly number[] {
  const db = new Database(path, { readonly: true });
  const pages = db
    .prepare<[string], number>(
      'SELECT pageno FROM dbstat WHERE name IN (SELECT name FROM sqlite_schema WHERE tbl_name = ?)',
    )
    .pluck()
    .all(table);
  db.close();
  return pages.flatMap((page) => {
    const from = (page - 1) * pageSize;
    const leaf = file[from] === 0x0d || file[from] === 0x0a;
    if (!leaf) return Array.from({ length: pageSize }, (_, at) => from + at);
    const listed = 8 + 2 * file.readUInt16BE(from + 3);
    const cells = file.readUInt16BE(from + 5);
    return Array.from({ length: pageSize }, (_, at) => at)
      .filter((at) => at < listed || at >= cells)
      .map((at) => from + at);
  });
}

/** Mostly one bit; now and then a byte or a stretch. */
function damage(file: Buffer, bytes: readonly number[], below: (limit: number) => number): Buffer {
  const mutant = Buffer.from(file);
  const at = bytes[below(bytes.length)]!;
  switch (below(4)) {
    case 0:
      for (let i = at; i < Math.min(at + 1 + below(40), mutant.length); i++) mutant[i] = below(256);
      break;
    case 1:
      mutant[at] = below(256);
      break;
    default:
      mutant[at] = mutant[at]! ^ (1 << below(8));
  }
  return mutant;
}

/** From which tables a thing is put together. */
const made: Readonly<Record<string, readonly string[]>> = {
  text: ['documents', 'texts', 'tokens', 'types', 'imports'],
  written: ['documents', 'texts'],
  word: ['documents', 'texts', 'tokens', 'types'],
  found: ['documents', 'texts', 'tokens', 'types'],
  report: ['import_reports', 'imports'],
  import: ['imports', 'documents'],
  model: ['models', 'model_words', 'matrices', 'matrix_chunks'],
  step: ['learning_steps', 'models', 'model_words', 'matrices', 'matrix_chunks'],
  recurrent: ['sequence_models', 'sequence_words', 'weights', 'weight_chunks', 'models'],
  layer: ['layers', 'layer_values', 'layer_columns', 'layer_chunks', 'documents', 'tokens', 'regions'],
  region: ['regions', 'documents', 'texts', 'tokens'],
  study: ['studies', 'study_runs', 'study_chunks', 'models', 'model_words', 'matrices', 'matrix_chunks'],
  setting: ['settings'],
  list: ['word_lists'],
  query: ['saved_queries'],
  note: ['line_notes', 'documents', 'texts'],
};
const madeOf = (kind: string): readonly string[] =>
  made[
    {
      words: 'model',
      vectors: 'model',
      'recurrent words': 'recurrent',
      weights: 'recurrent',
      value: 'layer',
    }[kind] ?? kind
  ]!;

function isNamed(label: string, lost: readonly string[]): boolean {
  const [kind, name] = label.split('|') as [string, string];
  const tables = madeOf(kind);
  return lost.some((line) => line.includes(name) || tables.some((table) => line.includes(table)));
}

export interface Counted {
  equal: number;
  rescued: number;
  /** Nothing at all could be read. */
  refused: number;
  /** What was neither as it was nor named. */
  readonly faults: string[];
}

/**
 * Damages a table of a project again and again: what is opened is as it was, what is rescued is as it was or is named, and the check names
 * something wherever the rescue does.
 */
export function damageTables(place: Place, rounds: number, tables: readonly string[] = allTables): Counted {
  fullProject(place);
  const original = readFileSync(place.path);
  const whole = openProject(place.environment, place.path, { readOnly: true });
  const before = thingsIn(whole.db);
  whole.close();
  const counted: Counted = { equal: 0, rescued: 0, refused: 0, faults: [] };
  let state = 7;
  const below = (limit: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
  const mutant = join(place.folder, 'mutant.firth');
  const out = join(place.folder, 'rescued.firth');
  for (const table of tables) {
    const bytes = bytesOfTable(place.path, table, original);
    for (let round = 0; round < rounds; round++) {
      writeFileSync(mutant, damage(original, bytes, below));
      try {
        checkOne(place, { mutant, out, before }, counted);
      } catch (thrown) {
        counted.faults.push(`${table}, round ${round}: ${String(thrown).slice(0, 1000)}`);
      }
      rmSync(out, { force: true });
    }
  }
  return counted;
}

export const allTables: readonly string[] = [...contentTables, 'digests', 'project'];

function checkOne(
  { environment }: Place,
  {
    mutant,
    out,
    before,
  }: {
    readonly mutant: string;
    readonly out: string;
    readonly before: ReadonlyMap<string, string>;
  },
  counted: Counted,
): void {
  const report = verifyProject(environment, mutant);
  if (report.ok) {
    const project = openProject(environment, mutant, { readOnly: true });
    const after = thingsIn(project.db);
    project.close();
    expect(after).toEqual(before);
    counted.equal++;
    return;
  }
  expect([report.code, report.problems.length > 0]).toEqual(['E_DAMAGED', true]);
  let lost: readonly string[] = [];
  const code = codeOf(() => {
    ({ lost } = rescueProject(environment, mutant, out));
  });
  if (code !== 'nothing was thrown') {
    expect(code).toBe('E_DAMAGED');
    counted.refused++;
    return;
  }
  const project = openProject(environment, out, { readOnly: true });
  const after = thingsIn(project.db);
  project.close();
  const silent = [...new Set([...before.keys(), ...after.keys()])].filter(
    (thing) => before.get(thing) !== after.get(thing) && !isNamed(thing, lost),
  );
  expect(silent, lost.join('; ')).toEqual([]);
  counted.rescued++;
}
