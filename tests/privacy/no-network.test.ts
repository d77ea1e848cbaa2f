import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

// Promise D: the window from the first text to the table, in a network namespace that holds nothing but the loopback device,
// over which the test drives the window.
const root = resolve(import.meta.dirname, '..', '..');
const within = (command: string) =>
  spawnSync('unshare', ['--net', '--map-root-user', 'sh', '-c', `ip link set lo up && ${command}`], {
    encoding: 'utf8',
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], FIRTH_BUILT: '1' },
  });
const canUnshare = within('true').status === 0;
const notRun = canUnshare ? '' : ' – NOT RUN: network namespaces (unshare, ip) cannot be had here';

describe.skipIf(!canUnshare)(`without any network${notRun}`, () => {
  it('nothing outside can be reached', () => {
    const reach = `${process.execPath} -e "require('net').connect(53, '1.1.1.1').on('error', (e) => { console.log(e.code); process.exit(3) })"`;
    const { status, stdout } = within(reach);
    expect([status, stdout.trim()]).toEqual([3, 'ENETUNREACH']);
  });

  it('the first run goes as ever, over a save, an end and a new start', () => {
    const { status, stdout, stderr } = within(
      `${process.execPath} node_modules/vitest/vitest.mjs run --config vitest.long.config.ts tests/e2e/first-run.long.ts`,
    );
    expect([status, stdout, stderr]).toEqual([
      0,
      expect.stringContaining('1 passed, 0 failed'),
      expect.any(String),
    ]);
  });
});
