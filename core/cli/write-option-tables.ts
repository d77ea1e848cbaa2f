import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { commands } from './commands/all.ts';
import { withOptionTables } from './option-tables.ts';

// `npm run docs:command-line`: writes the tables of options into the documentation.
const page = join(import.meta.dirname, '..', '..', 'docs', 'command-line.md');
writeFileSync(page, withOptionTables(readFileSync(page, 'utf8'), commands));
