import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { longest } from '../../../core/contract/limits.ts';
import { appendImport } from '../../../core/project/append-import.ts';
import { listDocuments } from '../../../core/project/documents.ts';
import { addModel, findModel, readModelWords } from '../../../core/project/models.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { longestOfColumns } from '../../../core/project/stored-lengths.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { checkSequences } from './any-sequence.ts';
import { importOf, modelOf } from './sample-rows.ts';
import { codeOf, opened, savedProject, temporaryDatabase, temporaryPlace } from './temporary-project.ts';

it('every column of texts and blobs has its longest value', () => {
  const db = temporaryDatabase();
  const columns = db
    .prepare<[], { place: string }>(
      `SELECT m.name || '.' || c.name AS place FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.type IN ('TEXT', 'BLOB') AND m.name NOT IN ('project', 'checkpoints')`,
    )
    .all()
    .map(({ place }) => place)
    // Its values stand in the schema.
    .filter((place) => place !== 'models.kind' && place !== 'matrices.name');
  const limited = Object.entries(longestOfColumns).flatMap(([table, limits]) =>
    Object.keys(limits).map((column) => `${table}.${column}`),
  );
  expect(limited.toSorted()).toEqual(columns.toSorted());
});

it('whatever any sequence of changes made can be saved, opened and found whole', () => {
  const { done, refused } = checkSequences(temporaryPlace, 6);
  expect(done).toBeGreaterThan(5);
  expect(refused).toBeGreaterThan(0);
});

it.each([
  ['a name', (length: number) => ({ name: 'n'.repeat(length) }), longest.name],
  ['a field', (length: number) => ({ metadata: { f: 'v'.repeat(length - 8) } }), longest.metadata],
] as const)('%s is kept up to its length, and refused above it with nothing changed', (_, facts, most) => {
  const place = temporaryPlace();
  const project = opened(place);
  const imported = (length: number) => {
    const plain = importOf({ 'a.txt': 'one two' });
    return { ...plain, documents: [...plain.documents].map((one) => ({ ...one, ...facts(length) })) };
  };
  appendImport(project.db, imported(most));
  expect(codeOf(() => appendImport(project.db, imported(most + 1)))).toBe('SQLITE_CONSTRAINT_TRIGGER');
  expect(listDocuments(project.db)).toHaveLength(1);
  project.save();
  expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: true });
});

it('a list of 100,000 words with an import is opened again', () => {
  const place = temporaryPlace();
  const project = opened(place);
  const words = Array.from({ length: 100_000 }, (_, at) => `a word of some length ${at}`);
  appendImport(project.db, {
    ...importOf({ 'a.txt': 'one two' }),
    settings: { dictionary: { words, splits: [] } },
  });
  project.save();
  expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: true });
});

it('words of a megabyte, as files of vectors may have them, are opened again', () => {
  const place = temporaryPlace();
  const project = opened(place);
  const forms = Array.from({ length: 4 }, (_, at) => `${at}${'\u0001'.repeat(1 << 20)}`);
  addModel(project.db, modelOf('long', 4, 2, { forms }));
  project.save();
  project.close();
  const again = openProject(place.environment, place.path);
  expect(readModelWords(again.db, findModel(again.db).id).forms).toEqual(forms);
  again.close();
});

it('a project that cannot be opened again is not written over the one that can', () => {
  const place = temporaryPlace();
  savedProject(place);
  const project = openProject(place.environment, place.path);
  project.db.prepare("UPDATE models SET settings = 'nothing'").run();
  project.db.prepare('UPDATE project SET revision = revision + 1').run();
  expect(codeOf(() => project.save())).toBe('E_IO');
  project.close({ save: false });
  expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: true });
});

it('a rescue takes a sealed file of which some values are only too long, and says which', () => {
  const place = temporaryPlace();
  savedProject(place);
  const db = new Database(place.path);
  db.prepare('UPDATE documents SET name = ? WHERE id = 1').run('é'.repeat(longest.name));
  db.prepare('UPDATE models SET history = ?').run(`{"more":"${'x'.repeat(longest.metadata)}"}`);
  db.close();
  sealFile(place.path);
  expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: false, code: 'E_UNSAFE' });
  const out = `${place.folder}/rescued.firth`;
  const { documents, models, lost } = rescueProject(place.environment, place.path, out);
  expect({ documents, models }).toEqual({ documents: 3, models: 2 });
  expect(lost).toEqual(expect.arrayContaining(['documents.name: 1 too long', 'models.history: 1 too long']));
  expect(verifyProject(place.environment, out)).toMatchObject({ ok: true, documents: 3 });
});
