import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

// As a process of its own: what really arrives on stdout, stderr and as exit status.
const root = join(import.meta.dirname, '..', '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'firth-main-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const firth = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'core', 'cli', 'main.ts'), ...args], {
    encoding: 'utf8',
    cwd: folder,
    env: { ...process.env, FIRTH_DATA: join(folder, 'data') },
  });

it('prints exactly one JSON document on stdout, errors too', () => {
  const { stdout, status } = firth('models', 'absent.firth', '--json');
  expect(status).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'E_FILE_MISSING' } });
});

it('says on stderr how it is used when it is not understood', () => {
  const { stdout, stderr, status } = firth('fly');
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  expect(stderr).toContain('fly');
});

it('lists its commands', () => {
  const { stdout, status } = firth('help');
  expect(status).toBe(0);
  expect(stdout).toContain('firth train');
});
