import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { version } from '../../../core/contract/version.ts';

it('the version is the one that the package has', () => {
  const file = readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8');
  expect(version).toBe((JSON.parse(file) as { version: string }).version);
});
