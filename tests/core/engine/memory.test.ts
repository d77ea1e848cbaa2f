import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { smallPlace } from './small-engine.ts';

const place = smallPlace();
afterAll(() => place.remove());

it('lines of a word that stands 150,000 times are ordered in a heap of 64 MB (P15)', () => {
  // The lines themselves, each with the piece of the text that it is cut from, would be more than a thousand megabytes.
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['--max-old-space-size=64', join(import.meta.dirname, 'memory-child.ts'), place.folder],
    { encoding: 'utf8' },
  );
  expect([status, stdout, stderr]).toEqual([0, 'answered\n', '']);
});
