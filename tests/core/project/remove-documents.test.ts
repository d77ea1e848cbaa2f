import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { appendImport } from '../../../core/project/append-import.ts';
import { removeDocuments } from '../../../core/project/remove-documents.ts';
import { verifyProject } from '../../../core/project/verify.ts';
import { importOf } from './sample-rows.ts';
import { opened, temporaryPlace } from './temporary-project.ts';
import { readFileSync } from 'node:fs';

it('of a text that was taken out not even the name stays, neither in choices nor as the twin of another', () => {
  const place = temporaryPlace();
  const project = opened(place);
  const plain = importOf({ 'gone-quagmire.txt': 'one two', 'kept.txt': 'one two' });
  const [gone, kept] = plain.reports.files;
  appendImport(project.db, {
    ...plain,
    // As earlier versions kept them.
    settings: { rules: 'r', choices: [{ file: 'gone-quagmire.txt', language: 'en' }] },
    reports: { files: [gone!, { ...kept!, sameAs: 'gone-quagmire.txt' }], skipped: [] },
  });
  expect(removeDocuments(project.db, [1])).toBe(1);
  project.save();
  expect(readFileSync(place.path).includes('quagmire')).toBe(false);
  expect(verifyProject(place.environment, place.path)).toMatchObject({ ok: true, documents: 1 });
  const db = new Database(place.path, { readonly: true });
  expect(db.prepare('SELECT settings FROM imports').pluck().get()).toBe('{"rules":"r"}');
  db.close();
});
