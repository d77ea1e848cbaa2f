import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
import { readDamaged } from './damaged-copies.ts';
import { samples } from './document-fixtures.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-damaged-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(Object.entries(samples))('two hundred damaged copies of %s (P20)', (name, bytes) => {
  it('are read or refused, and never anything else', () => readDamaged(folder, name, bytes, 200));
});
