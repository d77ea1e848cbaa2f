import { mkdtempSync, openSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isSystemError, systemCause } from '../../core/system-errors.ts';

const refusal = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: refused`), { code, syscall });

it.each([
  ['ENOSPC', 'write', 'E_NO_SPACE'],
  ['EDQUOT', 'write', 'E_NO_SPACE'],
  ['EROFS', 'open', 'E_READ_ONLY'],
  ['EACCES', 'open', 'E_READ_ONLY'],
  ['EPERM', 'rename', 'E_READ_ONLY'],
  ['EACCES', 'scandir', 'E_FILE_UNREADABLE'],
  ['ENOENT', 'open', 'E_FILE_MISSING'],
  ['EMFILE', 'open', 'E_IO'],
  ['EIO', 'read', 'E_IO'],
  ['ENOMEM', 'read', 'E_TOO_BIG'],
])('knows %s of %s as %s', (code, syscall, known) => {
  expect(systemCause(refusal(code, syscall))).toBe(known);
});

it('knows what a refused opening was for only where it is told', () => {
  expect(systemCause(refusal('EACCES', 'open'), 'reading')).toBe('E_FILE_UNREADABLE');
});

it('knows what the system really says', () => {
  const folder = mkdtempSync(join(tmpdir(), 'firth-system-'));
  writeFileSync(join(folder, 'a'), '');
  const thrownBy = (work: () => unknown): unknown => {
    try {
      return work();
    } catch (error) {
      return error;
    }
  };
  expect(systemCause(thrownBy(() => openSync(join(folder, 'b'), 'r')))).toBe('E_FILE_MISSING');
  expect(systemCause(thrownBy(() => readdirSync(join(folder, 'a'))))).toBe('E_FILE_MISSING');
  expect(systemCause(thrownBy(() => new Float32Array(2 ** 53 - 1)))).toBeUndefined();
  expect(systemCause(thrownBy(() => new ArrayBuffer(2 ** 50)))).toBe('E_TOO_BIG');
  rmSync(folder, { recursive: true });
});

it('leaves alone what does not come from the system', () => {
  expect(systemCause(new TypeError('no'))).toBeUndefined();
  expect(systemCause('ENOSPC')).toBeUndefined();
  expect(isSystemError(Object.assign(new Error('odd'), { code: 7, syscall: 'open' }))).toBe(false);
});
