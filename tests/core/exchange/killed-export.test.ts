import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { canTrace, checkKilledExports } from './export-faults.ts';
import { extent } from '../../extent.ts';

const notRun = canTrace ? '' : ' – NOT RUN: strace is not installed';
const step = extent(8, 1);
const formats = extent(
  ['csv', 'projector'],
  ['csv', 'tsv', 'xlsx', 'word2vec', 'word2vec-binary', 'glove', 'npy', 'projector'],
);

describe.skipIf(!canTrace)(`a killed export${notRun}`, () => {
  it.each(formats)(
    'of %s leaves the old files or the new, and no half one (P25)',
    { timeout: 600_000 },
    (format) => {
      const folder = mkdtempSync(join(tmpdir(), 'firth-killed-export-'));
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
      const found = checkKilledExports(folder, format, step);
      expect(found.old).toBeGreaterThan(0);
      expect(found.new).toBeGreaterThan(0);
    },
  );
});
