import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { smallText } from '../fixtures/small-language.ts';

// Promise D, watched from outside: what the operating system sees of a whole session.
const canTrace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0;
const notRun = canTrace ? '' : ' – NOT RUN: strace is not installed';
const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'firth-connection-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.skipIf(!canTrace)(`a session from texts to a table${notRun}`, () => {
  it('opens no socket to any network, in any of its threads', () => {
    const texts = join(folder, 'texts.txt');
    writeFileSync(texts, smallText(500, 1));
    const project = join(folder, 'p.firth');
    const commands = [
      ['import', texts, '--project', project],
      ['train', project, '--epochs', '1', '--dimensions', '8'],
      ['neighbours', project, 'cat'],
      ['lines', project, 'cat'],
      ['export', project, '--what', 'vectors', '--format', 'csv', '--out', join(folder, 'vectors.csv')],
      ['verify', project],
    ];
    for (const command of commands) {
      const trace = join(folder, `${command[0]!}.trace`);
      const { status, stderr } = spawnSync(
        'strace',
        [
          '-f',
          '-o',
          trace,
          '-e',
          'trace=%network',
          process.execPath,
          join(root, 'out/cli/firth.js'),
          ...command,
        ],
        { encoding: 'utf8', env: { ...process.env, FIRTH_DATA: join(folder, 'data') } },
      );
      expect([command[0], status, stderr]).toEqual([command[0], 0, expect.any(String)]);
      const calls = readFileSync(trace, 'utf8').split('\n');
      // That the trace is one: the program ended in it.
      expect(calls.some((line) => line.includes('exited with 0'))).toBe(true);
      expect(
        calls.filter((line) => /AF_INET|AF_NETLINK|AF_PACKET|\b(connect|bind|listen|sendto)\(/.test(line)),
      ).toEqual([]);
    }
  });
});
