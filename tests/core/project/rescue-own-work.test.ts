import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { longest } from '../../../core/contract/limits.ts';
import { appendImport } from '../../../core/project/append-import.ts';
import { listNotes, storeNotes } from '../../../core/project/line-notes.ts';
import { openProject } from '../../../core/project/open-project.ts';
import { recutDocuments } from '../../../core/project/recut-documents.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { listSavedQueries, removeQuery, storeQuery } from '../../../core/project/saved-queries.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import {
  findWordList,
  listWordLists,
  removeWordList,
  storeWordList,
} from '../../../core/project/word-lists.ts';
import { importOf, noteOf, questionOf, someTexts } from './sample-rows.ts';
import { codeOf, opened, temporaryPlace, type Place } from './temporary-project.ts';

/** A saved project with texts and everything that people make by hand. */
function worked(place: Place): void {
  const project = openProject(place.environment, place.path, { create: true });
  const { db } = project;
  appendImport(db, importOf(someTexts));
  storeWordList(db, { name: 'pets', words: ['cat', 'dog'], counts: null, changedAt: 1 });
  storeWordList(db, { name: 'wild', words: ['lion'], counts: [7], changedAt: 2 });
  storeQuery(db, { name: 'cats', question: questionOf('cat*'), hits: 2, savedAt: 3 });
  storeNotes(db, [noteOf(), noteOf({ document: 2, position: 0, start: 0, length: 1, note: 'an article' })]);
  project.save();
  project.close();
}

describe('what people make by hand', () => {
  it('is stored in the place of what had its name or place, and goes alone', () => {
    const { db } = opened(temporaryPlace());
    appendImport(db, importOf(someTexts));
    const list = { name: 'pets', words: ['cat'], counts: null, changedAt: 1 };
    storeWordList(db, list);
    storeWordList(db, { ...list, words: ['dog', 'cat'], counts: [3, 1], changedAt: 2 });
    expect(listWordLists(db)).toEqual([
      { name: 'pets', words: ['dog', 'cat'], counts: [3, 1], changedAt: 2 },
    ]);
    expect([removeWordList(db, 'pets'), removeWordList(db, 'pets'), findWordList(db, 'pets')]).toEqual([
      true,
      false,
      null,
    ]);
    for (const [name, savedAt] of [
      ['old', 1],
      ['new', 2],
      ['old', 3],
    ] as const)
      storeQuery(db, { name, question: questionOf(name), hits: savedAt, savedAt });
    expect(listSavedQueries(db).map(({ name, hits }) => [name, hits])).toEqual([
      ['old', 3],
      ['new', 2],
    ]);
    expect([removeQuery(db, 'old'), removeQuery(db, 'old')]).toEqual([true, false]);
    storeNotes(db, [noteOf({ note: 'first' })]);
    storeNotes(db, [noteOf({ note: 'second', hidden: true, marked: false })]);
    expect(listNotes(db)).toEqual([noteOf({ note: 'second', hidden: true, marked: false })]);
    storeNotes(db, [noteOf({ marked: false })]);
    expect(listNotes(db)).toEqual([]);
  });

  it('is refused whole where it is longer than a project may hold', () => {
    const { db } = opened(temporaryPlace());
    appendImport(db, importOf(someTexts));
    const long = noteOf({ note: 'n'.repeat(longest.note + 1) });
    expect(codeOf(() => storeNotes(db, [noteOf({ start: 0 }), long]))).toMatch(/TOO_LONG|CONSTRAINT/u);
    expect(listNotes(db)).toEqual([]);
  });

  it('notes go to the tokens that stand at their places after a new cut, and are loose where none does', () => {
    const { db } = opened(temporaryPlace());
    appendImport(db, importOf({ 'one.txt': 'the cat sat on' }));
    storeNotes(db, [
      noteOf({ position: 0, start: 0, note: 'the' }),
      noteOf({ position: 1, start: 4, note: 'cat' }),
      noteOf({ position: 2, start: 8, note: 'sat' }),
      noteOf({ position: 3, start: 12, length: 2, note: 'on' }),
    ]);
    // "the" and "on" are dropped; "cat sat" is one word.
    const piece = {
      ids: Uint32Array.of(0),
      starts: Uint32Array.of(4),
      lengths: Uint32Array.of(7),
      sentenceStarts: Uint32Array.of(0),
    };
    recutDocuments(db, {
      forms: ['cat sat'],
      documents: new Map([[1, { tokens: () => [piece] }]]),
      settings: {},
    });
    expect(listNotes(db).map(({ note, position, start }) => [note, position, start])).toEqual([
      ['the', null, 0],
      ['cat', 0, 4],
      ['sat', 0, 8],
      ['on', null, 12],
    ]);
    expect(removeDocuments(db, [1])).toBe(1);
    expect(listNotes(db)).toEqual([]);
  });

  it('is rescued but for what is not as it was', () => {
    const place = temporaryPlace();
    worked(place);
    const db = new Database(place.path);
    db.exec(`UPDATE word_lists SET counts = '[1, 2]' WHERE name = 'wild';
             UPDATE line_notes SET start = 4000 WHERE document_id = 1`);
    db.close();
    const out = join(place.folder, 'rescued.firth');
    expect(rescueProject(place.environment, place.path, out)).toMatchObject({
      documents: 3,
      lost: [
        'list wild (word_lists 2): not as saved',
        'note on text one.txt (line_notes 1): not as saved',
        'list wild',
        'notes on lines: 1',
      ],
    });
    const rescued = openProject(place.environment, out, { readOnly: true });
    expect(listWordLists(rescued.db).map(({ name }) => name)).toEqual(['pets']);
    expect(listSavedQueries(rescued.db)).toEqual([
      { name: 'cats', question: questionOf('cat*'), hits: 2, savedAt: 3 },
    ]);
    expect(listNotes(rescued.db)).toEqual([
      noteOf({ document: 2, position: 0, start: 0, length: 1, note: 'an article' }),
    ]);
    rescued.close();
  });

  it.each([
    ['a place behind the end of its text', 'UPDATE line_notes SET start = 4000'],
    ['a token that the text does not have', 'UPDATE line_notes SET position = 4000'],
    ['words that are no list', `UPDATE word_lists SET words = '{"cat":1}'`],
    ['other counts than words', `UPDATE word_lists SET counts = '[1]' WHERE name = 'pets'`],
    ['a question without a query', `UPDATE saved_queries SET question = '{}'`],
  ])('is checked as a file is opened: %s', (_, sql) => {
    const place = temporaryPlace();
    worked(place);
    expect(verifyProject(place.environment, place.path).ok).toBe(true);
    const db = new Database(place.path);
    db.exec(sql);
    db.close();
    sealFile(place.path);
    expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: false, code: 'E_UNSAFE' });
  });
});
