import { expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { listDocuments } from '../../../core/project/documents.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import { readTexts, readTokenIds } from '../../../core/project/token-stream.ts';
import { readTypes } from '../../../core/project/types.ts';
import { wordsWithin } from '../../../core/project/words-within.ts';
import { importOf } from './sample-rows.ts';
import { temporaryDatabase } from './temporary-project.ts';

/** Two imports of texts, one of them without words, from whose middle one text was taken out. */
function corpus() {
  const db = temporaryDatabase();
  const long = `${'cat '.repeat(20_000)}end`;
  appendImport(
    db,
    importOf({ 'one.txt': 'the cat sat', 'gone.txt': 'cat cat cat', 'two.txt': long, 'three.txt': 'mat' }),
  );
  appendImport(db, importOf({ 'empty.txt': '', 'four.txt': 'cat\nthe cat', 'five.txt': 'the end' }));
  const idOf = (name: string) => listDocuments(db).find((one) => one.name === `${name}.txt`)!.id;
  removeDocuments(db, [idOf('gone')]);
  return { db, idOf, ids: (...names: string[]) => names.map(idOf) };
}

it('counts a word in some documents alone, and the documents that have it', () => {
  const { db, ids } = corpus();
  const within = wordsWithin(db, ids('one', 'four', 'three'));
  expect(within('cat')).toEqual({ count: 3, documents: 2 });
  expect(within('mat')).toEqual({ count: 1, documents: 1 });
  expect(within('end')).toEqual({ count: 0, documents: 0 });
  expect(within('dog')).toBeNull();
  expect(wordsWithin(db, ids('two', 'five'))('cat')).toEqual({ count: 20_000, documents: 1 });
  expect(wordsWithin(db, [])('cat')).toEqual({ count: 0, documents: 0 });
});

it('reads the tokens of some documents as those of all without the others', () => {
  const { db, ids, idOf } = corpus();
  const { forms } = readTypes(db);
  const read = (only?: readonly number[]) =>
    Array.from(readTokenIds(db, only), ({ document, ids: tokens, lastOfDocument }) => ({
      document,
      words: Array.from(tokens, (id) => forms[id]),
      lastOfDocument,
    }));
  const all = read();
  expect(all.length).toBeGreaterThan(5);
  // Whatever the order in which they are named, and however often.
  const some = ids('five', 'two', 'empty', 'one', 'five');
  expect(read(some)).toEqual(all.filter(({ document }) => some.includes(document)));
  expect(read([])).toEqual([]);
  const texts = Array.from(readTexts(db, some), ({ document }) => document);
  expect(texts).toEqual([idOf('one'), idOf('two'), idOf('five')]);
});
