import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { logFile, logName, noteFault } from '../../core/log-file.ts';

let dataFolder: string;
beforeEach(() => (dataFolder = mkdtempSync(join(tmpdir(), 'firth-log-'))));
afterEach(() => rmSync(dataFolder, { recursive: true, force: true }));

const lines = (file: string) =>
  readFileSync(join(dataFolder, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

describe('the log', () => {
  it('has a line of JSON for each entry, and is not there before the first', () => {
    expect(readdirSync(dataFolder)).toEqual([]);
    const log = logFile({ dataFolder }, () => Date.UTC(2027, 0, 2));
    expect(log({ event: 'backup failed', code: 'E_IO' })).toBe(true);
    expect(log({ event: 'counted', numbers: { files: 3 } })).toBe(true);
    expect(lines(logName)).toMatchObject([
      { at: '2027-01-02T00:00:00.000Z', event: 'backup failed', code: 'E_IO' },
      { event: 'counted', numbers: { files: 3 } },
    ]);
  });

  it('stays small: what is old makes room', () => {
    const log = logFile({ dataFolder }, () => 0);
    for (let entry = 0; entry < 9000; entry += 1) log({ event: 'e'.repeat(100), numbers: { entry } });
    expect(readdirSync(join(dataFolder, 'log')).toSorted()).toEqual(['firth.log', 'firth.old.log']);
    for (const name of ['firth.log', 'firth.old.log'])
      expect(statSync(join(dataFolder, 'log', name)).size).toBeLessThan(270_000);
    expect(lines(logName).at(-1)).toMatchObject({ numbers: { entry: 8999 } });
  });

  it.skipIf(process.platform === 'win32')('is the person’s alone to read', () => {
    logFile({ dataFolder }, () => 0)({ event: 'any' });
    expect(statSync(join(dataFolder, logName)).mode & 0o777).toBe(0o600);
  });

  it('says when it could not keep an entry, and never fails', () => {
    writeFileSync(join(dataFolder, 'log'), 'a file in its place');
    expect(logFile({ dataFolder }, () => 0)({ event: 'any' })).toBe(false);
    rmSync(join(dataFolder, 'log'));
    mkdirSync(join(dataFolder, logName), { recursive: true });
    expect(logFile({ dataFolder }, () => 0)({ event: 'any' })).toBe(false);
  });

  it('gives each fault a number, and names itself only where it kept it', () => {
    const fault = { kind: 'TypeError', places: ['core/random.ts:1:1'] };
    const log = logFile({ dataFolder }, () => 0);
    const { trace, log: name } = noteFault({ log }, 'search.odd', fault);
    expect(trace).toMatch(/^[0-9a-f]{8}$/u);
    expect(name).toBe(logName);
    expect(lines(logName)).toMatchObject([{ event: 'fault', trace, method: 'search.odd', fault }]);
    expect(noteFault({ log: () => false }, 'search.odd', fault)).toEqual({
      trace: expect.stringMatching(/^[0-9a-f]{8}$/u) as string,
    });
  });
});
