import { expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { textsAgain } from '../../../core/project/texts-again.ts';
import { importOf } from './sample-rows.ts';
import { temporaryDatabase } from './temporary-project.ts';

it('texts that an earlier import brought are told from new ones, whatever they are called', () => {
  const db = temporaryDatabase();
  appendImport(db, importOf({ 'a.txt': 'one two', 'b.txt': 'three' }));
  expect(textsAgain(db)).toEqual({ count: 0, first: [] });
  appendImport(db, importOf({ 'other.txt': 'one two', 'new.txt': 'one two three' }));
  expect(textsAgain(db)).toEqual({ count: 1, first: ['other.txt'] });
  // Twins of one import are told by their files.
  appendImport(db, importOf({ 'x.txt': 'four', 'y.txt': 'four' }));
  expect(textsAgain(db)).toEqual({ count: 0, first: [] });
});
