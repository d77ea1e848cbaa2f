import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { wholeFile } from '../../core/corpus/readers/file-bytes.ts';
import { readVectors } from '../../core/exchange/vector-reader.ts';
import { verifyProject } from '../../core/project/verify.ts';
import { requireRegularFile } from '../../core/regular-file.ts';
import { environmentAt } from './project/environment-at.ts';

it.runIf(process.platform !== 'win32')('no pipe is waited for, whatever it is taken for', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'firth-pipe-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const pipe = join(folder, 'pipe.firth');
  execFileSync('mkfifo', [pipe]);
  const refused = { code: 'E_FILE_UNREADABLE', details: { file: 'pipe.firth', reason: 'not a file' } };
  expect(() => requireRegularFile(pipe)).toThrow(expect.objectContaining(refused) as Error);
  expect(() => wholeFile(pipe)).toThrow(expect.objectContaining(refused) as Error);
  await expect(readVectors(pipe)).rejects.toMatchObject(refused);
  expect(verifyProject(environmentAt(join(folder, 'data')), pipe)).toMatchObject({
    ok: false,
    code: 'E_NOT_A_PROJECT',
  });
  writeFileSync(join(folder, 'text.txt'), 'text');
  expect(() => requireRegularFile(join(folder, 'text.txt'))).not.toThrow();
});
