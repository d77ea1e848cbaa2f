import { expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { placesByDocument } from '../../../core/project/places-by-document.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import { importOf } from './sample-rows.ts';
import { codeOf, temporaryDatabase } from './temporary-project.ts';

const texts = { 'a.txt': 'cat dog cat', 'b.txt': 'dog', 'c.txt': 'cat cat cat end' };

function counted(db: ReturnType<typeof temporaryDatabase>, form: string): readonly string[] {
  const id = db.prepare<[string], number>('SELECT id FROM types WHERE form = ?').pluck().get(form)!;
  const found: string[] = [];
  placesByDocument(db).of(id, (document, times) => found.push(`${document}: ${times}`));
  return found;
}

it('tells how often a word stands in each text, also behind texts that were removed', () => {
  const db = temporaryDatabase();
  appendImport(db, importOf(texts));
  expect([counted(db, 'cat'), counted(db, 'dog')]).toEqual([
    ['0: 2', '2: 3'],
    ['0: 1', '1: 1'],
  ]);
  removeDocuments(db, [2]);
  expect([counted(db, 'cat'), counted(db, 'dog'), counted(db, 'end')]).toEqual([
    ['0: 2', '1: 3'],
    ['0: 1'],
    ['1: 1'],
  ]);
});

it.each([
  ['a place behind the last text', `UPDATE postings SET places = x'8001'`],
  ['a place that a text no longer has', 'UPDATE documents SET first_token = 100 WHERE id = 1'],
  ['a place in a gap between texts', 'UPDATE documents SET first_token = 100, tokens = 4 WHERE id = 3'],
  ['a place twice', `UPDATE postings SET places = x'0000'`],
  ['a number that goes on past its end', `UPDATE postings SET places = x'80'`],
])('%s is damage, whose kind is named (P29)', (_, change) => {
  const db = temporaryDatabase();
  appendImport(db, importOf(texts));
  db.exec(change);
  expect(codeOf(() => counted(db, 'cat'))).toBe('E_DAMAGED');
});
