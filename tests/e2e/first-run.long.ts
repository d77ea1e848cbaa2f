import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, it } from 'vitest';
// The gate walks it without any network (tests/privacy/no-network.test.ts) and from the packed program; here it is by itself.
import { walkFirstRun } from './first-run.ts';
import { launchFirth } from './launch.ts';
import { removeFolder } from './open-window.ts';

const folder = mkdtempSync(join(tmpdir(), 'firth-first-run-'));
afterAll(() => removeFolder(folder));

describe('the first run', () => {
  it('goes from a folder of texts to vectors in a table, over a save, an end and a new start', () =>
    walkFirstRun(folder, launchFirth));
});
