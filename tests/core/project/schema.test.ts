import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { migrations } from '../../../core/project/migrations.ts';

it('schema.sql is what the migrations make', () => {
  const file = join(import.meta.dirname, '..', '..', '..', 'core', 'project', 'schema.sql');
  const [, ...statements] = readFileSync(file, 'utf8').split('\n');
  expect(`\n${statements.join('\n').trimStart()}`).toBe(migrations.map(({ sql }) => sql).join('\n'));
});
