import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openProject } from '../../../core/project/open-project.ts';
import { rescueProject } from '../../../core/project/rescue.ts';
import { fullProject } from './full-project.ts';
import { temporaryPlace, type Place } from './temporary-project.ts';

/** A full project, changed by somebody and not sealed again. Gives what its rescue names. */
function rescued(place: Place, change: string) {
  fullProject(place);
  const db = new Database(place.path);
  db.pragma('ignore_check_constraints = ON');
  db.exec(change);
  db.close();
  return rescueProject(place.environment, place.path, `${place.path}.rescued.firth`);
}

it('a length that no text has costs its piece, and no other text (P9)', () => {
  const place = temporaryPlace();
  const { documents, lost } = rescued(place, 'UPDATE texts SET characters = -43 WHERE document_id = 1');
  expect(documents).toBe(5);
  const names = lost.join('\n');
  expect(names).toContain('one.txt: parts of the text');
  expect(names).not.toContain('two.txt');
});

it('a word that became another one is named (P9)', () => {
  const place = temporaryPlace();
  const { lost } = rescued(place, "UPDATE types SET form = 'cut' WHERE form = 'cat'");
  expect(lost.join('\n')).toMatch(/words from .*\(types [\d–]+\): not as saved/u);
});

it('a recurrent model without the vectors that it began with is named (P9)', () => {
  const { models, lost } = rescued(
    temporaryPlace(),
    "UPDATE model_words SET forms = 'none' WHERE model_id = 1",
  );
  expect(models).toBe(2);
  expect(lost.join('\n')).toContain(
    'recurrent model recurrent: the vectors that it began with are not there',
  );
});

it('a note whose word is gone is kept and named (P9)', () => {
  const place = temporaryPlace();
  const { lost } = rescued(place, 'DELETE FROM tokens WHERE document_id = 1');
  expect(lost.join('\n')).toMatch(/note at one\.txt \d+: another word or none stands there/u);
  const project = openProject(place.environment, `${place.path}.rescued.firth`, { readOnly: true });
  expect(project.db.prepare('SELECT note FROM line_notes').pluck().all()).toContain('which one?');
  project.close();
});
