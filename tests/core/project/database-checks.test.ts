import Database from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openProject } from '../../../core/project/open-project.ts';
import { sealFile } from '../../../core/project/seal.ts';
import { codeOf, savedProject, temporaryPlace } from './temporary-project.ts';

it.each([
  ['an id beyond 2⁵³', 'UPDATE settings SET id = 9007199254740993', 'settings'],
  ['the id of a text beyond 2⁵³', 'UPDATE texts SET id = 9223372036854775807 WHERE id = 1', 'texts'],
  ['an id below 0', 'UPDATE import_reports SET id = -5 WHERE id = 1', 'import_reports'],
  [
    'a type whose number promises a list of four thousand million',
    "INSERT INTO types VALUES (4294967290, 'far', 0, 0)",
    'types',
  ],
  [
    'a value of a layer of such a number',
    'UPDATE layer_values SET number = 4294967290 WHERE id = 1',
    'values',
  ],
  [
    'a token numbered beyond counting',
    'UPDATE documents SET first_token = 9007199254740993 WHERE id = 3',
    'tokens',
  ],
  [
    'more starts of sentences than tokens',
    'UPDATE tokens SET sentences = zeroblob(200000) WHERE id = 1',
    'sentences',
  ],
  [
    'a text that is longer than its letters',
    'UPDATE texts SET characters = 9007199254740993 WHERE id = 1',
    'text',
  ],
  [
    'a text that begins elsewhere',
    'UPDATE texts SET start = start + 1000000 WHERE id = 1',
    'order of a text',
  ],
  [
    'a document of other letters',
    'UPDATE documents SET characters = characters + 1 WHERE id = 1',
    'characters',
  ],
  [
    'tokens before the first',
    'UPDATE tokens SET first = -9223372036854775808 WHERE id = 1',
    'order of tokens',
  ],
  ['places of fewer tokens', "UPDATE tokens SET places = x'ff' WHERE id = 1", 'places of tokens'],
])('a sealed file with %s is refused at once', (_, statement, named) => {
  const place = temporaryPlace();
  savedProject(place);
  const db = new Database(place.path);
  db.pragma('foreign_keys = OFF');
  db.exec("INSERT OR IGNORE INTO settings (name, value) VALUES ('other', 'null')");
  db.exec(statement);
  db.close();
  sealFile(place.path);
  let problems: unknown;
  expect(
    codeOf(() => {
      try {
        openProject(place.environment, place.path);
      } catch (thrown) {
        ({ problems } = (thrown as { details: { problems?: unknown } }).details);
        throw thrown;
      }
    }),
  ).toBe('E_UNSAFE');
  expect(String(problems)).toContain(named);
});
