import type { Migration } from './migration.ts';

/** Several documents may come from one file; until now each had its name. */
export const files: Migration = {
  version: 2,
  sql: `
ALTER TABLE documents ADD COLUMN file TEXT NOT NULL DEFAULT '';
UPDATE documents SET file = name;
CREATE INDEX documents_of_file ON documents (import_id, file);
DROP INDEX documents_of_import;
`,
};
